import { inject, injectable } from '@theia/core/shared/inversify';
import { SharedConfigReader } from '../shared-config-reader';
import type { FileChanges } from './both-config-files';
import type { ConfigChange, ConfigFile, ConfigSectionId, ConfigSetting } from './config-change';
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
        const changesIn = (file: ConfigFile): ConfigChange[] => settings
            .filter(([key]) => fileFor(key, known) === file)
            .map(([key, value]) => ({ kind: 'setKey', section, key, value }));
        await this.apply({ config: changesIn('config'), credentials: changesIn('credentials') });
    }

    /** Removes the keys from both files. */
    async unset(profile: string, keys: readonly string[]): Promise<void> {
        const changes = keys.map((key): ConfigChange => ({ kind: 'removeKey', section: { kind: 'profile', name: profile }, key }));
        await this.apply({ config: changes, credentials: changes });
    }

    /** A file that cannot be edited is found out before the other one has changed. */
    protected async apply(changes: FileChanges): Promise<void> {
        const files = (['config', 'credentials'] as const).filter(file => changes[file].length > 0);
        for (const file of files) {
            await this.editor.preview(file, () => ({ changes: changes[file], outcome: undefined }));
        }
        for (const file of files) {
            await this.editor.apply(file, changes[file]);
        }
    }
}
