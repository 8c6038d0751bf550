import { nls } from '@theia/core/lib/common/nls';
import type { AwsAccountsSnapshot, SharedConfigFiles } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/connection/aws-connection';
import type { TokenServices } from '../../../common/token-service/token-services';
import { connectionKindText, servicesText } from '../../wording';
import { joined, shortPath } from '../../wording/text/joined-text';
import { AccountsRow } from './accounts-row';
import { connectionRow } from './connection-row';
import { brokenFileRows, searchedFileRows } from './file-rows';
import { ProfileActions } from './action/profile-actions';
import { RowAction } from './action/row-action';
import { SignInActions } from './action/sign-in-actions';
import { ToolActions } from './action/tool-actions';
import type { RowContext } from './row-context';

const KINDS: readonly AwsConnection['kind'][] = ['builderId', 'identityCenter', 'iamProfile'];

/** Makes one row for each method of authentication, with its unpinned connections below it, or a hint when it has no connection. */
export function groupRows(snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    return KINDS.map(kind => {
        const entries = snapshot.connections.filter(({ connection }) => connection.kind === kind);
        const connections = entries
            .filter(({ connection }) => !context.pinned.has(connection.id))
            .map(entry => connectionRow(entry, snapshot, context));
        const broken = kind === 'iamProfile' ? brokenFileRows(snapshot.files, context) : [];
        const instead = entries.length > 0 ? [] : emptyRows(kind, snapshot.files, context);
        return groupRow(kind, [...broken, ...connections, ...instead], snapshot, context);
    });
}

function groupRow(
    kind: AwsConnection['kind'],
    children: readonly AccountsRow[],
    { files, services }: AwsAccountsSnapshot,
    context: RowContext
): AccountsRow {
    const name = kind === 'iamProfile' ? nls.localize('theia/aws-accounts/group/iamProfiles', 'IAM profiles') : connectionKindText(kind);
    const detail = kind === 'iamProfile'
        ? nls.localize('theia/aws-accounts/group/fileOnHost', '{0} on {1}', shortPath(files.config.path, context.home), files.host)
        : '';
    return AccountsRow.named(`group:${kind}`, 'group', name, {
        detail,
        tooltip: () => joined([name, groupPurpose(kind, services), ...(kind === 'iamProfile' ? fileFacts(files) : [])], '\n'),
        spoken: () => joined([name, detail], ', '),
        actions: () => groupActions(kind, files),
        children
    });
}

function groupActions(kind: AwsConnection['kind'], files: SharedConfigFiles): RowAction[] {
    switch (kind) {
        case 'builderId':
            return [];
        case 'identityCenter':
            return [
                {
                    ...SignInActions.signIn(),
                    icon: 'add',
                    label: nls.localize('theia/aws-accounts/action/addSignIn', 'Sign In to Another Organization...')
                }
            ];
        case 'iamProfile':
            return [
                ProfileActions.add(),
                ToolActions.openFile('config', files.config.exists),
                RowAction.inMenu(ToolActions.openFile('credentials', files.credentials.exists)),
                RowAction.inMenu(ToolActions.refreshFiles())
            ];
    }
}

function groupPurpose(kind: AwsConnection['kind'], services: TokenServices): string {
    switch (kind) {
        case 'builderId':
            return nls.localize(
                'theia/aws-accounts/group/aboutBuilderId',
                'For individual developers: {0}, with an email address and no AWS account.',
                servicesText(services, kind)
            );
        case 'identityCenter':
            return nls.localize(
                'theia/aws-accounts/group/aboutIdentityCenter',
                'For members of an organization: {0}, and the AWS accounts and roles assigned to you.',
                servicesText(services, kind)
            );
        case 'iamProfile':
            return nls.localize(
                'theia/aws-accounts/group/aboutIamProfiles',
                'For AWS services: the profiles of the shared config and credentials files.'
            );
    }
}

function fileFacts({ host, config, credentials }: SharedConfigFiles): string[] {
    return [
        nls.localize('theia/aws-accounts/group/configFile', 'Config file: {0}', config.path),
        nls.localize('theia/aws-accounts/group/credentialsFile', 'Credentials file: {0}', credentials.path),
        nls.localize('theia/aws-accounts/group/host', 'Machine: {0}', host)
    ];
}

function emptyRows(kind: AwsConnection['kind'], files: SharedConfigFiles, context: RowContext): AccountsRow[] {
    switch (kind) {
        case 'builderId':
            return [
                signInHint(
                    kind,
                    nls.localize('theia/aws-accounts/group/emptyBuilderId', 'Sign in with your email address'),
                    SignInActions.signIn(AwsConnection.BUILDER_ID)
                )
            ];
        case 'identityCenter':
            return [
                signInHint(
                    kind,
                    nls.localize('theia/aws-accounts/group/emptyIdentityCenter', 'Sign in with the start URL of your organization'),
                    SignInActions.signIn()
                )
            ];
        case 'iamProfile':
            return [...files.config.failure || files.credentials.failure ? [] : [addProfileHint()], ...searchedFileRows(files, context)];
    }
}

function addProfileHint(): AccountsRow {
    const name = nls.localize('theia/aws-accounts/group/emptyIamProfiles', 'Add a profile with your access keys or a role');
    return signInHint('iamProfile', name, ProfileActions.add());
}

function signInHint(kind: AwsConnection['kind'], name: string, action: RowAction): AccountsRow {
    return AccountsRow.named(`hint:${kind}`, 'hint', name, { link: 'name', actions: () => [RowAction.primary(action)] });
}
