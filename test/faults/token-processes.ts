import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AwsSignInEmulator, sampleOrganisation } from 'aws-sign-in-emulator';
import { createHash } from 'node:crypto';
import type { SsoSession } from 'theia-aws-accounts/lib/node/shared-config/sso-session';
import type { TokenOrder, TokenReport } from './token-process';

const [{ startUrl, region }] = sampleOrganisation.directories;
export const SESSION: SsoSession = { name: 'corp', startUrl, region };

/** One process with a token manager of its own. */
export class TokenProcess {

    readonly reports: TokenReport[] = [];
    protected waiting: (() => void)[] = [];

    constructor(readonly child: ChildProcess) {
        child.on('message', (report: TokenReport) => {
            this.reports.push(report);
            this.wake();
        });
        child.on('exit', () => this.wake());
    }

    order(order: TokenOrder): void {
        this.child.send(order);
    }

    /** Resolves with the first report of this kind, or of a failure. */
    async next(kind: TokenReport['kind']): Promise<TokenReport> {
        for (; ;) {
            const found = this.reports.find(report => report.kind === kind || report.kind === 'failed');
            if (found) {
                return found;
            }
            await this.change();
        }
    }

    /** Resolves as soon as there is something new to look at. */
    async change(): Promise<void> {
        if (this.child.exitCode !== null || this.child.signalCode !== null) {
            throw new Error('The process has ended.');
        }
        await new Promise<void>(resolve => this.waiting.push(resolve));
    }

    /** Ends the process as no process can prevent or notice. */
    async kill(): Promise<void> {
        if (this.child.exitCode === null && this.child.signalCode === null) {
            const exit = once(this.child, 'exit');
            this.child.kill('SIGKILL');
            await exit;
        }
    }

    protected wake(): void {
        this.waiting.splice(0).forEach(resolve => resolve());
    }
}

/** Processes that share a home folder, and an emulator behind them. */
export class TokenProcesses {

    protected readonly processes: TokenProcess[] = [];

    protected constructor(readonly home: string, readonly emulator: AwsSignInEmulator) { }

    static async create(): Promise<TokenProcesses> {
        return new TokenProcesses(await mkdtemp(join(tmpdir(), 'aws-accounts-faults-')), await AwsSignInEmulator.start());
    }

    async dispose(): Promise<void> {
        await Promise.all(this.processes.map(process => process.kill()));
        await this.emulator.stop();
        await rm(this.home, { recursive: true, force: true });
    }

    get tokenPath(): string {
        return join(this.home, '.aws', 'sso', 'cache', `${createHash('sha1').update(SESSION.name).digest('hex')}.json`);
    }

    async start(count: number): Promise<TokenProcess[]> {
        const env = {
            PATH: process.env.PATH, HOME: this.home, AWS_ENDPOINT_URL: this.emulator.url,
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true'
        };
        const started = Array.from(
            { length: count }, () => new TokenProcess(fork(join(__dirname, 'token-process.js'), { env, execArgv: [] }))
        );
        this.processes.push(...started);
        await Promise.all(started.map(process => process.next('ready')));
        return started;
    }

    /** A token that has run out, with a refresh token that works once. */
    async writeEndedToken(): Promise<{ accessToken: string; refreshToken: string }> {
        const { clientId, clientSecret } = await this.post(
            '/client/register', { clientName: 'faults', clientType: 'public', scopes: ['sso:account:access'] }
        );
        const { deviceCode, userCode } = await this.post('/device_authorization', { clientId, clientSecret, startUrl });
        this.emulator.approve(userCode);
        const { accessToken, refreshToken } = await this.post(
            '/token', { clientId, clientSecret, deviceCode, grantType: 'urn:ietf:params:oauth:grant-type:device_code' }
        );
        await mkdir(dirname(this.tokenPath), { recursive: true });
        const registrationExpiresAt = '2100-01-01T00:00:00Z';
        await writeFile(this.tokenPath, JSON.stringify({
            startUrl, region, accessToken, expiresAt: '2026-01-01T00:00:00Z', clientId, clientSecret, registrationExpiresAt, refreshToken,
            foreign: 'kept'
        }));
        this.emulator.forgetRequests();
        return { accessToken, refreshToken };
    }

    protected async post(path: string, request: object): Promise<Record<string, string>> {
        const response = await fetch(
            `${this.emulator.url}${path}`,
            { method: 'POST', body: JSON.stringify(request), headers: { 'content-type': 'application/json' } }
        );
        return await response.json() as Record<string, string>;
    }
}
