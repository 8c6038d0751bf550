import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../../common/state/connection-state';
import {
    BUILDER_ID,
    CONNECTED,
    CORP,
    entry,
    ENVIRONMENT,
    FILES,
    MINUTE,
    NOW,
    profile,
    SIGNED_IN,
    snapshot
} from '../../test/snapshot-samples';
import type { AccountsRow } from './accounts-row';
import { accountsRows, presentedRows, rowsChangeInMs } from './accounts-rows';

const CONTEXT = { now: NOW, home: '/home/jo' };
const dev = profile('dev', { source: 'ssoSession', ssoSession: 'corp', roleName: 'Admin' });
const broken = profile('broken', {
    source: 'none',
    problem: { kind: 'sourceProfileNotFound', name: 'gone' },
    locations: [{ file: '/home/jo/.aws/config', line: 31 }]
});
const SIGNED_OUT = { kind: 'signedOut' } as const;
const AT_REST = { kind: 'notConnected' } as const;

/** The rows as text: two spaces for each level, then name | detail | status [inline actions]. */
function drawn(rows: readonly AccountsRow[], indent = ''): string[] {
    return rows.flatMap(row => {
        const parts = [row.name, row.detail, row.status].filter(part => part !== '').join(' | ');
        const actions = row.actions().filter(action => action.inline).map(action => action.label).join(', ');
        return [`${indent}${parts}${actions === '' ? '' : ` [${actions}]`}`, ...drawn(row.children ?? [], `${indent}  `)];
    });
}

function rowOf(source: AwsAccountsSnapshot, id: string): AccountsRow {
    const rows = accountsRows(source, CONTEXT);
    const found = [...rows, ...rows.flatMap(row => row.children ?? [])].find(row => row.id === id);
    expect(found, id).to.not.be.undefined;
    return found as AccountsRow;
}

