import { chmod, readFile, stat, symlink, rename } from 'node:fs/promises';
import { expect } from 'chai';
import { ConfigHome } from '../test/config-home';
import { BothConfigFiles } from './both-config-files';
import type { ConfigChange, ConfigSectionId, ConfigSetting } from './config-change';
import { SharedConfigEditor } from './shared-config-editor';

const A: ConfigSectionId = { kind: 'profile', name: 'a' };
const SECRETS: readonly ConfigSetting[] = [['aws_secret_access_key', 'x'], ['aws_session_token', 'x'], ['aws_security_token', 'x']];

describe('A file that gets a secret', () => {
    let home: ConfigHome;
    let editor: SharedConfigEditor;
    let config: string;

    beforeEach(async () => {
        home = await ConfigHome.create();
        config = home.environment.configFile;
        home.container.bind(SharedConfigEditor).toSelf();
        home.container.bind(BothConfigFiles).toSelf();
        editor = home.container.get(SharedConfigEditor);
        await home.write('[profile a]\nregion = eu-west-1\n');
        await chmod(config, 0o666);
    });

    afterEach(() => home.dispose());

    const mode = async (path = config): Promise<number> => (await stat(path)).mode & 0o777;

    for (const [key, value] of SECRETS) {
        for (const change of [
            { kind: 'setKey', section: A, key, value },
            { kind: 'addSection', section: { kind: 'profile', name: 'b' }, settings: [[key, value]] }
        ] satisfies ConfigChange[]) {
            // @threat open-secret-files
            it(`is for its owner alone, whoever could read it before: ${change.kind} ${key}`, async () => {
                await editor.apply('config', [change]);
                expect([await mode(), (await readFile(config, 'utf8')).includes(key)]).to.deep.equal([0o600, true]);
            });
        }
    }

    // @threat open-secret-files
    it('is so behind a symbolic link too', async () => {
        await rename(config, `${config}.real`);
        await symlink(`${config}.real`, config);
        await editor.apply('config', [{ kind: 'setKey', section: A, key: 'aws_secret_access_key', value: 'x' }]);
        expect(await mode(`${config}.real`)).to.equal(0o600);
    });

    // @threat open-secret-files
    it('is so when a change is taken back that had taken the secret away', async () => {
        const files = home.container.get(BothConfigFiles);
        await home.write('[profile a]\naws_secret_access_key = x\n');
        const [changed] = await files.apply({ config: [{ kind: 'removeSection', section: A }], credentials: [] });
        expect(await mode(), 'that it loses a secret is no reason to close it').to.equal(0o666);
        expect(await files.takeBack(changed)).to.equal(true);
        expect(await mode()).to.equal(0o600);
    });

    it('is the only one that is closed', async () => {
        await editor.apply(
            'config', [{ kind: 'setKey', section: A, key: 'region', value: 'eu-west-2' }, { kind: 'removeKey', section: A, key: 'x' }]
        );
        expect(await mode()).to.equal(0o666);
    });
});
