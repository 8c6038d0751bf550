import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import {
    AwsAccountsFrontend,
    AwsAccountsModel,
    AwsConnection,
    AwsRequirement,
    AwsRequirementRegistry,
    GuardCancelled,
    LiteralMessages
} from 'theia-aws-accounts/lib/browser';
import { AwsGuard, Clock, connectionName } from 'theia-aws-accounts/lib/browser/integration';
import type { AwsApiConnection, RequireOptions } from '../../api';
import type { AwsPluginServer } from '../../common/aws-plugin-protocol';
import type { ExtensionIdentity } from '../../common/extension-consent';
import type { AwsPluginExt, AwsPluginMain, HostState } from '../../common/plugin-host-protocol';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { ConsentQuestion } from '../consent/consent-question';
import { ExtensionConsents } from '../consent/extension-consents';
import { ExtensionRequirements } from '../requirements/extension-requirements';
import { ConsentMissing } from './consent-missing';
import { apiConnection, hostState } from './host-state';

/** Answers one plugin host. Disposed by the protocol that it is handed to. */
@injectable()
export class AwsPluginMainImpl implements AwsPluginMain {

    @inject(AwsAccountsFrontend) protected readonly aws: AwsAccountsFrontend;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsGuard) protected readonly guard: AwsGuard;
    @inject(AwsPluginServerProxy) protected readonly server: AwsPluginServer;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ConsentQuestion) protected readonly question: ConsentQuestion;
    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(ExtensionRequirements) protected readonly extensions: ExtensionRequirements;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(AwsRequirementRegistry) protected readonly requirements: AwsRequirementRegistry;

    /** The other end. */
    host: AwsPluginExt;

    protected readonly toDispose = new DisposableCollection();

    async $attach(): Promise<HostState> {
        const tell = (): void => this.host.$onState(this.state());
        this.toDispose.pushAll([
            this.model.onDidChange(tell), this.consents.onDidChange(tell), this.requirements.onDidChange(() => this.host.$onRequirements())
        ]);
        return this.state();
    }

    async $isGuarded(commandId: string): Promise<boolean> {
        await this.allDeclared(commandId);
        return this.requirements.isDeclared(commandId);
    }

    async $enter(commandId: string, args: readonly unknown[]): Promise<void> {
        await this.allDeclared(commandId);
        await this.guard.enter(commandId, args);
    }

    async $require(extension: ExtensionIdentity, requirement: AwsRequirement, options: RequireOptions): Promise<AwsApiConnection> {
        const connection = await this.aws.useFor(requirement, {
            command: options.command ?? extension.name,
            silent: options.silent,
            effect: options.effect
        });
        await this.ensureConsent(extension, connection, scopesOf(requirement, connection), options);
        const entry = this.model.find(connection.id);
        if (entry === undefined) {
            throw new GuardCancelled();
        }
        return apiConnection(entry, this.clock.now());
    }

    $ticket({ id }: ExtensionIdentity, connectionId: string, scopes: readonly string[] | undefined): Promise<string> {
        return this.server.issueTicket({ extensionId: id, connectionId, scopes: scopes ?? undefined });
    }

    async $reportUnguarded(): Promise<void> {
        void this.messages.warn(
            nls.localize(
                'theia/aws-accounts-plugin-ext/unguarded',
                'This version of Theia is not known to AWS Accounts: commands that extensions run among themselves are not stopped when '
                    + 'they need a connection.'
            )
        );
    }

    /** Commands that only their extension knows are in no registry of the page, so manifests are waited for in any case. */
    protected async allDeclared(commandId: string): Promise<void> {
        await this.guard.whenKnown(commandId);
        await this.extensions.ready();
    }

    protected async ensureConsent(
        extension: ExtensionIdentity,
        connection: AwsConnection,
        scopes: readonly string[] | undefined,
        { silent }: RequireOptions
    ): Promise<void> {
        await this.consents.ready();
        if (this.consents.has(extension.id, connection.id, scopes)) {
            return;
        }
        if (silent) {
            throw new ConsentMissing(connection.id);
        }
        if (!await this.question.ask({ extension, subject: connectionName(connection), scopes, signsIn: false })) {
            throw new GuardCancelled();
        }
        await this.consents.allow({ extension, connectionId: connection.id, ...scopes && { scopes } });
    }

    protected state(): HostState {
        return hostState(this.model.snapshot, this.consents.all, this.clock.now());
    }

    dispose(): void {
        this.toDispose.dispose();
    }
}

/** The scopes of the token that the extension gets; `undefined`: it gets credentials. */
function scopesOf(requirement: AwsRequirement, connection: AwsConnection): readonly string[] | undefined {
    const token = AwsRequirement.alternatives(requirement).find(({ kind }) => kind === 'token');
    return AwsConnection.isToken(connection) && token?.kind === 'token' ? token.scopes : undefined;
}
