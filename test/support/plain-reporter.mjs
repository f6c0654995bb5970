import { writeFileSync } from 'node:fs';

/**
 * Says of each engine how many tests passed in it, and leaves the counts in the file that
 * TEST_RESULTS names. A file that could not be loaded, or that holds no test, counts as failed.
 */
export function plainReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const engines = {};
      for (const session of sessions) {
        const { name, version } = session.browser;
        const counts = (engines[name] ??= { version, passed: 0, failed: 0, skipped: 0 });
        countSession(session, counts);
      }
      for (const [name, { passed, failed, skipped }] of Object.entries(engines)) {
        console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      }
      if (process.env.TEST_RESULTS) {
        writeFileSync(process.env.TEST_RESULTS, JSON.stringify(engines));
      }
    },
  };
}

function countSession(session, counts) {
  const before = counts.passed + counts.failed + counts.skipped;
  visitSuite(session.testResults, counts);
  const holdsTests = counts.passed + counts.failed + counts.skipped > before;
  if (session.errors?.length > 0 || !holdsTests || (!session.passed && counts.failed === 0)) {
    counts.failed += 1;
  }
}

function visitSuite(suite, counts) {
  for (const test of suite?.tests ?? []) {
    counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const child of suite?.suites ?? []) visitSuite(child, counts);
}
