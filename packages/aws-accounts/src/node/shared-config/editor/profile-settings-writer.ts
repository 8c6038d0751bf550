import { inject, injectable } from '@theia/core/shared/inversify';
import { SharedConfigReader } from '../shared-config-reader';
import type { ConfigChange, ConfigSectionId, ConfigSetting } from './config-change';
import { fileFor } from './settings-placement';
import { SharedConfigEditor } from './shared-config-editor';

/** Changes settings of one profile, each in the file that it is in. */
@injectable()
export class ProfileSettingsWriter {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(SharedConfigEditor) protected readonly editor: SharedConfigEditor;

    /**
     * Gives the keys these values: known ones where they count now, new credentials in the credentials file, anything else in the config
     * file.
     */
    async set(profile: string, settings: readonly ConfigSetting[]): Promise<void> {
        const section: ConfigSectionId = { kind: 'profile', name: profile };
        const known = (await this.reader.read()).settings.profile(profile);
        for (const file of ['config', 'credentials'] as const) {
            const changes = settings
                .filter(([key]) => fileFor(key, known) === file)
                .map(([key, value]): ConfigChange => ({ kind: 'setKey', section, key, value }));
            await this.editor.apply(file, changes);
        }
    }

    /** Removes the keys from both files. */
    async unset(profile: string, keys: readonly string[]): Promise<void> {
        const changes = keys.map((key): ConfigChange => ({ kind: 'removeKey', section: { kind: 'profile', name: profile }, key }));
        await this.editor.apply('config', changes);
        await this.editor.apply('credentials', changes);
    }
}
