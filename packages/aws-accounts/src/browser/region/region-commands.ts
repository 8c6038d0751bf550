import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { AwsRegion } from '../../common/region/aws-region';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { connectionInText } from '../wording';
import { Labels } from '../wording/text/labels';
import { RegionChoice, regionChoices } from './region-choices';
import { LiteralQuickInput } from '../literal/literal-quick-input';

/** Changes the region in which a profile calls AWS: the named one, or else the one in use. */
@injectable()
export class RegionCommands implements CommandContribution {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(FailureMessages) protected readonly failures: FailureMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.CHANGE_REGION, {
            execute: (id: unknown) => this.change(typeof id === 'string' ? id : undefined),
            isEnabled: (id: unknown) => typeof id === 'string' || this.model.inUse('awsServices') !== undefined
        });
    }

    protected async change(id: string | undefined): Promise<void> {
        const entry = id === undefined ? this.model.inUse('awsServices') : this.model.find(id);
        const choices = entry ? regionChoices(entry) : [];
        const picked = entry && await this.pick(choices, entry.connection);
        if (entry === undefined || picked === undefined) {
            return;
        }
        try {
            this.model.accept(await this.server.changeProfile(entry.connection.id, { kind: 'region', region: picked.region }));
        } catch (error) {
            this.failures.tell(AwsFailure.of(error), entry.connection);
        }
    }

    protected async pick(choices: readonly RegionChoice[], connection: AwsConnection): Promise<Pick<RegionChoice, 'region'> | undefined> {
        const other = { label: Labels.otherRegion(), region: undefined, inUse: false, alwaysShow: true };
        const picked = await this.quickInput.pick([...choices, other], {
            activeItem: choices.find(({ inUse }) => inUse),
            matchOnDescription: true,
            placeHolder: nls.localize(
                'theia/aws-accounts/region/placeholder',
                'Region in which {0} calls AWS',
                connectionInText(connection)
            )
        });
        return picked === other ? this.askForName() : picked;
    }

    /** AWS has regions that this release does not know. */
    protected async askForName(): Promise<Pick<RegionChoice, 'region'> | undefined> {
        const name = await this.quickInput.input({
            prompt: Labels.nameOfRegion(),
            validateInput: async input => AwsRegion.isWellFormed(input.trim()) ? undefined : Labels.noRegion()
        });
        return name === undefined ? undefined : { region: name.trim() };
    }
}
