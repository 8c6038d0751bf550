#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { AwsSignInEmulator } from './aws-sign-in-emulator';

/** `aws-sign-in-emulator [--port N]`: prints its address in one line when it is ready, and ends on SIGINT or SIGTERM. */
async function main(): Promise<void> {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
    const emulator = await AwsSignInEmulator.start({ port: portOf(values.port) });
    process.stdout.write(`AWS sign-in emulator listening on ${emulator.url}\n`);
    const end = (): void => {
        void emulator.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
}

function portOf(text: string): number {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
        throw new Error(`--port has to be a number from 0 to 65535, not "${text}".`);
    }
    return Number(text);
}

main().catch(error => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
