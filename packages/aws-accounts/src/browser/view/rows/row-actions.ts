import { nls } from '@theia/core/lib/common/nls';
import type { AssignedAccount, PickedRole } from '../../../common/assigned-role';
import type { SourceLocation } from '../../../common/source-location';
import type { AwsConnectionId } from '../../../common/aws-connection';
import { Pin } from '../../../common/pin';
import { locationText, openFileAction, SuggestedAction } from '../../wording';
import type { RowAction } from './accounts-row';
import type { ListingRequest } from './listed';
import {
    COPY_ACCOUNT_ID,
    COPY_ARN,
    LIST_ASSIGNED,
    PIN,
    UNPIN,
    USE_ROLE,
    WRITE_PROFILES,
    SET_PRODUCTION,
    FORGET_LOST_MARKS,
    REMOVE_PROFILE,
    EDIT_PROFILE,
    DELETE_PROFILE
} from '../../commands/row-commands';

/** The actions a row can have, each with its one label, icon and command. */
export namespace RowActions {

    export function signIn(id?: AwsConnectionId): RowAction {
        return inline('signIn', nls.localize('theia/aws-accounts/action/signIn', 'Sign In...'), 'sign-in', 'aws.accounts.signIn', id);
    }

    /** Ends what there is and begins anew: as somebody else, or after permissions were changed. */
    export function signInFromScratch(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/signInFromScratch', 'Sign In Again from Scratch...');
        return menu(inline('signInFromScratch', label, 'sign-in', 'aws.accounts.signInFromScratch', id));
    }

    export function signOut(id: AwsConnectionId): RowAction {
        return inline('signOut', nls.localize('theia/aws-accounts/action/signOut', 'Sign Out'), 'sign-out', 'aws.accounts.signOut', id);
    }

    export function useForCodeWhisperer(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/useForCodeWhisperer', 'Use for CodeWhisperer');
        return inline('useForCodeWhisperer', label, 'plug', 'aws.accounts.useForCodeWhisperer', id);
    }

    export function useProfile(id: AwsConnectionId): RowAction {
        return inline(
            'use',
            nls.localize('theia/aws-accounts/action/useForAwsServices', 'Use for AWS Services'),
            'plug',
            'aws.accounts.useProfile',
            id
        );
    }

    /** For the profile that is in use already: asks AWS once more who it is. */
    export function connect(id: AwsConnectionId): RowAction {
        return inline(
            'connect',
            nls.localize('theia/aws-accounts/action/connect', 'Connect Now'),
            'debug-restart',
            'aws.accounts.useProfile',
            id
        );
    }

    export function stopUsing(id: AwsConnectionId): RowAction {
        return inline(
            'stopUsing',
            nls.localize('theia/aws-accounts/action/stopUsing', 'Stop Using'),
            'debug-disconnect',
            'aws.accounts.stopUsingProfile',
            id
        );
    }

    export function chooseProfile(label = nls.localize('theia/aws-accounts/action/chooseProfile', 'Use IAM Profile...')): RowAction {
        return inline('choose', label, 'arrow-swap', 'aws.accounts.useProfile');
    }

    export function chooseForCodeWhisperer(
        label = nls.localize('theia/aws-accounts/action/chooseForCodeWhisperer', 'Choose CodeWhisperer Connection...')
    ): RowAction {
        return inline('choose', label, 'arrow-swap', 'aws.accounts.useForCodeWhisperer');
    }

    export function copyAccountId(accountId: string): RowAction {
        return inline(
            'copyAccountId',
            nls.localize('theia/aws-accounts/action/copyAccountId', 'Copy Account Id'),
            'copy',
            COPY_ACCOUNT_ID,
            accountId
        );
    }

    export function copyArn(arn: string): RowAction {
        return menu(inline('copyArn', nls.localize('theia/aws-accounts/action/copyArn', 'Copy ARN'), 'copy', COPY_ARN, arn));
    }

    export function tryListingAgain(request: ListingRequest): RowAction {
        return listing(nls.localize('theia/aws-accounts/action/tryAgain', 'Try Again'), request);
    }

    /** For a list that is complete: it may have changed on the side of AWS. */
    export function listAgain(request: ListingRequest): RowAction {
        return menu(listing(nls.localize('theia/aws-accounts/action/listAgain', 'List Accounts and Roles Again'), request));
    }

    export function useRole(role: PickedRole): RowAction {
        return inline('use', nls.localize('theia/aws-accounts/action/useRole', 'Use'), 'plug', USE_ROLE, role);
    }

    /** The name is chosen, and what will be written is shown, before it is. */
    export function writeProfile(role: PickedRole): RowAction {
        return inline(
            'writeProfile',
            nls.localize('theia/aws-accounts/action/writeProfile', 'Write as Profile...'),
            'save-as',
            WRITE_PROFILES,
            role
        );
    }

    export function writeProfiles(connectionId: AwsConnectionId, account: AssignedAccount): RowAction {
        const label = nls.localize('theia/aws-accounts/action/writeProfiles', 'Write All Roles as Profiles...');
        return menu(inline('writeProfiles', label, 'save-all', WRITE_PROFILES, { connectionId, account }));
    }

