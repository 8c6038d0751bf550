#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { AwsNames } from './aws-names/aws-names';
import type { Variables } from './aws-names/process-variables';
import { AwsSignInEmulator } from './aws-sign-in-emulator';

/**
 * `aws-sign-in-emulator [--port N] [--as-aws]`: prints its address in one line when it is ready, and ends on SIGINT or SIGTERM. With
 * `--as-aws` it stands in AWS's place too, and prints which variables lead a process to it.
 */
async function main(): Promise<void> {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, 'as-aws': { type: 'boolean', default: false } } });
    const emulator = await AwsSignInEmulator.start({ port: portOf(values.port) });
    process.stdout.write(`AWS sign-in emulator listening on ${emulator.url}\n`);
    const names = values['as-aws'] ? await AwsNames.serve(emulator) : undefined;
    if (names) {
        process.stdout.write(howToReach(names));
    }
    const end = (): void => {
        void Promise.all([names?.stop(), emulator.stop()]).then(() => process.exit(0));
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
}

function howToReach({ directVariables, proxyVariables, chromiumArguments }: AwsNames): string {
    return [
        'A Node.js process meets it in AWS\'s place with:', ...assignments(directVariables),
        'Any process meets it by a proxy with:', ...assignments(proxyVariables),
        'Chromium meets it with:', `  ${chromiumArguments.join(' ')}`, ''
    ].join('\n');
}

function assignments(variables: Variables): string[] {
    return Object.entries(variables).map(([name, value]) => `  ${name}='${value}'`);
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
