import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { NetworkSettings } from '../http/network-settings';
import { CallSettings, ServiceEndpoints } from '../http/service-endpoints';
import type { ProfileLookup } from '../shared-config/profile-chain';
import { callSettings } from '../shared-config/profile-endpoints';
import type { SectionSettings } from '../shared-config/profile-settings';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { CredentialCache, CredentialOrigin } from './credential-cache';
import { ProfileCredentials } from './profile-credentials';
import { fingerprint } from './profile-fingerprint';
import type { ResolutionContext, RunningContext } from './resolution/resolution-context';

interface ProfileContent extends CredentialOrigin {
    readonly profile: SectionSettings;
    readonly settings: ProfileLookup;
}

/** Credentials by profile: resolved once however many ask, kept until near their end, forgotten when the files behind them change. */
@injectable()
export class AwsCredentials extends CredentialCache<ProfileContent> {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(ProfileCredentials) protected readonly profiles: ProfileCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;

    /**
     * The credentials of the profile `name`, as the files describe it now.
     *
     * @throws AwsAccountsError, MfaCancelled when the person who was asked closed the prompt, the reason of the signal when it is aborted
     */
    async get(name: string, context: ResolutionContext = {}): Promise<AwsCredentialIdentity> {
        const content = await this.contentOf(name);
        if (content === undefined) {
            throw AwsFailure.toError({ reason: 'profileNotFound', subject: name });
        }
        return this.remembered(content, context);
    }

    /** Changes whenever the files describe the profile differently; `undefined` when there is none of this name. */
    async versionOf(name: string): Promise<string | undefined> {
        return (await this.contentOf(name))?.fingerprint;
    }

    /** Settings by which calls with the profile's credentials reach AWS, as the files say now. */
    async callSettingsOf(name: string): Promise<CallSettings> {
        const content = await this.contentOf(name);
        return content
            ? callSettings(content.profile, content.settings, this.network.endpoints)
            : { endpoints: ServiceEndpoints.ofEnvironment(this.network.endpoints) };
    }

    /** The next caller resolves anew. */
    forget(name: string): void {
        this.resolutions.delete(name);
    }

    forgetAll(): void {
        this.resolutions.clear();
    }

    protected override resolve({ profile, settings }: ProfileContent, context: RunningContext): Promise<AwsCredentialIdentity> {
        return this.profiles.resolve(profile, settings, context);
    }

    protected async contentOf(name: string): Promise<ProfileContent | undefined> {
        const { settings } = await this.reader.read();
        const profile = settings.profile(name);
        return profile && { name, profile, settings, fingerprint: fingerprint(profile, settings) };
    }
}
