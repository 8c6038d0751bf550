import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { Authority } from 'aws-sign-in-emulator';
import { Endings } from './endings';
import { expect, Ide, test } from './ide';

/** The processes whose home folder is `home`. */
function processesOf(home: string): string[] {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name) && environmentOf(name).split('\0').includes(`HOME=${home}`));
}

/** A process may end while it is looked at, and those of other users are closed. */
function environmentOf(pid: string): string {
    try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8');
    } catch {
        return '';
    }
}

function restore(variable: string, value: string | undefined): void {
    if (value === undefined) {
        delete process.env[variable];
    } else {
        process.env[variable] = value;
    }
}

async function reachable(url: string): Promise<boolean> {
    return fetch(url).then(() => true, () => false);
}

test('a set-up that fails before the browser is asked leaves neither folders nor listeners', async ({ browser, authority }) => {
    const broken = { ...authority, get certificate(): string { throw new Error('no certificate'); } } as unknown as Authority;
    // A folder for temporary files that this test alone looks at.
    const { TMPDIR } = process.env;
    const own = mkdtempSync(join(tmpdir(), 'set-up-'));
    process.env.TMPDIR = own;
    try {
        await expect(Ide.create(browser, { authority: broken })).rejects.toThrow('no certificate');
        expect(readdirSync(own)).toEqual([]);
    } finally {
        restore('TMPDIR', TMPDIR);
        rmSync(own, { recursive: true });
    }
});

test('a backend that ends instead of listening, and a window that does not open, leave nothing running', async ({ browser, authority }) => {
    const closed = { newContext: () => Promise.reject(new Error('no window')) } as unknown as Browser;
    const ide = await Ide.create(closed, { authority });
    const { home, emulator, aws } = ide;
    await expect(ide.startBackend({ NODE_OPTIONS: '--require /none/such.cjs' })).rejects.toThrow('The example ended with code 1');
    await expect(ide.openWindow()).rejects.toThrow('no window');
    await ide.startBackend();
    await expect(ide.openWindow()).rejects.toThrow('no window');
    expect(processesOf(home.path)).not.toEqual([]);
    expect(await reachable(`${emulator.url}/emulator/pending`)).toBe(true);
    const { url } = emulator;
    await ide.dispose();
    expect(processesOf(home.path)).toEqual([]);
    expect(await reachable(`${url}/emulator/pending`)).toBe(false);
    expect(existsSync(home.path)).toBe(false);
    expect(existsSync(dirname(aws.authorityFile))).toBe(false);
    expect(browser.isConnected()).toBe(true);
});

test('a backend that nobody waits for any longer is ended with the rest', async ({ browser, authority }) => {
    const ide = await Ide.create(browser, { authority });
    const starting = ide.startBackend().catch((error: Error) => error.message);
    await expect.poll(() => processesOf(ide.home.path)).not.toEqual([]);
    await ide.dispose();
    expect(await starting).toContain('The example ended with code');
    expect(processesOf(ide.home.path)).toEqual([]);
});

test('one thing that cannot end keeps no other from it', async () => {
    const ended: string[] = [];
    const endings = new Endings();
    endings.add(() => ended.push('first'));
    endings.add(() => Promise.reject(new Error('stuck')));
    endings.add(() => ended.push('last'));
    await expect(endings.endAll()).rejects.toThrow('stuck');
    expect(ended).toEqual(['last', 'first']);
    await endings.endAll();
    expect(ended).toEqual(['last', 'first']);
});
