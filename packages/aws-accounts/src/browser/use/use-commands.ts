import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { ConnectionChooser } from './connection-chooser';
import { UseSwitch } from './use-switch';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { useForCommand } from '../commands/token-service-commands';

/** Commands that change which connection a use has. */
@injectable()
export class UseCommands implements CommandContribution {

    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(UseSwitch) protected readonly uses: UseSwitch;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(FailureMessages) protected readonly failures: FailureMessages;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    /** Identity of the profile that was taken into use last: the question may still be open. */
    protected asking: { readonly id?: AwsConnectionId; readonly source: CancellationTokenSource } = {
        source: new CancellationTokenSource()
    };

    registerCommands(commands: CommandRegistry): void {
        this.register(commands, AwsAccountsCommands.USE_PROFILE, id => this.use({ kind: 'iam' }, id));
        for (const service of this.services) {
            this.register(commands, useForCommand(service), id =>
                this.use(this.model.onPlatform({ kind: 'token', scopes: service.scopes, service: service.id }), id)
            );
        }
        commands.registerCommand(AwsAccountsCommands.STOP_USING_PROFILE, {
            execute: () => this.reporting(() => this.stopUsingProfile()),
            isEnabled: () => this.model.snapshot?.uses.awsServices !== undefined
        });
        this.register(commands, AwsAccountsCommands.REFRESH, async () => this.model.accept(await this.server.refresh()));
    }

    protected register(commands: CommandRegistry, command: Command, run: (id: AwsConnectionId | undefined) => Promise<void>): void {
        commands.registerCommand(command, { execute: (id: unknown) => this.reporting(() => run(typeof id === 'string' ? id : undefined)) });
    }

    /** A connection that is named is taken without more questions than necessary; else the person chooses. */
    protected async use(requirement: AwsRequirement, id: AwsConnectionId | undefined): Promise<void> {
        const entry = this.model.find(id);
        if (entry && AwsRequirement.mismatches(requirement, entry).length > 0) {
            return this.use(requirement, undefined);
        }
        if (entry?.connection.kind === 'iamProfile') {
            if (await this.chooser.use({ requirement, picked: entry.connection.id })) {
                await this.connect(entry.connection.id);
            }
        } else if (await this.chooser.choose({ requirement, picked: entry?.connection.id }) && this.isForAwsServices(requirement)) {
            this.askAnew();
        }
    }

    protected isForAwsServices(requirement: AwsRequirement): boolean {
        return AwsRequirement.alternatives(requirement).some(one => AwsRequirement.use(one, this.model.services) === 'awsServices');
    }

    protected async stopUsingProfile(): Promise<void> {
        await this.uses.clear('awsServices');
        this.askAnew();
    }

    /** Asks AWS who the profile is; how that ends is shown as its state. */
    protected async connect(id: AwsConnectionId): Promise<void> {
        const state = this.model.find(id)?.state.kind;
        if (state === 'connecting' && this.asking.id === id) {
            return;
        }
        const { token } = this.askAnew(id);
        if (state !== 'connected') {
            this.model.accept(await this.server.connect(id, token));
        }
    }

    /** Cancels the lookup of the profile before: its process, or the question for its code, has no caller any more. */
    protected askAnew(id?: AwsConnectionId): CancellationTokenSource {
        this.asking.source.cancel();
        this.asking = { id, source: new CancellationTokenSource() };
        return this.asking.source;
    }

    protected async reporting(act: () => Promise<void>): Promise<void> {
        try {
            await act();
        } catch (error) {
            this.failures.tell(AwsFailure.of(error));
        }
    }
}
