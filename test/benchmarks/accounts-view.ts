import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { CORP, entry, NOW, profile, SIGNED_IN, snapshot } from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import { accountsRows } from 'theia-aws-accounts/lib/browser/view/rows/accounts-rows';
import type { RowSources } from 'theia-aws-accounts/lib/browser/view/rows/row-context';
import { filteredRows } from 'theia-aws-accounts/lib/browser/view/rows/rows-filter';
import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';
import type { Pin } from 'theia-aws-accounts/lib/common/connection/pin';
import { report } from '../figures/figure';

/*
 * The growth of the Accounts view: the time to build and filter its rows for ten times as many rows. Linear work takes ten times as long.
 * Ends with 1 when it takes more than that allows.
 */

const FEW = 400;
const MANY = 4_000;
const ROLES_IN_EACH = 5;
const PINS = 20;
const MOST_RATIO = 15;
const ROUNDS = 60;
const WARM_UP = 30;

interface Sample {
    readonly source: AwsAccountsSnapshot;
    readonly context: RowSources;
}

/** Half profiles, half accounts with their roles, of which some are pinned and were used lately. */
function sample(rows: number): Sample {
    const profiles = Array.from(
        { length: rows / 2 }, (_, index) => profile(`profile-${index}`, { accountId: String(100_000_000_000 + index) })
    );
    const accounts = Array.from(
        { length: rows / 2 / (ROLES_IN_EACH + 1) }, (_, index) => ({ accountId: String(200_000_000_000 + index), name: `Account ${index}` })
    );
    const listed = { kind: 'listed' } as const;
    const roles = new Map(accounts.map(({ accountId }) => [
        accountId, { items: Array.from({ length: ROLES_IN_EACH }, (_, role) => ({ accountId, roleName: `Role${role}` })), progress: listed }
    ]));
    const pins: Pin[] = profiles.slice(-PINS).map(({ id }) => ({ kind: 'profile', connectionId: id }));
    const connections = [entry(CORP, SIGNED_IN), ...profiles.map(one => entry(one, { kind: 'notConnected' }))];
    return {
        source: snapshot(connections, { pins, uses: { awsServices: profiles.at(-1)?.id } }),
        context: { now: NOW, home: '/home/jo', assigned: new Map([[CORP.id, { accounts: { items: accounts, progress: listed }, roles }]]) }
    };
}

/** Milliseconds to build all rows, and to filter them as somebody types, so many times. */
function timeOf({ source, context }: Sample, times: number): number {
    const start = performance.now();
    for (let time = 0; time < times; time++) {
        const rows = accountsRows(source, context);
        ['r', 'ro', 'role4 account'].forEach(text => filteredRows(rows, text));
    }
    return performance.now() - start;
}

/** Takes the shortest of several times: other load on the machine only adds to a time. */
function shortest(values: readonly number[]): number {
    return Math.min(...values);
}

function main(): void {
    const [few, many] = [sample(FEW), sample(MANY)];
    const times = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        // As many rows in both, so that garbage and interruptions cost both the same.
        const [one, other] = [timeOf(few, MANY / FEW) * FEW / MANY, timeOf(many, 1)];
        if (round >= WARM_UP) {
            times.few.push(one);
            times.many.push(other);
        }
    }
    const ratio = shortest(times.many) / shortest(times.few);
    console.table({
        'rows of the Accounts view': {
            [`${FEW} rows, ms`]: shortest(times.few).toFixed(2),
            [`${MANY} rows, ms`]: shortest(times.many).toFixed(2),
            measured: `ratio ${ratio.toFixed(2)}`,
            limit: `ratio ${MOST_RATIO}`
        }
    });
    console.log(`built once and filtered three times, shortest of ${ROUNDS} rounds, Node ${process.version}`);
    report({
        number: 6, what: `rows of the Accounts view, built and filtered: ${MANY.toLocaleString('en')} beside ${FEW}`,
        measured: `${shortest(times.many).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
        beside: `${FEW} rows ${shortest(times.few).toFixed(2)} ms`, limit: `ratio ${MOST_RATIO}`, bound: `ratio ${MANY / FEW}: linear`,
        holds: ratio <= MOST_RATIO
    });
}

main();
