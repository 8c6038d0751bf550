import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { IdentityVariables } from '../../common/connection/identity-variables';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import type { AwsToolsServer, ToolVariables, ToolIdentity } from '../../common/protocol/aws-tools-protocol';
import { AwsConnectionId } from '../../common/connection/aws-connection';
import { ProfileRegion } from '../../common/connection/profile-region';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { failureText } from '../wording';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { WorkspaceTrust } from '../trust/workspace-trust';

/**
 * The variables of the active profile for processes that this window starts, if the person wants that. Public API for extensions that
 * start processes.
 */
@injectable()
export class ActiveProfileVariables {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(WorkspaceTrust) protected readonly trust: WorkspaceTrust;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;

    /** Only the person's own value counts: a workspace must not decide as whom its scripts act. */
    get isWanted(): boolean {
        return AwsAccountsPreferences.trusted<boolean>(this.preferences, AwsAccountsPreferences.TERMINAL_ENVIRONMENT) === true;
    }

    /** The profile that AWS services use in this workspace, as long as it can be used. */
    get profile(): AwsConnectionId | undefined {
        const entry = this.model.inUse('awsServices');
        return entry === undefined || entry.state.kind === 'invalid' ? undefined : entry.connection.id;
    }

    /** Profile and region that a terminal opened now acts with, wanted or not; `undefined` without active profile. */
    get identity(): ToolIdentity | undefined {
        const { profile } = this;
        return profile === undefined ? undefined : this.identityOf(profile);
    }

    /** Profile and region that a terminal opened now for `profile` acts with; `undefined` when no such profile exists. */
    identityOf(profile: AwsConnectionId): ToolIdentity | undefined {
        const connection = this.model.find(profile)?.connection;
        return connection?.kind === 'iamProfile' ? { connectionId: profile, region: ProfileRegion.named(connection.region) } : undefined;
    }

    /**
     * `undefined` when it is not wanted, there is no active profile, or the workspace is not trusted, which may say what runs.
     *
     * @throws AwsAccountsError
     */
    async get(): Promise<ToolVariables | undefined> {
        if (!this.isWanted || !await this.trust.whenKnown()) {
            return undefined;
        }
        await this.firstSnapshot();
        const { profile } = this;
        return profile !== undefined ? this.server.variablesOf(profile) : undefined;
    }

    /** As `get`, for what starts in any case: that it lacks the profile is told to the person. */
    async getOrWarn(): Promise<ToolVariables | undefined> {
        try {
            return await this.get();
        } catch (error) {
            void this.messages.warn(failureText(AwsFailure.of(error)).message);
            return undefined;
        }
    }

    /** A terminal of the first layout opens before the backend has said which profile the workspace uses. */
    protected async firstSnapshot(): Promise<void> {
        if (this.model.snapshot === undefined) {
            await new Promise<void>(resolve => {
                const listener = this.model.onDidChange(() => {
                    listener.dispose();
                    resolve();
                });
            });
        }
    }
}

export namespace ActiveProfileVariables {

    /** Tells whether variables say already as whom a process is to act; half of theirs and half of ours would be no identity. */
    export function decidesItself(variables: { readonly [name: string]: unknown }): boolean {
        return IdentityVariables.DECIDING.some(name => name in variables);
    }
}

/** @deprecated The name is `ActiveProfileVariables`. */
export const ActiveEnvironment = ActiveProfileVariables;
/** @deprecated The name is `ActiveProfileVariables`. */
export type ActiveEnvironment = ActiveProfileVariables;
