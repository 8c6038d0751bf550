import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConfigHome } from '../test/config-home';
import type { ConfigSetting } from './config-change';
import { ProfileSettingsWriter } from './profile-settings-writer';
import { SharedConfigEditor } from './shared-config-editor';

describe('A setting of a profile', () => {

    let home: ConfigHome;
    let writer: ProfileSettingsWriter;

    beforeEach(async () => {
        home = await ConfigHome.create();
        home.container.bind(SharedConfigEditor).toSelf().inSingletonScope();
        home.container.bind(ProfileSettingsWriter).toSelf().inSingletonScope();
        writer = home.container.get(ProfileSettingsWriter);
    });

    afterEach(() => home.dispose());

    const files = (): Promise<string[]> =>
        Promise.all([home.environment.configFile, home.environment.credentialsFile].map(path => readFile(path, 'utf8')));

    const ID: ConfigSetting = ['aws_access_key_id', 'NEW'];
    const CASES: [
        what: string,
        config: string,
        credentials: string,
        settings: ConfigSetting[],
        after: [config: string, credentials: string]
    ][] = [
        [
            'stays in the credentials file',
            '[profile a]\n',
            '[a]\naws_access_key_id = OLD\n',
            [ID],
            ['[profile a]\n', '[a]\naws_access_key_id = NEW\n']
        ],
        [
            'stays in the config file, even if it is a credential',
            '[profile a]\naws_access_key_id = OLD\n',
            '# c\n',
            [ID],
            ['[profile a]\naws_access_key_id = NEW\n', '# c\n']
        ],
        [
            'that is in both counts in the credentials file',
            '[profile a]\nregion = x\n',
            '[a]\nregion = y\n',
            [['region', 'z']],
            ['[profile a]\nregion = x\n', '[a]\nregion = z\n']
        ],
        [
            'that is new stands with the other credentials',
            '[profile a]\naws_access_key_id = X\n',
            '# c\n',
            [['aws_secret_access_key', 's']],
            ['[profile a]\naws_access_key_id = X\naws_secret_access_key = s\n', '# c\n']
        ],
        [
            'that is a credential stands with the key id, whatever the other file has',
            '[profile a]\naws_session_token = t\n',
            '[a]\naws_access_key_id = OLD\n',
            [ID, ['aws_session_token', 's']],
            ['[profile a]\naws_session_token = t\n', '[a]\naws_access_key_id = NEW\naws_session_token = s\n']
        ],
        [
            'that is new and a credential goes to the credentials file, anything else to the config file',
            '[profile a]\nk = v\n',
            '# c\n',
            [ID, ['region', 'x']],
            ['[profile a]\nk = v\nregion = x\n', '# c\n\n[a]\naws_access_key_id = NEW\n']
        ]
    ];

    for (const [what, config, credentials, settings, after] of CASES) {
        it(what, async () => {
            await home.write(config, credentials);
            await writer.set('a', settings);
            expect(await files()).to.deep.equal(after);
        });
    }

    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
    const [CONFIG, CREDENTIALS] = ['[profile a]\nk = v\n', '[a]\nk = w\n'];
    type Text = Buffer | string;
    const FOREIGN: readonly (readonly [what: string, config: Text, credentials: Text, change: () => Promise<void>])[] = [
        ['set in the config file', CONFIG, utf16(CREDENTIALS), () => writer.set('a', [['login_session', 'x'], ID])],
        ['set in the credentials file', utf16(CONFIG), CREDENTIALS, () => writer.set('a', [ID, ['region', 'x']])],
        ['removed from the config file', CONFIG, utf16(CREDENTIALS), () => writer.unset('a', ['k'])],
        ['removed from the credentials file', utf16(CONFIG), CREDENTIALS, () => writer.unset('a', ['k'])]
    ];
    for (const [what, config, credentials, change] of FOREIGN) {
        it(`is not ${what} where the other file is in UTF-16: neither changes`, async () => {
            await home.write(config, credentials);
            const before = await files();
            const failure = await change().then(() => undefined, AwsFailure.of);
            expect(failure).to.deep.include({ reason: 'fileBroken', trouble: { kind: 'encoding', name: 'UTF-16' } });
            expect(await files()).to.deep.equal(before);
        });
    }

    it('is set in one file, whatever the encoding of one that it does not belong in', async () => {
        await home.write('[profile a]\nk = v\n', utf16('[a]\nl = w\n'));
        await writer.set('a', [['login_session', 'x']]);
        expect((await files())[0]).to.equal('[profile a]\nk = v\nlogin_session = x\n');
    });

    it('is removed from both files', async () => {
        await home.write('[profile a]\nregion = x\nk = v\n', '[a]\nRegion = y\nl = w\n');
        await writer.unset('a', ['region']);
        expect(await files()).to.deep.equal(['[profile a]\nk = v\n', '[a]\nl = w\n']);
    });
});
