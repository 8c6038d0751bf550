import { randomInt } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { basename, dirname } from 'node:path';
import { expect } from 'chai';
import type { TokenReport } from './token-process';
import { SESSION, TokenProcess, TokenProcesses } from './token-processes';

const WRITES = 500;
/** A process is killed after at most this many of its writes. */
const WRITES_AT_MOST = 40;
/** Time within which a lock of a killed process is free again, in milliseconds. */
const FREED_AFTER_MS = 30_000;

describe('Processes that share a home folder', function () {
    this.timeout(120_000);

    let processes: TokenProcesses;

    beforeEach(async () => {
        processes = await TokenProcesses.create();
    });

    afterEach(() => processes.dispose());

    const asked = (): number => processes.emulator.count('CreateToken');
    const isLocked = (): Promise<boolean> => lstat(`${processes.tokenPath}.lock`).then(() => true, () => false);
    const tokenOf = (report: TokenReport): string => report.kind === 'token'
        ? report.accessToken
        : `${report.kind}: ${JSON.stringify(report)}`;
    async function getTokens(...several: TokenProcess[]): Promise<string[]> {
        several.forEach(process => process.order({ kind: 'getToken', session: SESSION }));
        return (await Promise.all(several.map(process => process.next('token')))).map(tokenOf);
    }

    it('refresh a token once, however many need it: 8 at once, with a refresh token that works once', async () => {
        const old = await processes.writeEndedToken();
        const eight = await processes.start(8);
        // Long enough for all of them to see the old token.
        processes.emulator.faults.add({ operation: 'CreateToken', kind: 'delay', ms: 500 });
        const tokens = await getTokens(...eight);
        const file = JSON.parse(await readFile(processes.tokenPath, 'utf8'));
        expect(asked()).to.equal(1);
        expect(new Set(tokens)).to.deep.equal(new Set([file.accessToken]));
        expect(file).to.include({ foreign: 'kept' });
        expect([file.accessToken, file.refreshToken]).to.not.include(old.accessToken).and.not.include(old.refreshToken);
        expect(await readdir(dirname(processes.tokenPath))).to.deep.equal([basename(processes.tokenPath)]);
    });

    it('go on when one is killed while it holds the lock', async () => {
        await processes.writeEndedToken();
        const [victim, ...others] = await processes.start(4);
        processes.emulator.faults.add({ operation: 'CreateToken', kind: 'hang', times: 1 });
        victim.order({ kind: 'getToken', session: SESSION });
        while (asked() === 0) {
            await new Promise(resolve => setImmediate(resolve));
        }
        expect(await isLocked()).to.equal(true);
        const getting = getTokens(...others);
        await victim.kill();
        const killedAt = Date.now();
        const tokens = await getting;
        expect(Date.now() - killedAt).to.be.lessThan(FREED_AFTER_MS);
        expect(new Set(tokens)).to.deep.equal(new Set([JSON.parse(await readFile(processes.tokenPath, 'utf8')).accessToken]));
        expect(asked(), 'that of the victim, and one more').to.equal(2);
        expect(await isLocked()).to.equal(false);
    });

    /** The token in the file; fails when the file is torn. */
    async function wholeToken(): Promise<string> {
        const text = await readFile(processes.tokenPath, 'utf8');
        const { accessToken, refreshToken, expiresAt } = JSON.parse(text);
        expect([refreshToken, expiresAt]).to.deep.equal([accessToken, '2030-01-01T00:00:00Z']);
        expect(accessToken).to.equal(accessToken[0].repeat(accessToken.length));
        return accessToken;
    }

    it(`never leave a torn file: killed at random points of ${WRITES} writes`, async () => {
        let written = 0;
        let kills = 0;
        while (written < WRITES) {
            const [writer] = await processes.start(1);
            const wanted = 1 + randomInt(Math.min(WRITES_AT_MOST, WRITES - written));
            const count = (): number => writer.reports.filter(({ kind }) => kind === 'wrote').length;
            writer.order({ kind: 'writeTokens', session: SESSION });
            while (count() < wanted) {
                await writer.change();
                await wholeToken();
                expect(writer.reports.filter(({ kind }) => kind === 'failed')).to.deep.equal([]);
            }
            // Somewhere within the next write.
            await delay(randomInt(4));
            await writer.kill();
            kills += 1;
            written += count();
            await wholeToken();
        }
        expect(kills).to.be.greaterThan(WRITES / WRITES_AT_MOST / 2);
        const leftovers = (await readdir(dirname(processes.tokenPath))).filter(name => name !== basename(processes.tokenPath));
        expect(leftovers.length, 'a killed writer leaves one draft at most').to.be.at.most(kills);
        expect(leftovers.filter(name => !name.endsWith('.draft'))).to.deep.equal([]);
    });
});
