import { nls } from '@theia/core/lib/common/nls';
import { AwsConnection, AwsConnectionId } from '../../../common/connection/aws-connection';
import type { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsUse } from '../../../common/token-service/connection-use';
import { Pin } from '../../../common/connection/pin';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { connectionDetail, connectionName, pinnedText, problemText, profileSourceText, SEPARATOR, stateText } from '../../wording';
import { WordFilter } from '../../../common/value/word-filter';
import type { DialogState } from './dialog-state';
import { mismatchText } from './restriction-wording';

/** One connection to choose. */
export interface ChoiceRow {
    readonly id: AwsConnectionId;
    readonly name: string;
    /** Kind, account, role and region, or the people that it is for. */
    readonly detail: string;
    readonly state: string;
    /** The person wants to have it at hand. */
    readonly pinned?: boolean;
    readonly production?: boolean;
    /** Reason why it cannot be chosen. */
    readonly problem?: string;
}

type Order = Pick<DialogState, 'question' | 'snapshot' | 'recents' | 'filter' | 'now'>;

/** All rows of one question, with the texts in which a filter looks. */
interface ListedRows extends Pick<DialogState, 'question' | 'recents'> {
    readonly second: number;
    readonly rows: readonly { readonly row: ChoiceRow; readonly text: string }[];
}

/** Those made last for a snapshot: the dialog asks several times for each key, and a key changes none of thousands of rows. */
const listed = new WeakMap<AwsAccountsSnapshot, ListedRows>();

/**
 * The connections that can meet the requirement: pinned ones first, then recent ones, unusable ones last, otherwise in the order of the
 * files.
 */
export function choiceRows(order: Order): ChoiceRow[] {
    const words = new WordFilter(order.filter);
    return listedRows(order).flatMap(({ row, text }) => words.matches(text) ? row : []);
}

function listedRows(order: Order): ListedRows['rows'] {
    const { question, snapshot, recents } = order;
    const second = Math.floor(order.now / 1_000);
    const known = listed.get(snapshot);
    if (known?.question === question && known.recents === recents && known.second === second) {
        return known.rows;
    }
    const rows = allRows(order).map(row => ({ row, text: `${row.name} ${row.detail}`.toLowerCase() }));
    listed.set(snapshot, { question, recents, second, rows });
    return rows;
}

function allRows({ question, snapshot, recents, now }: Order): ChoiceRow[] {
    const uses = AwsRequirement.alternatives(question.requirement).map(requirement => AwsRequirement.use(requirement, snapshot.services));
    const rank = ({ id, problem, pinned }: ChoiceRow): number => {
        if (problem !== undefined) {
            return recents.length + 1;
        }
        if (pinned) {
            return -1;
        }
        const recent = recents.indexOf(id);
        return recent < 0 ? recents.length : recent;
    };
    return snapshot.connections
        .filter(({ connection }) => uses.some(use => AwsUse.accepts(use, connection.kind, snapshot.services)))
        .map(entry =>
            choiceRow(entry, question.requirement, now, Pin.has(snapshot.pins, { kind: 'profile', connectionId: entry.connection.id }))
        )
        .toSorted((one, other) => rank(one) - rank(other));
}

function choiceRow(entry: ConnectionEntry, requirement: AwsRequirement, now: number, pinned: boolean): ChoiceRow {
    const { connection, state } = entry;
    const problem = AwsConnection.problem(connection);
    const mismatches = AwsRequirement.mismatches(requirement, entry);
    return {
        id: connection.id,
        name: connectionName(connection),
        detail: detailOf(entry),
        state: [pinned ? pinnedText() : '', state.kind === 'notConnected' ? '' : stateText(state, now)]
            .filter(part => part !== '')
            .join(SEPARATOR),
        pinned,
        ...AwsConnection.isProduction(connection) && { production: true },
        problem: problem ? problemText(problem) : mismatches.length > 0 ? mismatches.map(mismatchText).join(', ') : undefined
    };
}

function detailOf(entry: ConnectionEntry): string {
    const { connection } = entry;
    switch (connection.kind) {
        case 'builderId':
            return nls.localize('theia/aws-accounts/kind/builderIdFor', 'for individuals: an email address, no AWS account needed');
        case 'identityCenter':
            return [
                nls.localize('theia/aws-accounts/kind/identityCenterFor', 'IAM Identity Center of your organization'),
                connectionDetail(entry)
            ].join(SEPARATOR);
        case 'iamProfile':
            return [connectionDetail(entry), profileSourceText(connection)].filter(part => part !== '').join(SEPARATOR);
    }
}
