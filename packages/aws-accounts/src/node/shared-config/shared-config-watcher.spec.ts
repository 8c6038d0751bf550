import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { injectable } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { SharedConfigWatcher } from './shared-config-watcher';
import { ConfigHome } from './test/config-home';

/** Tells a spec when it has looked at a file, whatever it found. */
@injectable()
class ObservedWatcher extends SharedConfigWatcher {

    looked = new Deferred();

    protected override async look(path: string): Promise<void> {
        await super.look(path);
        this.looked.resolve();
    }
}

describe('Watching the shared config files', function (): void {

    this.timeout(10_000);

    let home: ConfigHome;
    let watcher: ObservedWatcher;
    const toDispose: Disposable[] = [];

    /** Watches, makes an edit, and gives the milliseconds until it was told. */
    async function delayOf(edit: () => Promise<unknown>): Promise<number> {
        home.container.bind(ObservedWatcher).toSelf().inSingletonScope();
        watcher = home.container.get(ObservedWatcher);
        toDispose.push(watcher);
        await baseline();
        const changed = new Promise<void>(resolve => toDispose.push(watcher.onDidChange(resolve)));
        const started = performance.now();
        await edit();
        await changed;
        return performance.now() - started;
    }

    /** Waits until the watcher has looked at what is there: a touch of the file tells. */
    async function baseline(): Promise<void> {
        await Promise.all([...watcher['seen'].values()]);
    }

    beforeEach(async () => {
        home = await ConfigHome.create();
        await home.write('[profile a]\nregion = eu-west-1\n');
    });

    afterEach(async () => {
        toDispose.splice(0).forEach(disposable => disposable.dispose());
        await home.dispose();
    });

    const EDITS: [what: string, edit: (config: string) => Promise<unknown>][] = [
        ['written in place', config => writeFile(config, '[profile a]\nregion = eu-west-2\n')],
        ['replaced by another file', async config => {
            await writeFile(`${config}.new`, '[profile a]\nregion = eu-west-3\n');
            await rename(`${config}.new`, config);
        }],
        ['deleted and made again', async config => {
            await rm(config);
            await writeFile(config, '[profile b]\n');
        }],
        ['deleted', config => rm(config)]
    ];

    for (const [what, edit] of EDITS) {
        it(`tells within 2 s that a file was ${what}`, async () => {
            expect(await delayOf(() => edit(home.environment.configFile))).to.be.below(2_000);
        });
    }

    it('tells that a file was made, even one whose folder was missing', async () => {
        await rm(dirname(home.environment.configFile), { recursive: true });
        const delay = await delayOf(async () => {
            await mkdir(dirname(home.environment.configFile));
            await home.write('', '[a]\n');
        });
        expect(delay).to.be.below(2_000);
    });

    it('tells that the target of a symbolic link was edited', async () => {
        const target = join(home.folder, 'elsewhere');
        await writeFile(target, '[profile a]\n');
        await symlink(target, home.environment.credentialsFile);
        expect(await delayOf(() => writeFile(target, '[profile b]\n'))).to.be.below(2_000);
    });

    it('is silent about a file that was written and says the same as before', async () => {
        let events = 0;
        const delay = await delayOf(async () => {
            toDispose.push(watcher.onDidChange(() => events += 1));
            await utimes(home.environment.configFile, new Date(), new Date(Date.now() + 5_000));
            await watcher.looked.promise;
            expect(events).to.equal(0);
            await home.write('[profile b]\n');
        });
        expect(delay).to.be.below(4_000);
        expect(events).to.equal(1);
    });

    it('is silent when it was disposed while it looked', async () => {
        let events = 0;
        await delayOf(() => home.write('[profile b]\n'));
        await home.write('[profile c]\n');
        toDispose.push(watcher.onDidChange(() => events += 1));
        const look = watcher['look'](home.environment.configFile);
        watcher.dispose();
        await look;
        expect(events).to.equal(0);
    });
});
