import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsUse } from '../../common/token-service/connection-use';
import { TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { FailureMessages } from '../diagnosis/failure-messages';
import { DeveloperProfiles } from './developer-profiles';

/** Runs "Choose Developer Profile...", for the named token service or the first one that works with profiles. */
@injectable()
export class DeveloperProfileCommands implements CommandContribution {

    @inject(DeveloperProfiles) protected readonly profiles: DeveloperProfiles;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(FailureMessages) protected readonly failures: FailureMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.CHOOSE_DEVELOPER_PROFILE, {
            execute: (use: unknown) => this.choose(this.useOf(use)),
            isEnabled: (use: unknown) => this.useOf(use) !== undefined
        });
    }

    protected async choose(use: AwsUse | undefined): Promise<void> {
        try {
            await (use && this.profiles.choose(use));
        } catch (error) {
            this.failures.tell(AwsFailure.of(error));
        }
    }

    protected useOf(use: unknown): AwsUse | undefined {
        const services = this.model.snapshot?.services ?? TokenServices.DEFAULT;
        return services.find(service => service.profiles !== undefined && (use === service.id || typeof use !== 'string')
            && this.model.inUse(service.id)?.connection.kind === 'identityCenter')?.id;
    }
}
