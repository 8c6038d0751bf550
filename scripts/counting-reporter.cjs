const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

/** Mocha's usual report, and the counts and the failures in the file that COUNTS_FILE names. */
module.exports = class CountingReporter extends reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        const failures = [];
        runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => failures.push({ title: test.fullTitle(), reason: String(error.stack ?? error.message) }));
        runner.on(Runner.constants.EVENT_TEST_PENDING, test => failures.push({ title: test.fullTitle(), reason: 'It was skipped.' }));
        runner.once(Runner.constants.EVENT_RUN_END, () => {
            const { passes, failures: failed, pending } = this.stats;
            writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ passed: passes, failed: failed + pending, failures }));
        });
    }
};
