import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inCheckout } from './checkout.mjs';

// The report of a stage's run: how many tests passed and failed, and which ones failed for what reason.

const LINES_OF_A_REASON = 12;

/** @returns an empty place for the report of one run */
export function countsFile() {
    const folder = inCheckout('test', 'results');
    mkdirSync(folder, { recursive: true });
    const file = inCheckout('test', 'results', 'counts.json');
    rmSync(file, { force: true });
    return file;
}

/** The report that Mocha's reporter wrote. A run without a test, or one that ends before it reports, counts as a failure. */
export function countsOfMocha(file, code) {
    return counts(file, code, report => report);
}

/** The report that Playwright wrote. A test that passed in a second try, or was skipped, counts as a failure. */
export function countsOfPlaywright(file, code) {
    return counts(file, code, ({ stats, suites }) => ({
        passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped,
        failures: suites.flatMap(suite => failuresIn(suite, []))
    }));
}

/** The sum of several reports; `stage` is set for failures that do not name theirs. */
export function sum(all, stage) {
    return all.reduce((total, { passed, failed, failures = [] }) => ({
        passed: total.passed + passed, failed: total.failed + failed,
        failures: [...total.failures, ...failures.map(failure => ({ ...failure, stage: failure.stage ?? stage }))]
    }), { passed: 0, failed: 0, failures: [] });
}

/** A text that names each failure with its stage and the first lines of its reason, since the report of the stage may be far above. */
export function failuresText(failures) {
    return failures.map(({ stage, title, reason }) => `\nFAILED in ${stage}: ${title}\n${indented(reason)}\n`).join('');
}

function counts(file, code, read) {
    try {
        const { passed, failed, failures = [] } = read(JSON.parse(readFileSync(file, 'utf8')));
        return failed === 0 && (code !== 0 || passed === 0) ? { passed, ...ended(code) } : { passed, failed, failures };
    } catch {
        return { passed: 0, ...ended(code) };
    }
}

function ended(code) {
    const reason = `It ended with code ${code}, and without a report of a failed test.`;
    return { failed: 1, failures: [{ title: 'the run itself', reason }] };
}

function failuresIn(suite, titles) {
    const path = [...titles, suite.title];
    const own = (suite.specs ?? []).flatMap(spec => spec.tests.filter(test => test.status !== 'expected').map(test => ({
        title: [...path, spec.title].join(' › '), reason: test.status === 'skipped' ? 'It was skipped.' : errorsOf(test)
    })));
    return [...own, ...(suite.suites ?? []).flatMap(inner => failuresIn(inner, path))];
}

function errorsOf(test) {
    const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
    return test.results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n').replace(colours, '');
}

function indented(reason) {
    return reason.split('\n').slice(0, LINES_OF_A_REASON).map(line => `    ${line}`).join('\n');
}
