import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import { AwsSignInEmulator } from './aws-sign-in-emulator';

describe('AwsSignInEmulator', function () {
    this.timeout(20_000);

    it('listens on 127.0.0.1 and nowhere else', async () => {
        const emulator = await AwsSignInEmulator.start();
        const { hostname, port } = new URL(emulator.url);
        expect(hostname).to.equal('127.0.0.1');
        const others = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []).filter(
            ({ internal, family }) => !internal && family === 'IPv4'
        );
        for (const { address } of others) {
            const socket = connect(Number(port), address);
            const [error] = await once(socket, 'error');
            expect(error.code).to.equal('ECONNREFUSED');
        }
        await emulator.stop();
    });

    it('gives two emulators ports and memories of their own', async () => {
        const [one, two] = [await AwsSignInEmulator.start(), await AwsSignInEmulator.start()];
        await fetch(`${one.url}/client/register`, { method: 'POST', body: '{"clientName":"spec","clientType":"public"}' });
        expect([one.count('RegisterClient'), two.count('RegisterClient')]).to.deep.equal([1, 0]);
        await one.stop();
        await two.stop();
    });

    it('keeps no process alive after its end, not even for an answer that it was to delay', async () => {
        const program = spawn(process.execPath, ['-e', `
            const { AwsSignInEmulator } = require(${JSON.stringify(__dirname)});
            AwsSignInEmulator.start().then(async emulator => {
                emulator.faults.add({ operation: 'CreateToken', kind: 'delay', ms: 3600000 });
                const answer = fetch(emulator.url + '/token', { method: 'POST', body: '{}' }).catch(() => undefined);
                await fetch(emulator.url + '/emulator/requests');
                await new Promise(setImmediate);
                await emulator.stop();
                await answer;
            });
        `], { timeout: 15_000 });
        expect(await once(program, 'exit')).to.deep.equal([0, null]);
    });
});
