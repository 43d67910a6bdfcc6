import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Ends a run with one plain line that machines read, names what passed only when tried again, and sees to it that in CI no test is left out. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    const strict = process.env['CI'] === 'true';
    for (const test of skipped) {
      // Without a reason it was most likely a filter on the command line, which leaves out many.
      const why = reason(test) ?? (strict ? 'no reason given' : undefined);
      if (why) console.log(`skipped: ${test.fullName}: ${why}`);
    }
    if (strict && skipped.length > 0) {
      console.log('In CI a skipped test fails the run.');
      process.exitCode = 1;
    }
    for (const test of tests.filter((one) => one.diagnostic()?.flaky)) console.log(`passed when tried again: ${test.fullName}`);
    // A file that could not be read, and an error outside every test, have failed too.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const failed = tests.filter((test) => test.result().state === 'failed').length + broken;
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  }
}

function reason(test: TestCase): string | undefined {
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}
