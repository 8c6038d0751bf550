import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import type { HomeFolder } from '../e2e/home-folder';

const ENTRY = '.local/share/applications/written-down.desktop';

/** The browser that the desktop opens addresses with: it writes them down, for somebody else to go there. */
export class SystemBrowser {

    protected readonly list: string;

    constructor(protected readonly home: HomeFolder) {
        this.list = home.pathOf('addresses.txt');
        const script = home.pathOf('browser.sh');
        home.write('browser.sh', `#!/bin/sh\nprintf '%s\\n' "$1" >> '${this.list}'\n`);
        chmodSync(script, 0o755);
        const entry =
            `[Desktop Entry]\nType=Application\nName=Written down\nExec=${script} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n`;
        home.write(ENTRY, entry);
        const defaults =
            '[Default Applications]\nx-scheme-handler/http=written-down.desktop\nx-scheme-handler/https=written-down.desktop\n';
        for (const place of ['.config/mimeapps.list', '.local/share/applications/mimeapps.list']) {
            mkdirSync(dirname(home.pathOf(place)), { recursive: true });
            writeFileSync(home.pathOf(place), defaults);
        }
    }

    get env(): { readonly [name: string]: string } {
        return {
            XDG_CONFIG_HOME: this.home.pathOf('.config'), XDG_DATA_HOME: this.home.pathOf('.local/share'),
            BROWSER: this.home.pathOf('browser.sh')
        };
    }

    /** Waits for the address that was opened, and forgets it. */
    async opened(): Promise<string> {
        await expect.poll(() => this.addresses.length, { timeout: 30_000, message: 'the system\'s browser is asked' }).toBeGreaterThan(0);
        const [address] = this.addresses;
        rmSync(this.list);
        return address;
    }

    protected get addresses(): readonly string[] {
        return existsSync(this.list) ? readFileSync(this.list, 'utf8').trim().split('\n') : [];
    }
}
