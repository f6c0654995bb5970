/**
 * Changes every bit of twenty bundles, one at a time, and tells which changes verification did not
 * see. Takes which of the bundles are its own: `<first> <step>`. Ends with exit code 1 when one was
 * not seen.
 */
import { twentyBundles, unseenFlips } from '../support/bit-flips.js';

const [first = 0, step = 1] = process.argv.slice(2).map(Number);
const files = await twentyBundles();
let flips = 0;
let unseen = 0;
for (let i = first; i < files.length; i += step) {
  const file = files[i]!;
  const bits = Array.from({ length: file.bytes.length * 8 }, (_, bit) => bit);
  const missed = await unseenFlips(file, bits);
  flips += bits.length;
  unseen += missed.length;
  console.log(`${file.name}: ${bits.length} bits, ${missed.length} not seen ${missed.join(' ')}`);
}
console.log(`bundles: ${first}+${step}n of ${files.length}, bits: ${flips}, not seen: ${unseen}`);
process.exitCode = unseen === 0 ? 0 : 1;
