import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, test as base } from '@playwright/test';
import { Authority, AwsNames, AwsSignInEmulator } from 'aws-sign-in-emulator';
import { Backend } from './backend';
import { Endings } from './endings';
import { ConfiguredProduct } from './configured-product';
import { CONFIG, CREDENTIALS, HomeFolder } from './home-folder';
import { IdeWindow } from './ide-window';

/** Domains of organisations, under which tests put start URLs that lead to AWS, or elsewhere. */
const VANITY_HOSTS = ['aws.my-corp.example', 'go.my-corp.example'];

export interface IdeOptions {
    /** Signs for AWS's hosts; the browser knows it. */
    readonly authority: Authority;
    /** `user:password` that the proxy to AWS wants. */
    readonly proxyLogin?: string;
}

/**
 * An IDE with everything around it that a test can turn: the emulator in AWS's place, the home folder, backends and windows. Backends dial
 * AWS's own hosts on port 443, and a page that opens a link of AWS does so too. A test of another way, such as a configured endpoint or a
 * proxy, gives its backend the variables for it.
 */
export class Ide {

    protected readonly backends: Backend[] = [];
    protected product: ConfiguredProduct | undefined;

    protected constructor(
        readonly emulator: AwsSignInEmulator, readonly aws: AwsNames, readonly home: HomeFolder, protected readonly browser: Browser,
        protected readonly endings: Endings
    ) { }

    /** Starts everything but backends and windows. A set-up that fails ends what it has begun. */
    static async create(browser: Browser, { authority, proxyLogin }: IdeOptions): Promise<Ide> {
        const endings = new Endings();
        try {
            const home = new HomeFolder();
            endings.add(() => home.remove());
            home.write('.aws/config', CONFIG);
            home.write('.aws/credentials', CREDENTIALS);
            // By code unless a test says otherwise: browser and backend do share a machine here.
            home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
            const emulator = await AwsSignInEmulator.start();
            endings.add(() => emulator.stop());
            const aws = await AwsNames.serve(emulator, { authority, proxyLogin, otherHosts: VANITY_HOSTS });
            endings.add(() => aws.stop());
            return new Ide(emulator, aws, home, browser, endings);
        } catch (error) {
            await endings.endAll();
            throw error;
        }
    }

    /** The backend started last. */
    get backend(): Backend {
        const backend = this.backends.at(-1);
        if (!backend) {
            throw new Error('No backend was started.');
        }
        return backend;
    }

    /** Makes another product of the example, before a backend starts. @param awsAccounts what its `package.json` says in both halves */
    configure(awsAccounts: object): void {
        this.product = new ConfiguredProduct(awsAccounts);
    }

    /** @param env on top of, or instead of, what leads to the emulator in AWS's place */
    async startBackend(env: Record<string, string> = {}): Promise<Backend> {
        const { directVariables } = this.aws;
        const product = this.product && { NODE_OPTIONS: `${directVariables.NODE_OPTIONS} --require ${this.product.preload(this.home)}` };
        const backend = Backend.spawn(this.home.path, { ...directVariables, ...product, ...env });
        this.endings.add(() => backend.stop());
        this.backends.push(backend);
        return backend.ready();
    }

    /** Opens a window, with a browser profile of its own. @param url that of the backend started last, unless another one is given */
    async openWindow(workspace = this.home.workspace, url?: string): Promise<IdeWindow> {
        if (url === undefined && this.backends.length === 0) {
            await this.startBackend();
        }
        const [username, password] = this.aws.proxyLogin?.split(':') ?? [];
        const proxy = { server: this.aws.proxyServer, bypass: '127.0.0.1', username, password };
        const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, proxy });
        this.endings.add(() => context.close());
        const page = await context.newPage();
        await this.product?.configure(page);
        return IdeWindow.open(page, url ?? this.backend.url, workspace);
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

    /** Ends what a test has started besides, when the test ends, whichever way. */
    atTheEnd(end: () => unknown): void {
        this.endings.add(end);
    }

    dispose(): Promise<void> {
        return this.endings.endAll();
    }
}

export interface IdeFixtures {
    /** `user:password` that the proxy to AWS wants; with `test.use`. */
    readonly proxyLogin: string | undefined;
    readonly ide: Ide;
}

export const test = base.extend<IdeFixtures, { authority: Authority }>({
    authority: [({ browserName: _ }, use) => Authority.create().then(use), { scope: 'worker' }],
    launchOptions: [async ({ launchOptions, authority }, use) => {
        await use({ ...launchOptions, args: [...launchOptions.args ?? [], `--ignore-certificate-errors-spki-list=${authority.spki}`] });
    }, { scope: 'worker' }],
    proxyLogin: [undefined, { option: true }],
    ide: async ({ browser, authority, proxyLogin }, use) => {
        const ide = await Ide.create(browser, { authority, proxyLogin });
        try {
            await use(ide);
        } finally {
            await ide.dispose();
        }
    }
});

export { expect } from '@playwright/test';
