import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnectionId } from '../../../../common/connection/aws-connection';
import type { SourceLocation } from '../../../../common/value/source-location';
import { AwsAccountsCommands } from '../../../commands/aws-accounts-commands';
import { COPY_ACCOUNT_ID, COPY_ARN } from '../../../commands/row-commands';
import { locationText, openFileAction } from '../../../wording';
import { RowAction, RowActionGroup } from './row-action';
import { Labels } from '../../../wording/text/labels';

/** Actions that lead out of the view: terminal, console, clipboard, files. */
export namespace ToolActions {

    export function openTerminal(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/openTerminal', 'Open AWS Terminal');
        return menuItem('tools', 'openTerminal', label, 'terminal', AwsAccountsCommands.OPEN_TERMINAL.id, id);
    }

    export function openConsole(id: AwsConnectionId): RowAction {
        const label = Labels.openConsole();
        return menuItem('tools', 'openConsole', label, 'link-external', AwsAccountsCommands.OPEN_CONSOLE.id, id);
    }

    export function copyAccountId(accountId: string): RowAction {
        const label = nls.localize('theia/aws-accounts/action/copyAccountId', 'Copy Account Id');
        return RowAction.button('copy', 'copyAccountId', label, 'copy', COPY_ACCOUNT_ID, accountId);
    }

    export function copyArn(arn: string): RowAction {
        return menuItem('copy', 'copyArn', nls.localize('theia/aws-accounts/action/copyArn', 'Copy ARN'), 'copy', COPY_ARN, arn);
    }

    /** Copies the facts that a helper needs, without secrets. */
    export function copyDiagnosis(id: AwsConnectionId): RowAction {
        const label = AwsAccountsCommands.COPY_DIAGNOSIS.label;
        return menuItem('copy', 'copyDiagnosis', label, 'copy', AwsAccountsCommands.COPY_DIAGNOSIS.id, id);
    }

    /** Opens the file that defines something, at its section. */
    export function openAt(location: SourceLocation): RowAction {
        const { command, args } = openFileAction(location);
        const label = nls.localize('theia/aws-accounts/action/openAt', 'Open {0}', locationText(location));
        return { ...RowAction.button('file', `open:${location.file}:${location.line}`, label, 'go-to-file', command), args };
    }

    export function openFile(file: 'config' | 'credentials', exists: boolean): RowAction {
        const { command, label } = openFileAction(file);
        const create = nls.localize('theia/aws-accounts/action/createFile', 'Create and Open');
        return RowAction.button('file', `open:${file}`, exists ? label : create, exists ? 'go-to-file' : 'new-file', command);
    }

    export function refreshFiles(): RowAction {
        const label = Labels.readFilesAgain();
        return RowAction.button('file', 'refresh', label, 'refresh', AwsAccountsCommands.REFRESH.id);
    }

    function menuItem(group: RowActionGroup, id: string, label: string, icon: string, command: string, subject: string): RowAction {
        return RowAction.inMenu(RowAction.button(group, id, label, icon, command, subject));
    }
}
