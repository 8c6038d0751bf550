import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, test as base } from '@playwright/test';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { Backend } from './backend';
import { CONFIG, CREDENTIALS, HomeFolder } from './home-folder';
import { IdeWindow } from './ide-window';

/** An IDE with everything around it that a test can turn: the stand-in for AWS, the home folder, backends and windows. */
export class Ide {

    protected readonly backends: Backend[] = [];

    constructor(readonly emulator: AwsSignInEmulator, readonly home: HomeFolder, protected readonly browser: Browser) { }

    static async create(browser: Browser): Promise<Ide> {
        const home = new HomeFolder();
        home.write('.aws/config', CONFIG);
        home.write('.aws/credentials', CREDENTIALS);
        // By code unless a test says otherwise: browser and backend do share a machine here.
        home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
        return new Ide(await AwsSignInEmulator.start(), home, browser);
    }

    /** The backend started last. */
    get backend(): Backend {
        const backend = this.backends.at(-1);
        if (!backend) {
            throw new Error('No backend was started.');
        }
        return backend;
    }

    async startBackend(env: Record<string, string> = {}): Promise<Backend> {
        const backend = await Backend.start(this.home.path, { AWS_ENDPOINT_URL: this.emulator.url, ...env });
        this.backends.push(backend);
        return backend;
    }

    /** Opens a window, with a browser profile of its own. @param url that of the backend started last, unless another one is given */
    async openWindow(workspace = this.home.workspace, url?: string): Promise<IdeWindow> {
        if (url === undefined && this.backends.length === 0) {
            await this.startBackend();
        }
        const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
        return IdeWindow.open(await context.newPage(), url ?? this.backend.url, workspace);
    }

    /** Signs in with Builder ID as a person does, with the emulator as the person's browser. */
    async signInWithBuilderId(window: IdeWindow): Promise<void> {
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        this.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
    }

    /** All logs of backends and browsers. */
    logs(...windows: IdeWindow[]): string {
        return [...this.backends.map(backend => backend.log), ...windows.flatMap(window => window.consoleLines)].join('\n');
    }

    token(name: string): string {
        return readFileSync(join(this.home.path, '.aws', 'sso', 'cache', name), 'utf8');
    }

    async dispose(): Promise<void> {
        await Promise.all(this.browser.contexts().map(context => context.close()));
        await Promise.all(this.backends.map(backend => backend.stop()));
        await this.emulator.stop();
        this.home.remove();
    }
}

export const test = base.extend<{ ide: Ide }>({
    ide: async ({ browser }, use) => {
        const ide = await Ide.create(browser);
        await use(ide);
        await ide.dispose();
    }
});

export { expect } from '@playwright/test';