describe('the rows of the view', () => {
    it('show both uses on top, and every connection by its method', () => {
        const all = snapshot(
            [
                entry(BUILDER_ID, SIGNED_IN),
                entry(CORP, { kind: 'expired' }),
                entry(profile('default', { region: { name: 'us-east-1', origin: 'default' } }), AT_REST),
                entry(dev, CONNECTED),
                entry(broken, { kind: 'invalid' })
            ],
            { uses: { codeWhisperer: BUILDER_ID.id, awsServices: dev.id } }
        );
        expect(drawn(accountsRows(all, CONTEXT))).to.deep.equal([
            'CodeWhisperer | AWS Builder ID | signed in · renews by itself [Choose CodeWhisperer Connection..., Sign Out]',
            'AWS services | dev · 111122223333 · Admin · eu-central-1 | connected · 52 min left [Use Another Profile..., Stop Using]',
            'AWS Builder ID',
            '  Builder ID | in use · signed in [Sign Out]',
            'IAM Identity Center [Sign In to Another Organization...]',
            '  corp | d-1234567890 · us-east-1 | expired [Sign In..., Sign Out, Open config:1]',
            'IAM profiles | ~/.aws/config on devbox [Add IAM Profile..., Open Config File]',
            '  default | us-east-1 (default) · access keys [Use for AWS Services, Open config:5]',
            '  dev | 111122223333 · Admin · eu-central-1 · SSO corp | in use · connected [Stop Using, Copy Account Id, Open config:5]',
            '  broken | source profile "gone" does not exist | not usable [Open config:31]'
        ]);
    });

    it('show the environment of the backend, with the names of the variables that count, and nothing to edit', () => {
        const container = {
            ...ENVIRONMENT, environment: { kind: 'container', variables: ['AWS_CONTAINER_CREDENTIALS_FULL_URI'] },
            region: { name: 'eu-west-1', origin: 'profile', profile: 'default' }
        } as const;
        const renewing = { ...CONNECTED, renews: true } as const;
        expect(drawn([rowOf(snapshot([entry(ENVIRONMENT, AT_REST)]), 'connection:environment')])).to.deep.equal([
            'Environment | eu-west-1 (environment) · keys in variables [Use for AWS Services]'
        ]);
        expect(drawn([rowOf(snapshot([entry(container, renewing)]), 'connection:environment')])[0]).to.contain(
            'Environment | 111122223333 · Admin · eu-west-1 (profile default) · role of the container | connected · renews by itself'
        );
        const { tooltip, spoken, actions } = rowOf(snapshot([entry(ENVIRONMENT, CONNECTED)]), 'connection:environment');
        expect(tooltip()).to.contain('IAM credentials of the backend\'s environment').and.contain(
            'Variables of the IDE\'s backend: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY'
        );
        expect(spoken()).to.contain('IAM credentials of the backend\'s environment, connected');
        expect(actions().map(({ label }) => label).filter(label => /Edit|Remove|Delete|config/i.test(label))).to.deep.equal([]);
    });

    it('name what an environment lacks', () => {
        const half = { ...ENVIRONMENT, problem: { kind: 'missingKey', key: 'AWS_SECRET_ACCESS_KEY' } } as const;
        expect(drawn([rowOf(snapshot([entry(half, { kind: 'invalid' })]), 'connection:environment')]))
            .to.deep.equal(['Environment | AWS_SECRET_ACCESS_KEY is missing | not usable']);
    });

    it('say the word for production with the use and with the profile, and can be told apart by it', () => {
        const prod = profile('prod', { production: true });
        const all = snapshot([entry(prod, CONNECTED), entry(dev, AT_REST)], { uses: { awsServices: prod.id } });
        expect(drawn([rowOf(all, 'use:awsServices')])[0]).to.contain(
            'AWS services | prod · production · 111122223333 · Admin · eu-central-1'
        );
        expect(drawn([rowOf(all, 'connection:profile:prod')])[0]).to.contain('prod | production · 111122223333');
        expect(rowOf(all, 'connection:profile:prod').spoken()).to.contain('production');
        const marked = ['use:awsServices', 'connection:profile:prod', 'connection:profile:dev'].map(
            id => rowOf(all, id).attributes['data-production']
        );
        expect(marked).to.deep.equal(['true', 'true', undefined]);
    });

    const troubles: readonly (readonly [string, ConnectionState, string])[] = [
        [
            'wrong keys',
            { kind: 'failed', failure: { reason: 'invalidCredentials', subject: 'keys' } },
            'AWS services | keys · AWS does not know the credentials of keys: they are wrong, deleted or revoked. | refused ' +
                '[Open Config File, Use Another Profile..., Stop Using]'
        ],
        [
            'a refusal',
            { kind: 'failed', failure: { reason: 'accessDenied', subject: 'keys' } },
            'AWS services | keys · AWS does not allow this for keys. Use another profile, or ask the administrator of the account. | '
                + 'refused ' +
                '[Use Another Profile..., Stop Using]'
        ],
        [
            'a missing code',
            { kind: 'failed', failure: { reason: 'mfaRequired', subject: 'keys' } },
            'AWS services | keys · keys needs the code of a multi-factor authentication device. | needs a code [Connect Now, Use Another '
                + 'Profile..., Stop Using]'
        ]
    ];
    for (const [name, state, expected] of troubles) {
        it(`say with the use why it does not work, led by what helps: ${name}`, () => {
            const keys = profile('keys');
            const row = rowOf(snapshot([entry(keys, state)], { uses: { awsServices: keys.id } }), 'use:awsServices');
            expect(drawn([row])).to.deep.equal([expected]);
            expect(
                row.actions().filter(({ primary }) => primary),
                'Enter does what the first button does'
            ).to.deep.equal(row.actions().slice(0, 1));
            expect(row.spoken()).to.contain(row.detail.slice('keys · '.length));
        });
    }

    it('offer the sign-in first where that has ended', () => {
        const ended = { kind: 'expired', failure: { reason: 'signInRequired', subject: 'corp' } } as const;
        const source = snapshot([entry(CORP, { kind: 'signedOut' }), entry(dev, ended)], { uses: { awsServices: dev.id } });
        expect(drawn([rowOf(source, 'use:awsServices')])).to.deep.equal([
            'AWS services | dev · corp needs a sign-in. | expired [Sign In..., Connect Now, Use Another Profile..., Stop Using]'
        ]);
    });

    it('are drawn so that a reason is never cut, and the others as before', () => {
        const source = snapshot([
            entry(dev, { kind: 'failed', failure: { reason: 'accessDenied' } }),
            entry(broken, { kind: 'invalid' }),
            entry(CORP, SIGNED_IN)
        ]);
        const marked = ['connection:profile:dev', 'connection:profile:broken', 'connection:sso-session:corp'].map(
            id => rowOf(source, id).attributes['data-reason']
        );
        expect(marked).to.deep.equal(['true', 'true', undefined]);
    });

    it('say where calls go instead of AWS', () => {
        const endpoints = { all: [{ setting: 'AWS_ENDPOINT_URL', host: 'localhost:4566' }] };
        expect(drawn(accountsRows(snapshot([], { endpoints }), CONTEXT))).to.include(
            'Calls go to localhost:4566 instead of AWS (AWS_ENDPOINT_URL)'
        );
    });

    it('name the files that were looked for when there is nothing, and say what can be done', () => {
        const nothing = snapshot([entry(BUILDER_ID, SIGNED_OUT)], { files: { ...FILES, config: { ...FILES.config, exists: false } } });
        expect(drawn(accountsRows(nothing, CONTEXT))).to.deep.equal([
            'CodeWhisperer | Not connected: sign in… [Choose CodeWhisperer Connection...]',
            'AWS services | Not connected: choose a profile… [Use IAM Profile...]',
            'AWS Builder ID',
            '  Builder ID | signed out [Sign In...]',
            'IAM Identity Center [Sign In to Another Organization...]',
            '  Sign in with the start URL of your organization [Sign In...]',
            'IAM profiles | ~/.aws/config on devbox [Add IAM Profile..., Create and Open]',
            '  Add a profile with your access keys or a role [Add IAM Profile...]',
            '  ~/.aws/config | does not exist [Create and Open]',
            '  ~/.aws/credentials | holds no profile [Open Credentials File]'
        ]);
    });

    it('offer a sign-in with Builder ID even when nothing is known of one', () =>
        expect(drawn(accountsRows(snapshot([]), CONTEXT))).to.include('  Sign in with your email address [Sign In...]'));

    it('show a file that cannot be read as a problem, never as "no profiles"', () => {
        const files = {
            ...FILES,
            config: { ...FILES.config, failure: { reason: 'fileBroken', location: { file: FILES.config.path, line: 12 } } },
            credentials: { ...FILES.credentials, failure: { reason: 'fileUnreadable' } }
        } as const;
        expect(drawn(accountsRows(snapshot([], { files }), CONTEXT)).slice(-2)).to.deep.equal([
            '  ~/.aws/config cannot be understood. | config:12 [Open config:12, Read Files Again]',
            '  ~/.aws/credentials cannot be read. Check its owner and its permissions. [Open Credentials File, Read Files Again]'
        ]);
    });

    it('show what keeps the product itself from working', () => {
        const failure = { reason: 'fileUnwritable', subject: '/home/jo/.theia' } as const;
        expect(drawn(accountsRows(snapshot([], { failure }), CONTEXT))).to.include(
            '~/.theia cannot be written. Check the owner, the permissions and the space on the disk. [Read Files Again]'
        );
    });

    it('tell profiles of one SSO session apart', () => {
        const role = (name: string, accountId: string, roleName: string): AccountsRow =>
            rowOf(
                snapshot([entry(profile(name, { source: 'ssoSession', ssoSession: 'corp', accountId, roleName }), AT_REST)]),
                `connection:profile:${name}`
            );
        expect(
            [role('a', '111122223333', 'Admin'), role('b', '111122223333', 'ReadOnly'), role('c', '444455556666', 'Admin')].map(
                row => row.detail
            )
        ).to.deep.equal([
            '111122223333 · Admin · eu-central-1 · SSO corp',
            '111122223333 · ReadOnly · eu-central-1 · SSO corp',
            '444455556666 · Admin · eu-central-1 · SSO corp'
        ]);
    });

    it('say what will happen to a profile that was chosen earlier', () =>
        expect(rowOf(snapshot([entry(dev, AT_REST)], { uses: { awsServices: dev.id } }), 'use:awsServices').status).to.equal(
            'checked on first use'
        ));

    it('invite when the remembered connection is gone', () =>
        expect(rowOf(snapshot([], { uses: { awsServices: 'profile:gone' } }), 'use:awsServices').status).to.equal(
            'Not connected: choose a profile…'
        ));

    it('call expired what has run out since the snapshot came', () => {
        const rows = accountsRows(snapshot([entry(dev, CONNECTED)], { uses: { awsServices: dev.id } }), {
            ...CONTEXT,
            now: NOW + 53 * MINUTE
        });
        expect(rows[1].status).to.equal('expired');
        expect(rows[4].children?.[0].attributes).to.deep.equal({ 'data-connection-id': dev.id, 'data-connection-state': 'expired' });
    });

    it('change by themselves when the time that is left does', () => {
        expect(rowsChangeInMs(snapshot([entry(BUILDER_ID, SIGNED_IN), entry(dev, CONNECTED)]), NOW)).to.equal(30_001);
        expect(rowsChangeInMs(snapshot([entry(BUILDER_ID, SIGNED_IN)]), NOW)).to.be.undefined;
    });
});

