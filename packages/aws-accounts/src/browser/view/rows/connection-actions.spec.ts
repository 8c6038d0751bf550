import { expect } from 'chai';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SourceLocation } from '../../../common/value/source-location';
import type { AwsConnection, IamProfileConnection } from '../../../common/connection/aws-connection';
import type { ConnectionState } from '../../../common/state/connection-state';
import type { ConnectionUses } from '../../../common/token-service/connection-use';
import { BUILDER_ID, CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import { connectionActions } from './connection-actions';

const NETWORK = { kind: 'unreachable', failure: { reason: 'network' } } as const;
const LOGIN = { kind: 'expired', failure: { reason: 'awsLoginRequired', subject: 'console' } } as const;
const dev = profile('dev', { locations: [] });
const ssoProfile = profile('dev', { source: 'ssoSession', ssoSession: 'corp', locations: [] });
const legacyProfile = profile('dev', { source: 'ssoLegacy', ssoSession: CORP.startUrl, locations: [] });
const corp = { ...CORP, location: undefined };
const BY_DEV: ConnectionUses = { awsServices: dev.id };

/** Actions of every profile in every state; every connection has the last one. */
const OF_ANY_PROFILE: readonly string[] = ['changeRegion', 'setProduction', 'copyDiagnosis'];

/** Actions as `id(arguments)`, the one that Enter runs with a star. */
function actions(connection: AwsConnection, state: ConnectionState, uses: ConnectionUses = {}): string {
    const all = snapshot([entry(connection, state), entry(CORP, { kind: 'signedOut' })], { uses });
    return connectionActions(entry(connection, state), all, NOW)
        .filter(({ id }) => !OF_ANY_PROFILE.includes(id))
        .map(({ id, args, primary }) => `${primary ? '*' : ''}${id}(${args.join()})`).join(' ');
}

describe('what can be done with a connection', () => {
    const table: readonly (readonly [string, string, string])[] = [
        ['signed out', actions(BUILDER_ID, { kind: 'signedOut' }), '*signIn(builder-id)'],
        ['signing in', actions(BUILDER_ID, { kind: 'signingIn' }), ''],
        [
            'signed in and free',
            actions(corp, SIGNED_IN),
            '*useForCodeWhisperer(sso-session:corp) signOut(sso-session:corp) listAgain(sso-session:corp) '
                + 'signInFromScratch(sso-session:corp)'
        ],
        [
            'signed in and in use',
            actions(BUILDER_ID, SIGNED_IN, { codeWhisperer: BUILDER_ID.id }),
            'signOut(builder-id) signInFromScratch(builder-id)'
        ],
        [
            'a sign-in that expired',
            actions(BUILDER_ID, { kind: 'expired' }),
            '*signIn(builder-id) signOut(builder-id) signInFromScratch(builder-id)'
        ],
        ['a sign-in out of reach', actions(BUILDER_ID, NETWORK), '*signIn(builder-id) signOut(builder-id) signInFromScratch(builder-id)'],
        ['a profile at rest', actions(dev, { kind: 'notConnected' }), '*use(profile:dev) openTerminal(profile:dev)'],
        [
            'a profile that was chosen earlier',
            actions(dev, { kind: 'notConnected' }, BY_DEV),
            '*connect(profile:dev) stopUsing(profile:dev) openTerminal(profile:dev)'
        ],
        ['a profile that is connecting', actions(dev, { kind: 'connecting' }, BY_DEV), 'stopUsing(profile:dev) openTerminal(profile:dev)'],
        [
            'a connected profile',
            actions(dev, CONNECTED, BY_DEV),
            'stopUsing(profile:dev) openTerminal(profile:dev) openConsole(profile:dev) copyAccountId(111122223333) '
                + 'copyArn(arn:aws:sts::111122223333:assumed-role/Admin/jo)'
        ],
        [
            'a profile in use out of reach',
            actions(dev, NETWORK, BY_DEV),
            '*connect(profile:dev) stopUsing(profile:dev) openTerminal(profile:dev)'
        ],
        [
            'an expired profile of an SSO session',
            actions(ssoProfile, { kind: 'expired' }, BY_DEV),
            'signIn(sso-session:corp) *connect(profile:dev) stopUsing(profile:dev) openTerminal(profile:dev)'
        ],
        [
            'an expired profile with a start URL',
            actions(legacyProfile, { kind: 'expired' }),
            'signIn(sso-session:corp) *use(profile:dev) openTerminal(profile:dev)'
        ],
        [
            'a profile whose session of aws login has ended',
            actions(dev, LOGIN, BY_DEV),
            '*signIn(profile:console) stopUsing(profile:dev) openTerminal(profile:dev)'
        ],
        [
            'a profile that needs a session of aws login',
            actions(dev, LOGIN),
            '*signIn(profile:console) use(profile:dev) openTerminal(profile:dev)'
        ],
        [
            'a profile whose own session of aws login has ended',
            actions(profile('console', { source: 'loginSession', locations: [] }), LOGIN),
            '*signIn(profile:console) use(profile:console) openTerminal(profile:console)'
        ],
        [
            'a profile of a console sign-in',
            actions(profile('console', { source: 'loginSession', locations: [] }), CONNECTED),
            '*use(profile:console) signOut(profile:console) openTerminal(profile:console) openConsole(profile:console) '
                + 'copyAccountId(111122223333) copyArn(arn:aws:sts::111122223333:assumed-role/Admin/jo)'
        ],
        ['an expired profile with keys', actions(dev, { kind: 'expired' }), '*use(profile:dev) openTerminal(profile:dev)']
    ];
    for (const [name, found, expected] of table) {
        it(`${name}: ${expected === '' ? 'nothing' : expected}`, () => expect(found).to.equal(expected));
    }

    it('copies a diagnosis of every connection, whatever its state', () => {
        for (const connection of [dev, corp, BUILDER_ID, profile('odd', { problem: { kind: 'noCredentials' } })]) {
            for (const state of [SIGNED_IN, { kind: 'invalid' }, { kind: 'connecting' }, NETWORK] as ConnectionState[]) {
                expect(connectionActions(entry(connection, state), snapshot([]), NOW).at(-1)).to.deep.include({
                    id: 'copyDiagnosis',
                    args: [connection.id],
                    inline: false
                });
            }
        }
    });

    for (const [production, offered] of [[undefined, false], [true, false], ['presumed', true]] as const) {
        it(`${offered ? 'offers' : 'does not offer'} to forget lost marks where a profile is ${production ?? 'not'} production`, () => {
            const found = connectionActions(entry({ ...dev, production }, { kind: 'notConnected' }), snapshot([]), NOW).filter(
                ({ id }) => id === 'forgetLostMarks'
            );
            expect(found.map(({ args, inline }) => ({ args, inline }))).to.deep.equal(offered ? [{ args: [dev.id], inline: false }] : []);
        });
    }

    for (const production of [false, true]) {
        it(`${production ? 'takes the mark of production from' : 'marks as production'} any profile, from the menu alone`, () => {
            const found = connectionActions(entry({ ...dev, production }, { kind: 'notConnected' }), snapshot([]), NOW).find(
                ({ id }) => id === 'setProduction'
            );
            expect(found).to.deep.include({ args: [dev.id, !production], inline: false });
        });
    }

    it('opens each file at the section that defines the connection, the first one by a button', () => {
        const both = profile('dev', { locations: [{ file: '/a/.aws/config', line: 5 }, { file: '/a/.aws/credentials', line: 9 }] });
        const open = connectionActions(entry(both, { kind: 'notConnected' }), snapshot([]), NOW).filter(({ id }) => id.startsWith('open:'));
        expect(open.map(({ command, args, inline }) => [command, args[0], inline])).to.deep.equal([
            ['aws.accounts.openConfigFile', { file: '/a/.aws/config', line: 5 }, true],
            ['aws.accounts.openCredentialsFile', { file: '/a/.aws/credentials', line: 9 }, false]
        ]);
    });

    const FAILURES: readonly (readonly [string, AwsFailure, string])[] = [
        ['wrong keys', { reason: 'invalidCredentials' }, '*help:openCredentialsFile:9 use'],
        ['a process that failed', { reason: 'processFailed', location: { file: '/a/.aws/config', line: 7 } }, '*help:openConfigFile:7 use'],
        ['a refusal', { reason: 'accessDenied' }, '*help:useProfile use open:5'],
        ['a region that does not serve it', { reason: 'wrongRegion' }, '*help:changeRegion use open:5'],
        ['a code that is needed', { reason: 'mfaRequired' }, '*use open:5']
    ];
    for (const [name, failure, expected] of FAILURES) {
        it(`helps against ${name}, by a button and by Enter: ${expected}`, () => {
            const both = profile('dev', { locations: [{ file: '/a/.aws/config', line: 5 }, { file: '/a/.aws/credentials', line: 9 }] });
            const offered = connectionActions(entry(both, { kind: 'failed', failure }), snapshot([]), NOW).filter(({ inline }) => inline);
            const lineOf = (args: readonly unknown[]): string =>
                (args as readonly Partial<SourceLocation>[]).map(({ line }) => (line === undefined ? '' : `:${line}`)).join('');
            const shown = offered.map(({ id, command, args, primary }) => {
                const what = id === 'help' ? `help:${command.slice('aws.accounts.'.length)}` : id.split(':')[0];
                return `${primary ? '*' : ''}${what}${lineOf(args)}`;
            });
            expect(shown.join(' ')).to.equal(expected);
        });
    }

    const CHANGES: readonly (readonly [string, Partial<IamProfileConnection>, string])[] = [
        ['that stands in a file', {}, 'editProfile deleteProfile'],
        ['that was written here', { ours: true }, 'editProfile removeProfile'],
        ['that cannot be used', { problem: { kind: 'noCredentials' } }, 'editProfile deleteProfile'],
        ['whose name no tool reads', { problem: { kind: 'unreadableName', name: 'a b' } }, ''],
        ['that is in no file', { locations: [] }, '']
    ];
    for (const [name, facts, expected] of CHANGES) {
        it(`changes a profile ${name}: ${expected === '' ? 'nothing' : expected}`, () => {
            const changed = profile('dev', facts);
            const offered = connectionActions(entry(changed, { kind: changed.problem ? 'invalid' : 'notConnected' }), snapshot([]), NOW);
            expect(offered.map(({ id }) => id).filter(id => id.endsWith('Profile')).join(' ')).to.equal(expected);
        });
    }

    it('uses nothing that cannot be used: Enter opens the file', () =>
        expect(actions(profile('dev', { problem: { kind: 'noCredentials' } }), { kind: 'invalid' }))
            .to.match(/^\*open:[^ ]+config:5\(\[object Object\]\) editProfile\(profile:dev\) deleteProfile\(profile:dev\)$/));
});
