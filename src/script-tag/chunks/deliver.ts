import { getDelivery } from '../../core/delivery.js';
import { browserPorts } from '../../core/ports.js';

// A page that has the script and no element of ours still delivers what an earlier page left.
getDelivery(browserPorts());
