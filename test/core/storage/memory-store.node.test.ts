import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMemoryStore } from '../../../src/core/storage/memory-store.js';
import { testStorageContract } from '../../support/storage-contract.js';

testStorageContract({ describe, it, assert }, 'createMemoryStore()', () => createMemoryStore());
