import { inject, injectable } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsUse } from '../../common/token-service/connection-use';
import type { DeveloperProfile, DeveloperProfileGap, DeveloperProfileListing } from '../../common/token-service/developer-profile';
import type { DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import { TokenService } from '../../common/token-service/token-service';
import { TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { DeveloperProfilesServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { LiteralQuickInput } from '../literal/literal-quick-input';
import { developerProfilePlace } from '../wording';
import {
    developerProfileGapText, developerProfileQuestion, noDeveloperProfileText, onlyDeveloperProfileText
} from './developer-profile-wording';

/** Finds the developer profile that a token service works with, and asks the person where there are several. */
@injectable()
export class DeveloperProfiles {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;
    @inject(DeveloperProfilesServerProxy) protected readonly server: DeveloperProfilesServer;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    /** By use, the sign-in for which nothing was chosen. */
    protected readonly declined = new Map<AwsUse, string>();
    protected asking: Promise<DeveloperProfile | undefined> | undefined;

    /** The profile that was chosen before; else the only one, or the one that the person picks. Many callers share one question. */
    ensure(use: AwsUse): Promise<DeveloperProfile | undefined> {
        const known = this.model.snapshot?.developerProfiles?.[use];
        return known ? Promise.resolve(known) : this.askOnce(use, false);
    }

    /** As `ensure`, for callers that come again and again: who decided against it is asked again after another sign-in. */
    async ensureOnce(use: AwsUse): Promise<DeveloperProfile | undefined> {
        const { connection, state } = this.model.inUse(use) ?? {};
        const signIn = JSON.stringify([connection?.id, state?.kind]);
        if (this.model.snapshot?.developerProfiles?.[use] === undefined && this.declined.get(use) === signIn) {
            return undefined;
        }
        const found = await this.ensure(use);
        if (found === undefined) {
            this.declined.set(use, signIn);
        } else {
            this.declined.delete(use);
        }
        return found;
    }

    /** Asks even if one was chosen before. `undefined`: there is none, or the person decides against it. @throws AwsAccountsError */
    choose(use: AwsUse): Promise<DeveloperProfile | undefined> {
        return this.askOnce(use, true);
    }

    protected askOnce(use: AwsUse, wanted: boolean): Promise<DeveloperProfile | undefined> {
        return this.asking ??= this.ask(use, wanted).finally(() => this.asking = undefined);
    }

    /** @param wanted whether the person wants to choose: then they are told that there is no choice */
    protected async ask(use: AwsUse, wanted: boolean): Promise<DeveloperProfile | undefined> {
        const service = this.serviceOf(use);
        if (service?.profiles === undefined) {
            return undefined;
        }
        const listing = await this.server.list(use);
        const chosen = await this.among(service, listing, wanted);
        if (chosen) {
            await this.server.choose(use, chosen, this.workspaces.workspace?.resource.toString() ?? '');
        }
        return chosen;
    }

    protected async among(
        service: TokenService, { profiles, gaps }: DeveloperProfileListing, wanted: boolean
    ): Promise<DeveloperProfile | undefined> {
        const { label } = service;
        const [first, ...others] = profiles;
        if (first === undefined) {
            void this.messages.warn(noDeveloperProfileText(label, gaps));
            return undefined;
        }
        if (others.length > 0) {
            return this.pick(service, profiles, gaps);
        }
        if (gaps.length > 0) {
            void this.messages.info(developerProfileGapText(label, first, gaps));
        } else if (wanted) {
            void this.messages.info(onlyDeveloperProfileText(label, first));
        }
        return first;
    }

    protected async pick(
        { label, id }: TokenService, profiles: readonly DeveloperProfile[], gaps: readonly DeveloperProfileGap[]
    ): Promise<DeveloperProfile | undefined> {
        const current = this.model.snapshot?.developerProfiles?.[id]?.arn;
        const items = profiles.map(profile => ({ label: profile.name, description: developerProfilePlace(profile), profile }));
        const picked = await this.quickInput.pick(items, {
            placeHolder: developerProfileQuestion(label, gaps), matchOnDescription: true,
            activeItem: items.find(({ profile }) => profile.arn === current)
        });
        return picked?.profile;
    }

    protected serviceOf(use: AwsUse): TokenService | undefined {
        const { snapshot } = this.model;
        const entry = snapshot && AwsAccountsSnapshot.inUse(snapshot, use);
        return entry?.connection.kind === 'identityCenter'
            ? TokenServices.find(snapshot?.services ?? TokenServices.DEFAULT, use)
            : undefined;
    }
}
