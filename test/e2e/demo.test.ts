import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { expect, test } from './ide';
import { IdeWindow } from './ide-window';

const DEMO = pathToFileURL(join(__dirname, '..', '..', 'scripts', 'demo.mjs')).href;

/** Does what `npm start -- --as-aws` does once everything is built. */
const program = (port: number): string => `
    const { startDemo } = await import(${JSON.stringify(DEMO)});
    const { lines, stop } = await startDemo({ port: ${port}, hostname: '127.0.0.1', asAws: true });
    process.on('SIGTERM', () => stop().then(() => process.exit(0)));
    console.log(lines.join('\\n'));
`;

async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    return port;
}

async function printed({ stdout, stderr }: ChildProcess): Promise<string> {
    let text = '';
    const read = (data: Buffer): void => {
        text += data.toString();
    };
    stdout?.on('data', read);
    stderr?.on('data', read);
    await expect.poll(() => text, { timeout: 60_000 }).toContain('Ready: ');
    return text;
}

test('the demo in AWS\'s place: no endpoint is named, and AWS\'s pages open in a browser that is started as it '
    + 'says', async ({ launchOptions }) => {
    const demo = spawn(process.execPath, ['--input-type=module', '-e', program(await freePort())], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(demo, 'exit');
    try {
        const text = await printed(demo);
        const [, args, url] = /^ {2}chromium (.*) (http:\S+)$/m.exec(text) ?? [];
        const [, profile] = /--user-data-dir=(\S+)/.exec(args) ?? [];
        const { executablePath, args: usual = [] } = launchOptions;
        const led = args.split(' ').filter(argument => !argument.startsWith('--user-data-dir='));
        const browser = await chromium.launchPersistentContext(profile, { executablePath, args: [...usual, ...led] });
        try {
            const window = await IdeWindow.open(await browser.newPage(), url, '');
            const signingIn = await window.start('aws.accounts.signIn', 'builder-id');
            const opened = browser.waitForEvent('page');
            await window.dialog.button('open-page').click();
            await expect(window.dialog.root.getByRole('note')).toHaveCount(0);
            const aws = await opened;
            expect(new URL(aws.url()).host).toBe('oidc.us-east-1.amazonaws.com');
            await aws.getByRole('button', { name: 'Allow' }).click();
            await signingIn.outcome();
            await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
            const [, page] = /enter that code at (\S+)$/m.exec(text) ?? [];
            expect(await (await fetch(page)).text()).toContain('The code that your IDE shows');
        } finally {
            await browser.close();
        }
        demo.kill('SIGTERM');
        await ended;
        expect(existsSync(profile), 'its folder').toBe(false);
    } finally {
        demo.kill('SIGKILL');
        await ended;
    }
});
