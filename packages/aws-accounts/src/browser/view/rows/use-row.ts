import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsUse } from '../../../common/token-service/connection-use';
import { TokenService } from '../../../common/token-service/token-service';
import { TokenServices } from '../../../common/token-service/token-services';
import {
    connectionDetail,
    connectionName,
    developerProfileText,
    platformText,
    methodsText,
    productionText,
    refusalFacts,
    refusedText,
    SEPARATOR,
    stateText,
    timeLeftText,
    useInvitation,
    useName
} from '../../wording';
import { joined } from '../../wording/text/joined-text';
import { AccountsRow } from './accounts-row';
import { connectionActions } from './connection-actions';
import { connectionFacts, troubleText } from '../../wording/connection-facts';
import { connectionSpoken, productionAttribute } from './connection-row';
import { RowAction } from './action/row-action';
import { SignInActions } from './action/sign-in-actions';
import { UseActions } from './action/use-actions';
import { stateIcon } from '../../wording/connection/state-icon';
import type { RowContext } from './row-context';
import { Labels } from '../../wording/text/labels';

/** Actions that stay buttons. The others are in the context menu, and in the connection's own row. */
const STAY_INLINE: readonly string[] = ['signIn', 'signOut', 'stopUsing'];

/** Makes the row that tells the connection of `use`, or how to connect it. */
export function useRow(use: AwsUse, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const entry = AwsAccountsSnapshot.inUse(snapshot, use);
    return entry === undefined ? unusedRow(use, snapshot) : connectedRow(use, entry, snapshot, context);
}

function unusedRow(use: AwsUse, snapshot: AwsAccountsSnapshot): AccountsRow {
    const platform = AwsAccountsSnapshot.platformOf(snapshot, use);
    const invitation = useInvitation(platform ? 'awsServices' : use);
    const name = useName(use, snapshot.services);
    return base(use, name, {
        icon: 'circle-outline',
        status: invitation,
        link: 'status',
        tooltip: () => platform ? platformText(platform, name) : unusedTooltip(use, snapshot),
        spoken: () => joined([name, invitation], ', '),
        actions: () => [RowAction.primary(inviteAction(use, snapshot))]
    });
}

function inviteAction(use: AwsUse, snapshot: AwsAccountsSnapshot): RowAction {
    const service = ownService(use, snapshot);
    return service === undefined
        ? { ...UseActions.choose(), icon: 'plug' }
        : { ...SignInActions.chooseForService(service), icon: 'sign-in' };
}

/** Finds the token service that the use is, where it takes a connection of its own. */
function ownService(use: AwsUse, { services }: AwsAccountsSnapshot): TokenService | undefined {
    const service = TokenServices.find(services, use);
    return service?.host ? undefined : service;
}

function connectedRow(use: AwsUse, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const { now } = context;
    const platform = AwsAccountsSnapshot.platformOf(snapshot, use);
    const look = stateIcon(entry.state, now);
    const refusal = AwsAccountsSnapshot.refusalOf(snapshot, use);
    const trouble = troubleText(entry, now) ?? refusal;
    const detail = trouble === undefined ? useDetail(use, entry, snapshot) : joined([productionText(entry.connection), trouble], SEPARATOR);
    const name = useName(use, snapshot.services);
    return base(use, name, {
        attributes: { ...attributeOf(use), ...productionAttribute(entry.connection) },
        icon: refusal === undefined ? look.icon ?? 'circle-filled' : 'warning',
        tone: refusal === undefined ? look.tone : 'attention',
        detail: joined([connectionName(entry.connection), detail], SEPARATOR),
        status: joined([refusal === undefined ? useStateText(entry, now) : refusedText(), timeLeftText(entry.state, now)], SEPARATOR),
        tooltip: () => joined([
            refusal === undefined ? '' : refusalFacts(name, refusal),
            platform ? platformText(platform, name) : '',
            connectionFacts(entry, [name], context)
        ], '\n'),
        spoken: () => joined([name, connectionSpoken(entry, [], detail, now)], ', '),
        actions: () => useActions(use, entry, snapshot, now)
    });
}

/** The connection, and the developer profile that the service works with. */
function useDetail(use: AwsUse, entry: ConnectionEntry, { developerProfiles }: AwsAccountsSnapshot): string {
    const profile = developerProfiles?.[use];
    return joined([connectionDetail(entry), profile && developerProfileText(profile)], SEPARATOR);
}

/** Tells that a profile chosen earlier is checked on first use: at start the product calls nothing. */
function useStateText({ state }: ConnectionEntry, now: number): string {
    return state.kind === 'notConnected'
        ? nls.localize('theia/aws-accounts/use/checkedOnFirstUse', 'checked on first use')
        : stateText(state, now);
}

function useActions(use: AwsUse, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, now: number): RowAction[] {
    const service = ownService(use, snapshot);
    const choose = service === undefined
        ? UseActions.choose(Labels.useAnotherProfile())
        : SignInActions.chooseForService(service);
    const own = connectionActions(entry, snapshot, now);
    // The action that helps most comes first; a connection without trouble offers another connection first.
    const first = own.slice(0, own.findIndex(action => action.primary) + 1);
    const rest = own.slice(first.length).map(action => (STAY_INLINE.includes(action.id) ? action : RowAction.inMenu(action)));
    const chosen = first.some(({ command, args }) => command === choose.command && args.length === 0)
        ? []
        : [first.length > 0 ? choose : RowAction.primary(choose)];
    const profile = service?.profiles && entry.connection.kind === 'identityCenter' ? [SignInActions.chooseDeveloperProfile(service)] : [];
    return [...first, ...chosen, ...rest, ...profile];
}

function base(use: AwsUse, name: string, more: Partial<AccountsRow>): AccountsRow {
    return AccountsRow.named(`use:${use}`, 'use', name, { attributes: attributeOf(use), ...more });
}

function attributeOf(use: AwsUse): AccountsRow['attributes'] {
    return { 'data-aws-use': use };
}

function unusedTooltip(use: AwsUse, { services }: AwsAccountsSnapshot): string {
    const service = TokenServices.find(services, use);
    return service === undefined
        ? nls.localize(
            'theia/aws-accounts/use/aboutAwsServices',
            'AWS services such as Lambda take IAM credentials. Each workspace has a profile of its own.'
        )
        : nls.localize(
            'theia/aws-accounts/use/aboutTokenService',
            '{0} takes a sign-in with {1}. All windows share it.',
            service.label,
            methodsText(service)
        );
}
