import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { Clock } from '../clock';
import { ProfileCredentials } from './profile-credentials';
import { fingerprint } from './profile-fingerprint';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import type { SectionSettings } from '../shared-config/profile-settings';
import type { ProfileLookup } from '../shared-config/profile-chain';

/** Credentials are resolved anew when less than this is left of them. The SDK's clients use the same margin. */
const MARGIN_MS = 5 * 60 * 1000;

interface Remembered {
    readonly fingerprint: string;
    readonly credentials: Promise<AwsCredentialIdentity>;
}

/** Credentials by profile: resolved once however many ask, kept until near their end, forgotten when the files behind them change. */
@injectable()
export class AwsCredentials {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(ProfileCredentials) protected readonly profiles: ProfileCredentials;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly remembered = new Map<string, Remembered>();

    /**
     * The credentials of the profile `name`, as the files describe it now.
     *
     * @throws AwsAccountsError
     */
    async get(name: string): Promise<AwsCredentialIdentity> {
        const { settings } = await this.reader.read();
        const profile = settings.profile(name);
        if (profile === undefined) {
            throw AwsFailure.toError({ reason: 'profileNotFound', subject: name });
        }
        const print = fingerprint(profile, settings);
        const known = this.remembered.get(name);
        if (known?.fingerprint === print && await this.lasts(known.credentials)) {
            return known.credentials;
        }
        return (this.pendingFor(name, print, known) ?? this.resolve(profile, settings, print)).credentials;
    }

    /** The next caller resolves anew. */
    forget(name: string): void {
        this.remembered.delete(name);
    }

    forgetAll(): void {
        this.remembered.clear();
    }

    /** What somebody else began while this caller was looking at `seen`. */
    protected pendingFor(name: string, print: string, seen: Remembered | undefined): Remembered | undefined {
        const current = this.remembered.get(name);
        return current !== seen && current?.fingerprint === print ? current : undefined;
    }

    protected resolve(profile: SectionSettings, settings: ProfileLookup, print: string): Remembered {
        const entry: Remembered = { fingerprint: print, credentials: this.profiles.resolve(profile, settings) };
        this.remembered.set(profile.name, entry);
        entry.credentials.catch(() => {
            if (this.remembered.get(profile.name) === entry) {
                this.remembered.delete(profile.name);
            }
        });
        return entry;
    }

    protected async lasts(credentials: Promise<AwsCredentialIdentity>): Promise<boolean> {
        const { expiration } = await credentials;
        return expiration === undefined || expiration.getTime() - this.clock.now() > MARGIN_MS;
    }
}