describe('a row that is heard', () => {
    const spoken: readonly (readonly [string, AwsAccountsSnapshot, string])[] = [
        ['connection:profile:dev', snapshot([entry(dev, CONNECTED)], { uses: { awsServices: dev.id } }),
            'IAM profile dev, connected, in use for AWS services, 52 min left, 111122223333, Admin, eu-central-1, SSO corp'],
        ['connection:profile:dev', snapshot([entry(dev, AT_REST)]), 'IAM profile dev, not connected, Admin, eu-central-1, SSO corp'],
        ['connection:builder-id', snapshot([entry(BUILDER_ID, SIGNED_OUT)]), 'AWS Builder ID, signed out'],
        [
            'connection:sso-session:corp',
            snapshot([entry(CORP, { kind: 'expired' })]),
            'IAM Identity Center corp, expired, d-1234567890, us-east-1'
        ],
        [
            'connection:profile:broken',
            snapshot([entry(broken, { kind: 'invalid' })]),
            'IAM profile broken, not usable, source profile "gone" does not exist'
        ],
        [
            'use:awsServices',
            snapshot([entry(dev, CONNECTED)], { uses: { awsServices: dev.id } }),
            'AWS services, IAM profile dev, connected, 52 min left, 111122223333, Admin, eu-central-1'
        ],
        ['use:codeWhisperer', snapshot([]), 'CodeWhisperer, Not connected: sign in…']
    ];
    for (const [id, source, text] of spoken) {
        it(`says "${text}"`, () => expect(rowOf(source, id).spoken()).to.equal(text));
    }
});

