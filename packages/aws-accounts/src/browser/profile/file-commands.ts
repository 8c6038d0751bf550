import { open, OpenerService } from '@theia/core/lib/browser/opener-service';
import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { URI } from '@theia/core/lib/common/uri';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import type { SourceLocation } from '../../common/value/source-location';
import { isObject } from '../../common/value/json-value';
import { AwsProfilesServerProxy } from '../connection/backend-services';
import { failureText } from '../wording';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { LiteralMessages } from '../literal/literal-messages';

/** Opens the shared config files in an editor, at a section if one is named. */
@injectable()
export class FileCommands implements CommandContribution {

    @inject(OpenerService) protected readonly openers: OpenerService;
    @inject(AwsProfilesServerProxy) protected readonly profiles: AwsProfilesServer;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.OPEN_CONFIG_FILE, { execute: (place: unknown) => this.open('config', place) });
        commands.registerCommand(AwsAccountsCommands.OPEN_CREDENTIALS_FILE, {
            execute: (place: unknown) => this.open('credentials', place)
        });
    }

    protected async open(file: 'config' | 'credentials', place: unknown): Promise<void> {
        try {
            const uri = new URI(await this.profiles.ensureFile(file));
            const selection = isLocation(place) ? { start: { line: place.line - 1, character: 0 } } : undefined;
            await open(this.openers, uri, { selection });
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
        }
    }
}

function isLocation(value: unknown): value is SourceLocation {
    return isObject(value) && typeof value.line === 'number';
}
