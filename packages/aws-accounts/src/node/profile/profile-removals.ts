import { randomUUID } from 'node:crypto';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ProfileRemoval, ProfileRestoration } from '../../common/profile/profile-draft';
import { Clock } from '../process/clock';
import { ChoiceMemory } from '../choices/choice-memory';
import { RememberedChoices } from '../choices/remembered-choices';
import { BothConfigFiles, ChangedFile } from '../shared-config/editor/both-config-files';
import { ConfigChange, ConfigFile, ConfigSectionId, ConfigSetting } from '../shared-config/editor/config-change';
import { ConfigModel } from '../shared-config/editor/config-model';
import { parseIni } from '../shared-config/ini/ini-document';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SharedConfigText } from '../shared-config/ini/shared-config-text';

/** Time to keep a removed profile: it may hold a secret, so the time is short. */
const KEPT_MS = 10 * 60_000;

interface RemovedProfile {
    readonly name: string;
    readonly changed: readonly ChangedFile[];
    readonly removedAt: number;
}

/**
 * Removes profiles from both files, and puts back what was removed by mistake. Removed text stays in memory here, and never goes to a
 * window.
 */
@injectable()
export class ProfileRemovals {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(BothConfigFiles) protected readonly files: BothConfigFiles;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly removed = new Map<string, RemovedProfile>();

    /** @throws AwsAccountsError when a file cannot be written, and then neither has changed */
    async remove(name: string): Promise<ProfileRemoval> {
        const { profiles, settings } = await this.reader.read();
        if (settings.profile(name) === undefined) {
            return { kind: 'gone' };
        }
        const by = profiles.filter(profile => profile.sourceProfile === name && profile.name !== name).map(profile => profile.name);
        if (by.length > 0) {
            return { kind: 'needed', by };
        }
        const change: ConfigChange = { kind: 'removeSection', section: { kind: 'profile', name } };
        const changed = await this.files.apply({ config: [change], credentials: [change] });
        await this.memory.update(choices => RememberedChoices.withoutRoleProfile(choices, name));
        this.forgetOld();
        const removalId = randomUUID();
        this.removed.set(removalId, { name, changed, removedAt: this.clock.now() });
        return { kind: 'removed', removalId };
    }

    /** Byte for byte in a file that nobody has changed since; in another one the profile comes last. */
    async restore(removalId: string): Promise<ProfileRestoration> {
        this.forgetOld();
        const removed = this.removed.get(removalId);
        if (removed === undefined) {
            return { kind: 'forgotten' };
        }
        if ((await this.reader.read()).settings.profile(removed.name) !== undefined) {
            return { kind: 'nameTaken' };
        }
        for (const changed of removed.changed) {
            if (!await this.files.takeBack(changed)) {
                await this.files.apply({ config: [], credentials: [], [changed.file]: additions(changed, removed.name) });
            }
        }
        this.removed.delete(removalId);
        return { kind: 'restored' };
    }

    protected forgetOld(): void {
        for (const [id, { removedAt }] of this.removed) {
            if (this.clock.now() - removedAt > KEPT_MS) {
                this.removed.delete(id);
            }
        }
    }
}

/** Changes that add the settings that the profile had in the file. */
function additions({ file, before }: { readonly file: ConfigFile; readonly before: Buffer | undefined }, name: string): ConfigChange[] {
    const section: ConfigSectionId = { kind: 'profile', name };
    const model = ConfigModel.of(parseIni(SharedConfigText.decode(before ?? Buffer.of()).text), file);
    // A command on several lines is the same one on a single line, which every tool reads.
    const settings =
        [...model.get(ConfigSectionId.key(section)) ?? []].map(([key, value]): ConfigSetting => [key, value.replaceAll('\n', ' ')]);
    return [{ kind: 'addSection', asItWas: true, section, settings }];
}
