import { Command } from '@theia/core/lib/common/command';
import { TokenServices } from '../../common/token-service/token-services';
import { OwnCommand } from './own-command';
import { useForCommand } from './token-service-commands';

/** A command whose label is shown elsewhere, too. */
type LabelledCommand = Command & { readonly label: string };

/** The commands of this product. Each takes its subject as its first argument, and asks for it where it is missing. */
export namespace AwsAccountsCommands {

    const CATEGORY = 'AWS';
    const CATEGORY_KEY = 'theia/aws-accounts/command/category';

    function command(id: string, label: string): LabelledCommand {
        const localized = Command.toLocalizedCommand(
            { id: OwnCommand.id(id), label, category: CATEGORY },
            `theia/aws-accounts/command/${id}`,
            CATEGORY_KEY
        );
        return { ...localized, label: localized.label ?? label };
    }

    export const OPEN_VIEW = command('openView', 'Show Accounts');
    export const SIGN_IN = command('signIn', 'Sign In...');
    export const SIGN_IN_FROM_SCRATCH = command('signInFromScratch', 'Sign In Again from Scratch...');
    export const SIGN_OUT = command('signOut', 'Sign Out...');
    export const USE_PROFILE = command('useProfile', 'Use IAM Profile...');
    export const ADD_PROFILE = command('addProfile', 'Add IAM Profile...');
    export const CHANGE_REGION = command('changeRegion', 'Change Region...');
    export const STOP_USING_PROFILE = command('stopUsingProfile', 'Stop Using IAM Profile');
    /** That of the service `codeWhisperer`; `useForCommand` gives those of others. */
    export const USE_FOR_CODEWHISPERER = useForCommand(TokenServices.CODEWHISPERER);
    export const CHOOSE_DEVELOPER_PROFILE = command('chooseDeveloperProfile', 'Choose Developer Profile...');
    export const OPEN_TERMINAL = command('openTerminal', 'Open AWS Terminal...');
    export const RUN_AWS_LOGIN = command('runAwsLogin', 'Run aws login in a Terminal...');
    export const OPEN_CONSOLE = command('openConsole', 'Open AWS Console...');
    export const COPY_DIAGNOSIS = command('copyDiagnosis', 'Copy Diagnosis');
    export const REFRESH = command('refresh', 'Refresh Accounts');
    export const OPEN_CONFIG_FILE = command('openConfigFile', 'Open Config File');
    export const OPEN_CREDENTIALS_FILE = command('openCredentialsFile', 'Open Credentials File');
}
