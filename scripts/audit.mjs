import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './checkout.mjs';

// node scripts/audit.mjs: asks the registry for known holes in what the two published packages bring into a product.
// node scripts/audit.mjs --judge: judges a report of `npm audit --json` from the standard input.

/** Theia and its dependencies are the product's, and tools of development reach nobody. */
const ARGUMENTS = ['audit', '--json', '--omit=dev', '--omit=peer', '-w', 'theia-aws-accounts', '-w', 'theia-aws-accounts-plugin-ext'];
/** Below these, a hole is for a person to judge at the next update. */
const GRAVE = ['high', 'critical'];
const LONGEST_MS = 120_000;

/** Judges a report. `unanswered`: the registry, or the way to it, gave none, which says nothing about holes. */
export function judge(report) {
    try {
        const { vulnerabilities, message, error } = JSON.parse(report);
        if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
            return { kind: 'unanswered', reason: message || error?.summary || 'a report without vulnerabilities' };
        }
        const grave = Object.values(vulnerabilities).filter(({ severity }) => GRAVE.includes(severity));
        const names = grave.map(({ name, severity, range }) => `${name} ${range ?? ''} (${severity})`);
        return grave.length === 0 ? { kind: 'clean' } : { kind: 'holes', names };
    } catch {
        return { kind: 'unanswered', reason: report.trim() === '' ? 'no report' : 'no JSON' };
    }
}

/** Says how it ended, loudly where nothing was asked, and counts like a stage of the tests. */
export function told(verdict) {
    switch (verdict.kind) {
        case 'clean':
            process.stdout.write('npm audit: no grave holes in what the published packages depend on\n');
            return { passed: 1, failed: 0 };
        case 'holes':
            process.stdout.write(`npm audit: grave holes in what the published packages depend on:\n  ${verdict.names.join('\n  ')}\n`);
            return { passed: 0, failed: 1 };
        case 'unanswered':
            process.stdout.write(`\n!!! npm audit DID NOT RUN: the registry gave no answer (${verdict.reason}).\n`
                + '!!! Known holes in dependencies were not looked for.\n\n');
            return { passed: 0, failed: 0 };
    }
}

export function auditStage() {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout, error } = spawnSync(npm, ARGUMENTS, {
        cwd: inCheckout(), encoding: 'utf8', timeout: LONGEST_MS, shell: process.platform === 'win32'
    });
    return told(error ? { kind: 'unanswered', reason: error.code ?? error.message } : judge(stdout));
}

async function main(args) {
    const { failed } = args.includes('--judge') ? told(judge(String(Buffer.concat(await process.stdin.toArray())))) : auditStage();
    process.exitCode = failed === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    await main(process.argv.slice(2));
}
