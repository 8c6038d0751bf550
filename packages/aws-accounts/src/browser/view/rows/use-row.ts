import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/aws-accounts-snapshot';
import { AwsUse } from '../../../common/connection-use';
import {
    codeWhispererHostText,
    connectionDetail,
    connectionName,
    productionText,
    SEPARATOR,
    stateText,
    timeLeftText,
    useInvitation,
    useName
} from '../../wording';
import { joined } from '../../wording/joined-text';
import { AccountsRow, RowAction, RowContext } from './accounts-row';
import { connectionActions } from './connection-actions';
import { connectionFacts, troubleText } from '../../wording/connection-facts';
import { connectionSpoken, productionAttribute } from './connection-row';
import { RowActions } from './row-actions';
import { stateIcon } from '../../wording/state-icon';

/** The others are a right click, or the connection's own row, away. */
const STAY_INLINE: readonly string[] = ['signIn', 'signOut', 'stopUsing'];

/** The row that says what `use` is connected with, or what to do when it is not. */
export function useRow(use: AwsUse, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const entry = AwsAccountsSnapshot.inUse(snapshot, use);
    return entry === undefined ? unusedRow(use, snapshot) : connectedRow(use, entry, snapshot, context);
}

function unusedRow(use: AwsUse, { codeWhispererHost: host }: AwsAccountsSnapshot): AccountsRow {
    const invitation = useInvitation(host ? 'awsServices' : use);
    return {
        ...base(use),
        icon: 'circle-outline',
        tone: 'plain',
        detail: '',
        status: invitation,
        link: 'status',
        tooltip: host && use === 'codeWhisperer' ? codeWhispererHostText(host) : unusedTooltip(use),
        spoken: joined([useName(use), invitation], ', '),
        actions: [
            RowActions.primary(
                host || use === 'awsServices'
                    ? { ...RowActions.chooseProfile(), icon: 'plug' }
                    : { ...RowActions.chooseForCodeWhisperer(), icon: 'sign-in' }
            )
        ]
    };
}

function connectedRow(use: AwsUse, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const { now } = context;
    const { codeWhispererHost: host } = snapshot;
    const look = stateIcon(entry.state, now);
    const trouble = troubleText(entry, now);
    const detail = trouble === undefined ? connectionDetail(entry) : joined([productionText(entry.connection), trouble], SEPARATOR);
    const common = base(use);
    return {
        ...common,
        attributes: { ...common.attributes, ...productionAttribute(entry.connection) },
        icon: look.icon ?? 'circle-filled',
        tone: look.tone,
        detail: joined([connectionName(entry.connection), detail], SEPARATOR),
        status: joined([useStateText(entry, now), timeLeftText(entry.state, now)], SEPARATOR),
        tooltip: joined([use === 'codeWhisperer' && host ? codeWhispererHostText(host) : '', connectionFacts(entry, [use], context)], '\n'),
        spoken: joined([useName(use), connectionSpoken(entry, [], detail, now)], ', '),
        actions: useActions(use, entry, snapshot, now)
    };
}

/** A profile that was chosen earlier is not asked who it is before somebody uses it, so this says what will happen. */
function useStateText({ state }: ConnectionEntry, now: number): string {
    return state.kind === 'notConnected'
        ? nls.localize('theia/aws-accounts/use/checkedOnFirstUse', 'checked on first use')
        : stateText(state, now);
}

function useActions(use: AwsUse, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, now: number): RowAction[] {
    const choose = snapshot.codeWhispererHost || use === 'awsServices'
        ? RowActions.chooseProfile(nls.localize('theia/aws-accounts/action/useAnotherProfile', 'Use Another Profile...'))
        : RowActions.chooseForCodeWhisperer();
    const own = connectionActions(entry, snapshot, now);
    // What helps most comes first; where there is nothing to help, that is another connection.
    const first = own.slice(0, own.findIndex(action => action.primary) + 1);
    const rest = own.slice(first.length).map(action => (STAY_INLINE.includes(action.id) ? action : RowActions.menu(action)));
    const chosen = first.some(({ command, args }) => command === choose.command && args.length === 0)
        ? []
        : [first.length > 0 ? choose : RowActions.primary(choose)];
    return [...first, ...chosen, ...rest];
}

function base(use: AwsUse): Pick<AccountsRow, 'id' | 'kind' | 'name' | 'attributes' | 'searchText'> {
    return { id: `use:${use}`, kind: 'use', name: useName(use), attributes: { 'data-aws-use': use }, searchText: '' };
}

function unusedTooltip(use: AwsUse): string {
    switch (use) {
        case 'codeWhisperer':
            return nls.localize(
                'theia/aws-accounts/use/aboutCodeWhisperer',
                'CodeWhisperer takes a sign-in with AWS Builder ID or IAM Identity Center. All windows share it.'
            );
        case 'awsServices':
            return nls.localize(
                'theia/aws-accounts/use/aboutAwsServices',
                'AWS services such as Lambda take IAM credentials. Each workspace has a profile of its own.'
            );
    }
}
