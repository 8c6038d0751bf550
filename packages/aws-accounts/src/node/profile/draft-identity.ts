import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { CallerIdentity } from '../../common/state/connection-state';
import type { ProfileDraft, ProfileSecrets } from '../../common/profile/profile-draft';
import { AwsEnvironment } from '../process/aws-environment';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { ProfileCredentials } from '../credentials/profile-credentials';
import type { RunningContext } from '../credentials/resolution/resolution-context';
import { NetworkSettings } from '../http/network-settings';
import type { ProfileLookup } from '../shared-config/profile-chain';
import { callSettings } from '../shared-config/profile-endpoints';
import { regionOfPartition } from '../shared-config/region-to-call';
import { drafted, settingsOf } from './profile-draft-settings';

/** Asks AWS who a profile would be that is not written yet, with exactly the settings that it will have. */
@injectable()
export class DraftIdentity {

    @inject(CallerIdentityService) protected readonly identities: CallerIdentityService;
    @inject(ProfileCredentials) protected readonly credentials: ProfileCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    /**
     * @returns `undefined` for a draft that changes nothing about who the profile is
     * @throws AwsAccountsError, MfaCancelled, the abort of a cancelled call
     */
    async find(
        draft: ProfileDraft,
        secrets: ProfileSecrets | undefined,
        settings: ProfileLookup,
        context: RunningContext
    ): Promise<CallerIdentity | undefined> {
        const known = draft.exists ? settings.profile(draft.name) : undefined;
        const credentials = await this.credentialsOf(draft, secrets, settings, context);
        const region = draft.region || this.environment.region || partitionRegion(draft);
        const calls = known && callSettings(known, settings, this.network.endpoints);
        return credentials && this.identities.identify(credentials, region, draft.name, { settings: calls, signal: context.signal });
    }

    protected async credentialsOf(
        draft: ProfileDraft, secrets: ProfileSecrets | undefined, settings: ProfileLookup, context: RunningContext
    ): Promise<AwsCredentialIdentity | undefined> {
        switch (draft.kind) {
            case 'accessKeys':
                return secrets && draft.accessKeyId !== ''
                    ? {
                          accessKeyId: draft.accessKeyId,
                          secretAccessKey: secrets.secretAccessKey,
                          sessionToken: secrets.sessionToken || undefined
                      }
                    : undefined;
            case 'role': {
                const profile = drafted(draft.name, settingsOf(draft, undefined), draft.exists ? settings.profile(draft.name) : undefined);
                const lookup = { ...settings, profile: (name: string) => name === draft.name ? profile : settings.profile(name) };
                return this.credentials.resolve(profile, lookup, context);
            }
            case 'region':
                return undefined;
        }
    }
}

function partitionRegion(draft: ProfileDraft): string {
    return regionOfPartition({ get: key => key === 'role_arn' && draft.kind === 'role' ? draft.roleArn : undefined });
}
