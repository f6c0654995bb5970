import { testDue } from '../support/due-contract.js';
import { openPglite } from '../support/receiver-mounts.js';

testDue('PGlite', openPglite);