    export function changeRegion(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'changeRegion',
                nls.localize('theia/aws-accounts/action/changeRegion', 'Change Region...'),
                'globe',
                'aws.accounts.changeRegion',
                id
            )
        );
    }

    /** What changes or destroys something asks first from then on; or no longer. */
    export function setProduction(id: AwsConnectionId, production: boolean): RowAction {
        const label = production
            ? nls.localize('theia/aws-accounts/action/markProduction', 'Mark as Production')
            : nls.localize('theia/aws-accounts/action/unmarkProduction', 'No Longer Production...');
        return { ...menu(inline('setProduction', label, 'shield', SET_PRODUCTION)), args: [id, production] };
    }

    export function forgetLostMarks(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/forgetLostMarks', 'Forget the Lost Marks...');
        return menu(inline('forgetLostMarks', label, 'shield', FORGET_LOST_MARKS, id));
    }

    export function removeProfile(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'removeProfile',
                nls.localize('theia/aws-accounts/action/removeProfile', 'Remove Profile from Config File'),
                'trash',
                REMOVE_PROFILE,
                id
            )
        );
    }

    export function editProfile(id: AwsConnectionId): RowAction {
        return menu(
            inline('editProfile', nls.localize('theia/aws-accounts/action/editProfile', 'Edit Profile...'), 'edit', EDIT_PROFILE, id)
        );
    }

    /** Whoever wrote it. Asks first, and can be undone. */
    export function deleteProfile(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'deleteProfile',
                nls.localize('theia/aws-accounts/action/deleteProfile', 'Remove Profile...'),
                'trash',
                DELETE_PROFILE,
                id
            )
        );
    }

    export function addProfile(label = nls.localize('theia/aws-accounts/action/addProfile', 'Add IAM Profile...')): RowAction {
        return inline('addProfile', label, 'add', 'aws.accounts.addProfile');
    }

    export function openTerminal(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'openTerminal',
                nls.localize('theia/aws-accounts/action/openTerminal', 'Open AWS Terminal'),
                'terminal',
                'aws.accounts.openTerminal',
                id
            )
        );
    }

    /** @param id the profile that names the session */
    export function runAwsLogin(id: AwsConnectionId): RowAction {
        return inline(
            'runAwsLogin',
            nls.localize('theia/aws-accounts/action/runAwsLogin', 'Run aws login in a Terminal'),
            'terminal',
            'aws.accounts.runAwsLogin',
            id
        );
    }

    export function openConsole(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'openConsole',
                nls.localize('theia/aws-accounts/action/openConsole', 'Open AWS Console'),
                'link-external',
                'aws.accounts.openConsole',
                id
            )
        );
    }

    /** Everything that a person who helps wants to know of the connection, without secrets. */
    export function copyDiagnosis(id: AwsConnectionId): RowAction {
        return menu(
            inline(
                'copyDiagnosis',
                nls.localize('theia/aws-accounts/action/copyDiagnosis', 'Copy Diagnosis'),
                'copy',
                'aws.accounts.copyDiagnosis',
                id
            )
        );
    }

    export function refresh(): RowAction {
        return inline(
            'refresh',
            nls.localize('theia/aws-accounts/action/readAgain', 'Read Files Again'),
            'refresh',
            'aws.accounts.refresh'
        );
    }

    /** Pins what is not pinned yet, and the other way round. Who has pinned something sees how to be rid of it. */
    export function pin(pin: Pin, pinned: boolean): RowAction {
        return pinned
            ? inline('unpin', nls.localizeByDefault('Unpin'), 'pinned', UNPIN, pin)
            : menu(inline('pin', nls.localizeByDefault('Pin'), 'pin', PIN, pin));
    }

    /** Opens the file that defines something, at its section. */
    export function openAt(location: SourceLocation): RowAction {
        const { command, args } = openFileAction(location);
        const label = nls.localize('theia/aws-accounts/action/openAt', 'Open {0}', locationText(location));
        return { id: `open:${location.file}:${location.line}`, label, icon: 'go-to-file', command, args, inline: true };
    }

    /** What helps against a failure. */
    export function help({ label, command, args }: SuggestedAction): RowAction {
        return { ...inline('help', label, command === 'aws.accounts.useProfile' ? 'arrow-swap' : 'go-to-file', command), args };
    }

    export function openFile(file: 'config' | 'credentials', exists: boolean): RowAction {
        const { command, label } = openFileAction(file);
        const create = nls.localize('theia/aws-accounts/action/createFile', 'Create and Open');
        return inline(`open:${file}`, exists ? label : create, exists ? 'go-to-file' : 'new-file', command);
    }

    /** Only in the context menu. */
    export function menu(action: RowAction): RowAction {
        return { ...action, inline: false };
    }

    /** What Enter and a double click do. */
    export function primary(action: RowAction): RowAction {
        return { ...action, primary: true };
    }

    export function secondary(action: RowAction): RowAction {
        return { ...action, primary: undefined };
    }

    function listing(label: string, { connectionId, accountId }: ListingRequest): RowAction {
        return {
            ...inline('listAgain', label, 'refresh', LIST_ASSIGNED),
            args: accountId === undefined ? [connectionId] : [connectionId, accountId]
        };
    }

    function inline(id: string, label: string, icon: string, command: string, subject?: unknown): RowAction {
        return { id, label, icon, command, args: subject === undefined ? [] : [subject], inline: true };
    }
}
