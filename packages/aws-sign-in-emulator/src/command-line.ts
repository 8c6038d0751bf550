#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { AwsSignInEmulator } from './aws-sign-in-emulator';

/** `aws-sign-in-emulator [--port N]`: prints its address in one line when it is ready, and ends on SIGINT or SIGTERM. */
async function main(): Promise<void> {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
    const emulator = await AwsSignInEmulator.start({ port: Number(values.port) });
    process.stdout.write(`AWS sign-in emulator listening on ${emulator.url}\n`);
    const end = (): void => {
        void emulator.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
}

main().catch(error => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
