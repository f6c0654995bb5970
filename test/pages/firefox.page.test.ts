import { describeEngine } from './suites/describe-engine.js';

describeEngine('firefox');
