import { mountBare, mountNodeHttp, openPglite } from '../support/receiver-mounts.js';
import { testReceiverContract } from '../support/receiver-contract.js';

testReceiverContract('PGlite in memory, called directly', mountBare(openPglite));
testReceiverContract('PGlite in memory, behind Node http', mountNodeHttp(openPglite));
