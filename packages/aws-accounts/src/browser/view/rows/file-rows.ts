import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SharedConfigFile, SharedConfigFiles } from '../../../common/snapshot/aws-accounts-snapshot';
import { failureText, locationText } from '../../wording';
import { failureDetail } from '../../wording/failure/failure-detail';
import { joined, shortPath } from '../../wording/text/joined-text';
import { AccountsRow } from './accounts-row';
import { RowAction } from './action/row-action';
import { ToolActions } from './action/tool-actions';
import { UseActions } from './action/use-actions';
import type { RowContext } from './row-context';
import { Labels } from '../../wording/text/labels';

type FileKind = 'config' | 'credentials';
const FILES: readonly FileKind[] = ['config', 'credentials'];

/** Makes a row for each file that could not be read or understood, so that it does not look like a file without profiles. */
export function brokenFileRows(files: SharedConfigFiles, context: RowContext): AccountsRow[] {
    return FILES.flatMap(kind => {
        const { path, failure } = files[kind];
        return failure === undefined ? [] : [brokenFileRow(kind, path, failure, context)];
    });
}

/** Makes a row for each readable file, to be shown when none of them holds a profile. */
export function searchedFileRows(files: SharedConfigFiles, context: RowContext): AccountsRow[] {
    return FILES.filter(kind => files[kind].failure === undefined).map(kind => searchedFileRow(kind, files[kind], context));
}

/** Makes the row for a failure of the product itself. */
export function failureRow(id: string, failure: AwsFailure, { home }: RowContext): AccountsRow {
    const { message, action } = failureText({ ...failure, subject: failure.subject && shortPath(failure.subject, home) });
    const actions = action === undefined ? [] : [RowAction.primary({ ...UseActions.help(action), icon: 'refresh' })];
    return { ...problem(id, message), tooltip: () => joined([message, failureDetail(failure)], '\n'), actions: () => actions };
}

function brokenFileRow(kind: FileKind, path: string, failure: AwsFailure, context: RowContext): AccountsRow {
    const { message } = failureText({ ...failure, subject: shortPath(path, context.home), location: undefined });
    const open = failure.location === undefined ? ToolActions.openFile(kind, true) : ToolActions.openAt(failure.location);
    return {
        ...problem(`file:${kind}`, message),
        status: failure.location === undefined ? '' : locationText(failure.location),
        tooltip: () => joined([path, message, failureDetail(failure)], '\n'),
        actions: () => [RowAction.primary(open), ToolActions.refreshFiles()]
    };
}

function searchedFileRow(kind: FileKind, { path, exists }: SharedConfigFile, context: RowContext): AccountsRow {
    const name = shortPath(path, context.home);
    const detail = exists
        ? nls.localize('theia/aws-accounts/file/noProfile', 'holds no profile')
        : nls.localize('theia/aws-accounts/file/missing', 'does not exist');
    return AccountsRow.named(`file:${kind}`, 'hint', name, {
        icon: exists ? 'file' : 'circle-slash',
        link: 'name',
        detail,
        tooltip: () => joined([path, detail], '\n'),
        spoken: () => joined([name, detail], ', '),
        actions: () => [RowAction.primary(ToolActions.openFile(kind, exists))]
    });
}

function problem(id: string, message: string): AccountsRow {
    return AccountsRow.named(id, 'problem', message, {
        icon: 'error',
        tone: 'error',
        spoken: () => joined([Labels.problem(), message], ': '),
        searchText: message.toLowerCase()
    });
}
