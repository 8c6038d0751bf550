import { nls } from '@theia/core/lib/common/nls';
import type { AwsAccountsSnapshot, SharedConfigFiles } from '../../../common/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/aws-connection';
import { connectionKindText } from '../../wording';
import { joined, shortPath } from '../../wording/joined-text';
import { AccountsRow, RowAction, RowContext } from './accounts-row';
import { connectionRow } from './connection-row';
import { brokenFileRows, searchedFileRows } from './file-rows';
import { RowActions } from './row-actions';

const KINDS: readonly AwsConnection['kind'][] = ['builderId', 'identityCenter', 'iamProfile'];

/**
 * One row for each method of authentication, with its connections below it but those that are pinned, or with what to do when there is
 * none.
 */
export function groupRows(snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    return KINDS.map(kind => {
        const entries = snapshot.connections.filter(({ connection }) => connection.kind === kind);
        const connections = entries
            .filter(({ connection }) => !context.pinned?.has(connection.id))
            .map(entry => connectionRow(entry, snapshot, context));
        const broken = kind === 'iamProfile' ? brokenFileRows(snapshot.files, context) : [];
        const instead = entries.length > 0 ? [] : emptyRows(kind, snapshot.files, context);
        return groupRow(kind, [...broken, ...connections, ...instead], snapshot.files, context);
    });
}

function groupRow(
    kind: AwsConnection['kind'],
    children: readonly AccountsRow[],
    files: SharedConfigFiles,
    context: RowContext
): AccountsRow {
    const name = kind === 'iamProfile' ? nls.localize('theia/aws-accounts/group/iamProfiles', 'IAM profiles') : connectionKindText(kind);
    const detail = kind === 'iamProfile'
        ? nls.localize('theia/aws-accounts/group/fileOnHost', '{0} on {1}', shortPath(files.config.path, context.home), files.host)
        : '';
    return {
        id: `group:${kind}`,
        kind: 'group',
        icon: '',
        tone: 'plain',
        name,
        detail,
        status: '',
        tooltip: joined([name, groupPurpose(kind), ...(kind === 'iamProfile' ? fileFacts(files) : [])], '\n'),
        spoken: joined([name, detail], ', '),
        actions: groupActions(kind, files),
        attributes: {},
        searchText: '',
        children
    };
}

function groupActions(kind: AwsConnection['kind'], files: SharedConfigFiles): RowAction[] {
    switch (kind) {
        case 'builderId':
            return [];
        case 'identityCenter':
            return [
                {
                    ...RowActions.signIn(),
                    icon: 'add',
                    label: nls.localize('theia/aws-accounts/action/addSignIn', 'Sign In to Another Organization...')
                }
            ];
        case 'iamProfile':
            return [
                RowActions.addProfile(),
                RowActions.openFile('config', files.config.exists),
                RowActions.menu(RowActions.openFile('credentials', files.credentials.exists)),
                RowActions.menu(RowActions.refresh())
            ];
    }
}

function groupPurpose(kind: AwsConnection['kind']): string {
    switch (kind) {
        case 'builderId':
            return nls.localize(
                'theia/aws-accounts/group/aboutBuilderId',
                'For individual developers: CodeWhisperer, with an email address and no AWS account.'
            );
        case 'identityCenter':
            return nls.localize(
                'theia/aws-accounts/group/aboutIdentityCenter',
                'For members of an organization: CodeWhisperer, and the AWS accounts and roles assigned to you.'
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
                    RowActions.signIn(AwsConnection.BUILDER_ID)
                )
            ];
        case 'identityCenter':
            return [
                signInHint(
                    kind,
                    nls.localize('theia/aws-accounts/group/emptyIdentityCenter', 'Sign in with the start URL of your organization'),
                    RowActions.signIn()
                )
            ];
        case 'iamProfile':
            return [...files.config.failure || files.credentials.failure ? [] : [addProfileHint()], ...searchedFileRows(files, context)];
    }
}

function addProfileHint(): AccountsRow {
    const name = nls.localize('theia/aws-accounts/group/emptyIamProfiles', 'Add a profile with your access keys or a role');
    return signInHint('iamProfile', name, RowActions.addProfile());
}

function signInHint(kind: AwsConnection['kind'], name: string, action: RowAction): AccountsRow {
    return {
        id: `hint:${kind}`,
        kind: 'hint',
        icon: '',
        tone: 'plain',
        name,
        link: 'name',
        detail: '',
        status: '',
        tooltip: name,
        spoken: name,
        actions: [RowActions.primary(action)],
        attributes: {},
        searchText: ''
    };
}
