import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { SourceLocation } from '../../common/value/source-location';
import { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import {
    accountOf,
    connectionTitle,
    failureText,
    inUseText,
    problemText,
    profileEndpointText,
    profileSourceText,
    regionText,
    roleOf,
    stateText,
    timeLeftText
} from '.';
import { joined, shortPath } from './text/joined-text';
import { Labels } from './text/labels';

/** The moment and the place at which facts are told. */
export interface FactContext {
    /** Epoch ms. */
    readonly now: number;
    /** Home folder on the backend's machine, to shorten paths; `undefined` while it is not known. */
    readonly home: string | undefined;
}

/** Every fact about a connection, one a line, for a tooltip. @param uses names of what it serves */
export function connectionFacts(entry: ConnectionEntry, uses: readonly string[], { now, home }: FactContext): string {
    const { connection, state } = entry;
    return joined(
        [
            connectionTitle(connection),
            joined([stateText(state, now), timeLeftText(state, now), ...uses.map(inUseText)], ', '),
            troubleText(entry, now),
            unsavedText(entry),
            ...(connection.kind === 'iamProfile' ? profileFacts(entry, connection) : portalFacts(connection)),
            ...locationsOf(connection).map(location =>
                fact(nls.localize('theia/aws-accounts/fact/definedIn', 'Defined in'), `${shortPath(location.file, home)}:${location.line}`)
            )
        ],
        '\n'
    );
}

/** Problem of a connection in words; `undefined` when there is none. */
export function troubleText({ connection, state }: ConnectionEntry, now: number): string | undefined {
    const problem = AwsConnection.problem(connection);
    if (problem !== undefined) {
        return problemText(problem);
    }
    const current = ConnectionState.at(state, now);
    return 'failure' in current && current.failure !== undefined ? failureText(current.failure, connection).message : undefined;
}

/** That nobody else has the token, and why, where it could not be written. */
function unsavedText({ connection, state }: ConnectionEntry): string | undefined {
    if (state.kind !== 'signedIn' || state.unsaved === undefined) {
        return undefined;
    }
    const why = failureText(state.unsaved, connection).message;
    return nls.localize('theia/aws-accounts/fact/unsaved', 'Works in this IDE alone, and until it is closed. {0}', why);
}

/** Every place in the files that defines a connection. */
export function locationsOf(connection: AwsConnection): readonly SourceLocation[] {
    switch (connection.kind) {
        case 'builderId':
            return [];
        case 'identityCenter':
            return connection.location === undefined ? [] : [connection.location];
        case 'iamProfile':
            return connection.locations;
    }
}

function profileFacts(entry: ConnectionEntry, profile: IamProfileConnection): (string | undefined)[] {
    const account = accountOf(entry);
    const role = roleOf(entry);
    return [
        productionFact(profile),
        account && fact(nls.localize('theia/aws-accounts/fact/account', 'Account'), account),
        role && fact(Labels.role(), role),
        entry.state.kind === 'connected' ? fact(nls.localize('theia/aws-accounts/fact/arn', 'ARN'), entry.state.identity.arn) : undefined,
        fact(Labels.region(), regionText(profile.region)),
        fact(nls.localize('theia/aws-accounts/fact/credentials', 'Credentials'), profileSourceText(profile)),
        profile.environment && fact(
            nls.localize('theia/aws-accounts/fact/variables', 'Variables of the IDE\'s backend'), profile.environment.variables.join(', ')
        ),
        ...(profile.endpoints ?? []).map(profileEndpointText)
    ];
}

function productionFact({ production }: IamProfileConnection): string | undefined {
    if (production === 'presumed') {
        return nls.localize(
            'theia/aws-accounts/fact/presumed',
            'Counts as production, since your marks could not be read: what changes or destroys something asks first.'
        );
    }
    return production
        ? nls.localize('theia/aws-accounts/fact/production', 'Marked as production: what changes or destroys something asks first.')
        : undefined;
}

function portalFacts({ startUrl, region }: { readonly startUrl: string; readonly region: string }): string[] {
    return [
        fact(Labels.startUrl(), startUrl),
        fact(Labels.region(), region)
    ];
}

function fact(name: string, value: string): string {
    return Labels.valued(name, value);
}
