import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailure } from '../../../common/aws-accounts-error';
import type { SharedConfigFile, SharedConfigFiles } from '../../../common/aws-accounts-snapshot';
import { failureText, locationText } from '../../wording';
import { joined, shortPath } from '../../wording/joined-text';
import { AccountsRow, RowContext } from './accounts-row';
import { RowActions } from './row-actions';

type FileKind = 'config' | 'credentials';
const FILES: readonly FileKind[] = ['config', 'credentials'];

/** A row for each file that could not be read or understood: never silently "no profiles". */
export function brokenFileRows(files: SharedConfigFiles, context: RowContext): AccountsRow[] {
    return FILES.flatMap(kind => {
        const { path, failure } = files[kind];
        return failure === undefined ? [] : [brokenFileRow(kind, path, failure, context)];
    });
}

/** A row for each file that was looked for, to be shown when no profile was found. */
export function searchedFileRows(files: SharedConfigFiles, context: RowContext): AccountsRow[] {
    return FILES.filter(kind => files[kind].failure === undefined).map(kind => searchedFileRow(kind, files[kind], context));
}

/** The row for what keeps the product itself from working as it should. */
export function failureRow(id: string, failure: AwsFailure, { home }: RowContext): AccountsRow {
    const { message, action } = failureText({ ...failure, subject: failure.subject && shortPath(failure.subject, home) });
    const actions =
        action === undefined
            ? []
            : [
                  {
                      id: 'help',
                      label: action.label,
                      icon: 'refresh',
                      command: action.command,
                      args: action.args,
                      inline: true,
                      primary: true
                  }
              ];
    return { ...problem(id, message), tooltip: joined([message, failure.detail], '\n'), actions };
}

function brokenFileRow(kind: FileKind, path: string, failure: AwsFailure, context: RowContext): AccountsRow {
    const { message } = failureText({ ...failure, subject: shortPath(path, context.home), location: undefined });
    const open = failure.location === undefined ? RowActions.openFile(kind, true) : RowActions.openAt(failure.location);
    return {
        ...problem(`file:${kind}`, message),
        status: failure.location === undefined ? '' : locationText(failure.location),
        tooltip: joined([path, message, failure.detail], '\n'),
        actions: [RowActions.primary(open), RowActions.refresh()]
    };
}

function searchedFileRow(kind: FileKind, { path, exists }: SharedConfigFile, context: RowContext): AccountsRow {
    const name = shortPath(path, context.home);
    const detail = exists
        ? nls.localize('theia/aws-accounts/file/noProfile', 'holds no profile')
        : nls.localize('theia/aws-accounts/file/missing', 'does not exist');
    return {
        id: `file:${kind}`,
        kind: 'hint',
        icon: exists ? 'file' : 'circle-slash',
        tone: 'plain',
        name,
        link: 'name',
        detail,
        status: '',
        tooltip: joined([path, detail], '\n'),
        spoken: joined([name, detail], ', '),
        actions: [RowActions.primary(RowActions.openFile(kind, exists))],
        attributes: {},
        searchText: ''
    };
}

function problem(id: string, message: string): AccountsRow {
    return {
        id,
        kind: 'problem',
        icon: 'error',
        tone: 'error',
        name: message,
        detail: '',
        status: '',
        tooltip: message,
        spoken: joined([nls.localize('theia/aws-accounts/row/problem', 'Problem'), message], ': '),
        actions: [],
        attributes: {},
        searchText: message.toLowerCase()
    };
}
