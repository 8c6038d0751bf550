const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

/** Mocha's usual report, and the counts in the file that COUNTS_FILE names. */
module.exports = class CountingReporter extends reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        runner.once(Runner.constants.EVENT_RUN_END, () => {
            const { passes, failures, pending } = this.stats;
            writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ passed: passes, failed: failures + pending }));
        });
    }
};