describe('the tooltip of a row', () => {
    it('has everything that is known', () => {
        const source = snapshot(
            [entry({ ...dev, locations: [...dev.locations, { file: '/home/jo/.aws/credentials', line: 9 }] }, CONNECTED)],
            { uses: { awsServices: dev.id } }
        );
        expect(rowOf(source, 'connection:profile:dev').tooltip().split('\n')).to.deep.equal([
            'IAM profile dev',
            'connected, 52 min left, in use for AWS services',
            'Account: 111122223333',
            'Role: Admin',
            'ARN: arn:aws:sts::111122223333:assumed-role/Admin/jo',
            'Region: eu-central-1',
            'Credentials: SSO corp',
            'Defined in: ~/.aws/config:5',
            'Defined in: ~/.aws/credentials:9'
        ]);
    });

    it('says what went wrong', () => {
        const source = snapshot([entry(dev, { kind: 'unreachable', failure: { reason: 'network', subject: 'sts.amazonaws.com' } })]);
        expect(rowOf(source, 'connection:profile:dev').tooltip()).to.contain('sts.amazonaws.com cannot be reached.');
    });

    it('names machine and files of the profiles', () =>
        expect(rowOf(snapshot([]), 'group:iamProfile').tooltip())
            .to.contain('Config file: /home/jo/.aws/config')
            .and.to.contain('Machine: devbox'));
});

describe('the rows without a backend', () => {
    const known = snapshot([entry(dev, CONNECTED)], { uses: { awsServices: dev.id } });

    it('say that it is still being looked', () =>
        expect(drawn(presentedRows(undefined, true, CONTEXT))).to.deep.equal(['Looking for ways to reach AWS…']));

    it('keep what was known last, say so, and offer nothing that would fail', () => {
        const rows = drawn(presentedRows(known, false, CONTEXT));
        expect(rows[0]).to.equal('The backend of the IDE cannot be reached | this is what was known last');
        expect(rows).to.include('  dev | 111122223333 · Admin · eu-central-1 · SSO corp | in use · connected');
        expect(rows.join()).to.not.contain('[');
    });

    it('words a connection when its row is looked at, and once', () => {
        let looks = 0;
        const source = profile('a');
        Object.defineProperty(source, 'roleName', { get: () => { looks += 1; return 'Admin'; } });
        const rows = accountsRows(snapshot([entry(source, AT_REST)]), CONTEXT);
        expect(looks).to.equal(0);
        const row = rows.flatMap(({ children = [] }) => children).find(({ id }) => id === 'connection:profile:a');
        expect([row?.detail, row?.detail === row?.detail]).to.deep.equal(['Admin · eu-central-1 · access keys', true]);
        const once = looks;
        expect([row?.status, row?.searchText.includes('admin'), looks]).to.deep.equal(['', true, once]);
    });
});
