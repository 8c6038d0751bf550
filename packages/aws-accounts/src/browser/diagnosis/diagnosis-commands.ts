import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import { AwsUse } from '../../common/token-service/connection-use';
import { isObject } from '../../common/value/json-value';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { failureText } from '../wording';
import { AwsDiagnosisProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';

/** Copies what a person who helps wants to know: of the named connection, or else of one that is in use, the one of AWS services first. */
@injectable()
export class DiagnosisCommands implements CommandContribution {

    @inject(AwsDiagnosisProxy) protected readonly diagnosis: AwsDiagnosis;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ClipboardService) protected readonly clipboard: ClipboardService;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.COPY_DIAGNOSIS, {
            execute: (id: unknown, failure: unknown) =>
                this.copy(typeof id === 'string' ? id : this.inUse(), isFailure(failure) ? failure : undefined)
        });
    }

    protected inUse(): string | undefined {
        const uses: readonly AwsUse[] = ['awsServices', ...AwsUse.all(this.model.services)];
        return uses.map(use => this.model.inUse(use)).find(entry => entry !== undefined)?.connection.id;
    }

    protected async copy(id: string | undefined, failure: AwsFailure | undefined): Promise<void> {
        try {
            if (await this.write(await this.diagnosis.describe(id, failure))) {
                void this.messages.info(nls.localize('theia/aws-accounts/diagnosis/copied', 'Diagnosis copied. It contains no secrets.'), {
                    timeout: 5000
                });
            } else {
                void this.messages.warn(
                    nls.localize(
                        'theia/aws-accounts/diagnosis/notCopied',
                        'The diagnosis was not copied: the browser does not let this page use the clipboard.'
                    )
                );
            }
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
        }
    }

    /** Tells whether the clipboard has it. A clipboard that is refused tells it by nothing but its silence. */
    protected async write(text: string): Promise<boolean> {
        let written = this.clipboard.onDidWriteText === undefined;
        const listening = this.clipboard.onDidWriteText?.(() => written = true);
        try {
            await this.clipboard.writeText(text);
            return written;
        } finally {
            listening?.dispose();
        }
    }
}

/** Commands can be run by anybody, with anything. */
function isFailure(value: unknown): value is AwsFailure {
    return isObject(value) && typeof value.reason === 'string';
}
