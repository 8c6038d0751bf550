import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './packed-package';

const hole = (severity: string): object => ({ vulnerabilities: { leaky: { name: 'leaky', severity, range: '<1.2.3' } } });

describe('The audit of what the published packages depend on', () => {

    function judged(report: string): readonly [number | null, string] {
        const { status, stdout } = spawnSync(
            process.execPath, [join(ROOT, 'scripts', 'audit.mjs'), '--judge'], { input: report, encoding: 'utf8' }
        );
        return [status, stdout];
    }

    for (const severity of ['high', 'critical']) {
        it(`fails with a hole that is ${severity}, and names it`, () => {
            const [status, said] = judged(JSON.stringify(hole(severity)));
            expect(status).to.equal(1);
            expect(said).to.contain(`leaky <1.2.3 (${severity})`);
        });
    }

    for (const [sentence, report] of [
        ['no hole', { vulnerabilities: {} }], ['a hole that is low', hole('low')], ['a hole that is moderate', hole('moderate')]
    ] as const) {
        it(`passes with ${sentence}`, () => {
            const [status, said] = judged(JSON.stringify(report));
            expect([status, said.includes('DID NOT RUN')]).to.deep.equal([0, false]);
        });
    }

    for (const [sentence, report] of [
        ['a registry without the service', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 })],
        ['an error of npm', JSON.stringify({ error: { code: 'ENOAUDIT', summary: 'no audit' } })], ['nothing', ''],
        ['what is no JSON', '<html>']
    ] as const) {
        it(`says loudly that nothing was asked, and fails nobody, with ${sentence}`, () => {
            const [status, said] = judged(report);
            expect(status).to.equal(0);
            expect(said).to.contain('npm audit DID NOT RUN');
        });
    }
});
