import { writeFileSync } from 'node:fs';

/**
 * A reporter of `node --test` that shows failures only and leaves the counts in the file that
 * TEST_RESULTS names. Counts single tests, not the `describe` around them.
 */
export default async function* nodeReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (type === 'test:pass' && data.nesting === 0 && data.name === data.file) {
      // Node counts a file without any test as one that passed.
      counts.failed += 1;
      yield `\n✖ ${data.file} holds no test\n`;
    } else if (type === 'test:fail') {
      if (!isOnlyAboutChildren(data)) {
        counts.failed += 1;
        yield describeFailure(data);
      }
    } else if (data.details?.type !== 'suite') {
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    }
  }
  if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(counts));
}

/** A suite fails because a test in it did; that test has been counted already. */
function isOnlyAboutChildren({ details }) {
  return details?.error?.failureType === 'subtestsFailed';
}

function describeFailure({ name, file, line, details }) {
  const error = details?.error;
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? cause?.message ?? String(cause);
  return `\n✖ ${name} (${file ?? '?'}:${line ?? '?'})\n${String(text).replace(/^/gm, '    ')}\n`;
}
