import { testAccounts } from '../support/accounts-contract.js';
import { openPglite } from '../support/receiver-mounts.js';

testAccounts('PGlite', openPglite);
