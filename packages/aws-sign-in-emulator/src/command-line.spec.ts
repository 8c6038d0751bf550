import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, Server } from 'node:net';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { sampleOrganisation } from './organisation/sample-organisation';

describe('aws-sign-in-emulator', function () {
    this.timeout(20_000);

    let program: ChildProcessWithoutNullStreams | undefined;
    let occupier: Server | undefined;

    const start = (...args: string[]): ChildProcessWithoutNullStreams => program = spawn(
        process.execPath, [join(__dirname, 'command-line.js'), ...args]
    );
    const firstLine = async ({ stdout }: ChildProcessWithoutNullStreams): Promise<string> =>
        String((await once(stdout.setEncoding('utf8'), 'data'))[0]);
    const failure = async (child: ChildProcessWithoutNullStreams): Promise<{ code: number; stderr: string }> => {
        let stderr = '';
        child.stderr.setEncoding('utf8').on('data', text => stderr += text);
        const [code] = await once(child, 'close');
        return { code, stderr };
    };
    const occupy = async (): Promise<number> => {
        occupier = createServer().listen(0, '127.0.0.1');
        await once(occupier, 'listening');
        return (occupier.address() as { port: number }).port;
    };
    const leave = async (): Promise<void> => {
        if (occupier?.listening) {
            occupier.close();
            await once(occupier, 'close');
        }
    };

    afterEach(async () => {
        await leave();
        if (program && program.exitCode === null && program.signalCode === null) {
            program.kill('SIGKILL');
            await once(program, 'close');
        }
    });

    it('prints its address in one line and answers there', async () => {
        const line = await firstLine(start());
        expect(line).to.match(/^AWS sign-in emulator listening on http:\/\/127\.0\.0\.1:\d+\n$/);
        const sts =
            new STSClient({ region: 'us-east-1', endpoint: line.trim().split(' ').at(-1), credentials: sampleOrganisation.users[0] });
        expect((await sts.send(new GetCallerIdentityCommand({}))).Account).to.equal('111122223333');
        sts.destroy();
    });

    it('listens on the port that was asked for', async () => {
        const port = await occupy();
        await leave();
        expect(await firstLine(start('--port', String(port)))).to.contain(`http://127.0.0.1:${port}\n`);
    });

    it('tells how to reach it in AWS\'s place, where a plain client then meets it', async () => {
        const child = start('--as-aws');
        let printed = '';
        child.stdout.setEncoding('utf8').on('data', text => printed += text);
        while (!printed.includes('--proxy-server=')) {
            await once(child.stdout, 'data');
        }
        const [direct, proxied] = printed.split('Any process meets it by a proxy with:');
        const variables = Object.fromEntries([...direct.matchAll(/^ {2}(\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]));
        const client = spawn(
            process.execPath, ['-e', "fetch('https://sts.amazonaws.com/').then(({ status }) => console.log(status))"],
            { env: { PATH: process.env.PATH, ...variables } }
        );
        expect(String((await once(client.stdout, 'data'))[0]).trim()).to.equal('404');
        expect(proxied).to.match(/^ {2}HTTPS_PROXY='http:\/\/127\.0\.0\.1:\d+'$/m).and.to.match(/^ {2}AWS_CA_BUNDLE='.*authority\.pem'$/m);
    });

    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        it(`ends well on ${signal}, with a request unanswered`, async () => {
            const child = start();
            const url = (await firstLine(child)).trim().split(' ').at(-1) ?? '';
            await fetch(
                `${url}/emulator/faults`, { method: 'POST', body: JSON.stringify({ operation: '*', kind: 'delay', ms: 3600_000 }) }
            );
            const unanswered = fetch(`${url}/token`, { method: 'POST', body: '{}' }).catch((error: Error) => error.message);
            await fetch(`${url}/emulator/requests`);
            child.kill(signal);
            expect(await once(child, 'close')).to.deep.equal([0, null]);
            expect(await unanswered).to.equal('fetch failed');
        });
    }

    const mistakes: [args: string[], message: RegExp][] = [
        [['--port', 'http'], /^--port has to be a number from 0 to 65535, not "http"\.\n$/],
        [['--port', '65536'], /^--port has to be a number from 0 to 65535, not "65536"\.\n$/],
        [['--port', ''], /^--port has to be a number from 0 to 65535, not ""\.\n$/],
        [['--prot', '1'], /^Unknown option '--prot'/]
    ];
    for (const [args, message] of mistakes) {
        it(`refuses ${args.join(' ')} with a sentence`, async () => {
            const { code, stderr } = await failure(start(...args));
            expect(code).to.equal(1);
            expect(stderr).to.match(message);
        });
    }

    it('says when the port is taken', async () => {
        const { code, stderr } = await failure(start('--port', String(await occupy())));
        expect(code).to.equal(1);
        expect(stderr).to.contain('EADDRINUSE');
    });
});
