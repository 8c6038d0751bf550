import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { requireFound } from '../../common/state/connection-not-found';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { AwsUse } from '../../common/token-service/connection-use';
import { DeveloperProfile, DeveloperProfileGap, DeveloperProfileListing } from '../../common/token-service/developer-profile';
import type { DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import { TokenService } from '../../common/token-service/token-service';
import { TokenServices } from '../../common/token-service/token-services';
import { ChoiceMemory } from '../choices/choice-memory';
import { RememberedChoices } from '../choices/remembered-choices';
import { ConnectionRefresh } from '../connection/connection-refresh';
import { ConnectionStore } from '../connection/connection-store';
import { ServiceRefusals } from '../connection/service-refusals';
import { toAwsFailure } from '../http/aws-failure-conversion';
import { WindowCalls } from '../rpc/window-calls';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { DeveloperProfileService } from './profile-service';

/** Lists the developer profiles of a sign-in in all regions of its service, and keeps the one that a person chose. */
@injectable()
export class DeveloperProfilesServerImpl implements DeveloperProfilesServer {

    @inject(WindowCalls) protected readonly calls: WindowCalls;
    @inject(ConnectionRefresh) protected readonly refresher: ConnectionRefresh;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ServiceRefusals) protected readonly refusals: ServiceRefusals;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(DeveloperProfileService) protected readonly service: DeveloperProfileService;

    list(use: AwsUse, cancellation?: CancellationToken): Promise<DeveloperProfileListing> {
        return this.calls.runWithSignal(cancellation, signal => this.listAll(use, signal));
    }

    choose(use: AwsUse, profile: DeveloperProfile, workspace: string): Promise<void> {
        return this.calls.run(async () => {
            const id = this.connectionOf(use);
            if (!DeveloperProfile.is(profile) || typeof workspace !== 'string') {
                throw AwsFailure.toError({ reason: 'invalidRequest', subject: id, detail: 'developerProfile' });
            }
            const { arn, name } = profile;
            await this.memory.update(choices => RememberedChoices.withDeveloperProfile(choices, id, workspace, { arn, name }));
            // The service may have refused because of the profile.
            this.refusals.forget(id);
            await this.refresher.run();
        });
    }

    protected async listAll(use: AwsUse, signal: AbortSignal): Promise<DeveloperProfileListing> {
        const session = this.sessions.require(this.connectionOf(use));
        const { accessToken } = await this.tokens.getToken(session);
        const answers = await Promise.all(this.serviceOf(use).profiles.regions.map(region => this.ask(region, accessToken, signal)));
        const profiles = new Map(answers.flatMap(answer => answer.profiles).map(profile => [profile.arn, profile]));
        return { profiles: [...profiles.values()], gaps: answers.flatMap(({ gap }) => gap ?? []) };
    }

    protected async ask(
        region: string, accessToken: string, signal: AbortSignal
    ): Promise<{ readonly profiles: readonly DeveloperProfile[]; readonly gap?: DeveloperProfileGap }> {
        try {
            return { profiles: await this.service.list(region, accessToken, signal) };
        } catch (error) {
            signal.throwIfAborted();
            return { profiles: [], gap: { region, failure: toAwsFailure(error, region) } };
        }
    }

    protected serviceOf(use: AwsUse): TokenService & Required<Pick<TokenService, 'profiles'>> {
        const service = TokenServices.find(this.store.current.services, use);
        if (service?.profiles === undefined) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: use, detail: 'use' });
        }
        return { ...service, profiles: service.profiles };
    }

    protected connectionOf(use: AwsUse): AwsConnectionId {
        const { id, label } = this.serviceOf(use);
        return requireFound(RememberedChoices.ofService(this.store.current.choices, id), label);
    }
}
