import { expect } from 'chai';
import type { WhenSwitchingMethod } from '../../../common/sign-in/aws-accounts-preferences';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { IamRequirement } from '../../../common/requirement/simple-requirement';
import type { ConnectionState } from '../../../common/state/connection-state';
import { BUILDER_ID, CONNECTED, CORP, ENVIRONMENT, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import type { ConnectionQuestion } from './connection-question';
import { DialogState } from './dialog-state';
import { dialogContent } from './dialog-content';

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const EITHER: AwsRequirement = { kind: 'either', of: [{ kind: 'iam', regions: ['eu-central-1'] }, TOKEN] };
const AT_REST: ConnectionState = { kind: 'notConnected' };
const SIGNED_OUT: ConnectionState = { kind: 'signedOut' };
const dev = profile('dev');
const sso = profile('sso', { source: 'ssoSession', ssoSession: 'corp' });
const broken = profile('broken', { problem: { kind: 'noCredentials' } });

const alone = snapshot([entry(dev, AT_REST)]);
const withBuilderId = snapshot([entry(BUILDER_ID, SIGNED_IN), entry(dev, AT_REST)], { uses: { codeWhisperer: BUILDER_ID.id } });
const withCorp = snapshot([entry(CORP, SIGNED_IN), entry(dev, AT_REST), entry(sso, AT_REST)], { uses: { codeWhisperer: CORP.id } });
const both = snapshot([entry(BUILDER_ID, SIGNED_IN), entry(dev, CONNECTED)], {
    uses: { codeWhisperer: BUILDER_ID.id, awsServices: dev.id }
});
const nothing = snapshot([]);

function state(source: AwsAccountsSnapshot, question: Partial<ConnectionQuestion> = {}, more: Partial<DialogState> = {}): DialogState {
    const selected = source.connections.find(({ connection }) => connection.id === dev.id)?.connection.id;
    return {
        question: { requirement: IAM, ...question },
        snapshot: source,
        whenSwitching: 'ask',
        recents: [],
        selected,
        filter: '',
        now: NOW,
        ...more
    };
}

function judged(source: AwsAccountsSnapshot, requirement: AwsRequirement, more: Partial<DialogState> = {}): DialogState {
    return state(source, { requirement, command: 'Deploy', verdict: AwsRequirement.check(requirement, source, NOW) }, more);
}

function using(connectionState: ConnectionState, token = false, connection: AwsConnection = token ? CORP : dev): AwsAccountsSnapshot {
    return snapshot([entry(connection, connectionState)], { uses: { [token ? 'codeWhisperer' : 'awsServices']: connection.id } });
}

describe('the title of the dialog', () => {
    const table: readonly (readonly [AwsRequirement, string | undefined, string])[] = [
        [EITHER, 'Explain Code', 'Explain Code needs IAM credentials or a CodeWhisperer sign-in'],
        [EITHER, undefined, 'Choose an IAM profile or a sign-in'],
        [IAM, 'Invoke Lambda Function', 'Invoke Lambda Function needs IAM credentials'],
        [IAM, undefined, 'Use an IAM profile for AWS services'],
        [TOKEN, 'Suggest Code', 'Suggest Code needs a CodeWhisperer sign-in'],
        [TOKEN, undefined, 'Choose the sign-in for CodeWhisperer']
    ];
    for (const [requirement, command, title] of table) {
        it(`for ${requirement.kind}, ${command ?? 'no command'}: ${title}`, () =>
            expect(dialogContent(state(alone, { requirement, command })).title).to.equal(title));
    }
});

describe('the way out of the dialog', () => {
    const ENDED: ConnectionState = { kind: 'expired', failure: { reason: 'awsLoginRequired', subject: 'console' } };
    const table: readonly (readonly [string, DialogState, readonly unknown[] | undefined])[] = [
        ['is the sign-in to the console for the profile in use whose session has ended', judged(using(ENDED), IAM), ['profile:console']],
        [
            'is the sign-in to the console for the profile that was tried', judged(alone, IAM, { failure: ENDED.failure }),
            ['profile:console']
        ],
        ['is not there for another end', judged(using({ kind: 'expired' }), IAM), undefined],
        ['is not there for another failure', judged(using(ENDED), IAM, { failure: { reason: 'network' } }), undefined]
    ];
    for (const [sentence, given, args] of table) {
        it(sentence, () => expect(dialogContent(given).remedy?.args).to.deep.equal(args));
    }

    const [FILE, NONE] = [{ name: 'eu-central-1', origin: 'profile' }, { name: 'us-east-1', origin: 'default' }] as const;
    const ends: readonly (readonly [string, AwsAccountsSnapshot, string])[] = [
        [
            'a profile of aws login', using(ENDED, false, profile('console', { source: 'loginSession', region: FILE })),
            'Sign in with AWS Management Console'
        ],
        [
            'one of which no region is known', using(ENDED, false, profile('console', { source: 'loginSession', region: NONE })),
            'Use console'
        ],
        [
            'one that has other credentials by now', using(ENDED, false, profile('console', { source: 'accessKeys', region: FILE })),
            'Use console'
        ]
    ];
    for (const [sentence, source, label] of ends) {
        it(`is a sign-in here, for ${sentence}: ${label}`, () =>
            expect(dialogContent(judged(source, IAM, { selected: 'profile:console' })).buttons.map(button => button.label))
                .to.deep.equal([label]));

        it(`is told once, by the button or beside the reason, for ${sentence}`, () => {
            const { buttons, remedy } = dialogContent(judged(source, IAM, { selected: 'profile:console' }));
            const told =
                [...buttons, ...remedy ? [remedy] : []].filter(({ label: text }) => text === 'Sign in with AWS Management Console');
            expect(told).to.have.length(1);
        });
    }

    it('comes with the reason', () =>
        expect(dialogContent(judged(using(ENDED), IAM)).trouble).to.contain('AWS Management Console for console has ended'));
});

describe('the dialog where either will do', () => {
    const SIGNED_OUT_CORP = snapshot([entry(CORP, SIGNED_OUT), entry(dev, AT_REST)]);
    const EXPIRED_BUILDER_ID = snapshot([entry(BUILDER_ID, { kind: 'expired' }), entry(dev, AT_REST)], {
        uses: { codeWhisperer: BUILDER_ID.id }
    });
    const asked = (source: AwsAccountsSnapshot, selected: string): DialogState => judged(source, EITHER, { selected });

    it('says so, and lists profiles and sign-ins', () => {
        const { explanation, listLabel, rows } = dialogContent(asked(SIGNED_OUT_CORP, dev.id));
        expect(explanation).to.contain('Either will do').and.to.contain('Only a profile for region eu-central-1 will do.');
        expect(listLabel).to.equal('IAM profile or sign-in');
        expect(rows.map(({ id }) => id)).to.deep.equal([CORP.id, dev.id]);
    });

    const table: readonly (readonly [name: string, DialogState, readonly string[]])[] = [
        ['a profile', asked(SIGNED_OUT_CORP, dev.id), ['Use dev']],
        ['a sign-in', asked(SIGNED_OUT_CORP, CORP.id), ['Sign in with corp']],
        [
            'a profile beside a CodeWhisperer sign-in',
            asked(EXPIRED_BUILDER_ID, dev.id),
            ['Use dev, stay connected to CodeWhisperer', 'Use dev, disconnect CodeWhisperer']
        ],
        ['that sign-in itself', asked(EXPIRED_BUILDER_ID, BUILDER_ID.id), ['Sign in with AWS Builder ID']]
    ];
    for (const [name, asks, buttons] of table) {
        it(`has for ${name}: ${buttons.join(' | ')}`, () =>
            expect(dialogContent(asks).buttons.map(({ label }) => label)).to.deep.equal(buttons));
    }
});

describe('the explanation in the dialog', () => {
    const SERVICES = 'AWS services such as Lambda work with IAM credentials';
    const only = (more: Omit<IamRequirement, 'kind'>): IamRequirement => ({ kind: 'iam', ...more });
    const table: readonly (readonly [name: string, AwsRequirement, AwsAccountsSnapshot, string])[] = [
        ['no CodeWhisperer', IAM, alone, `${SERVICES}, which come from an IAM profile.`],
        [
            'Builder ID',
            IAM,
            withBuilderId,
            `${SERVICES}. CodeWhisperer works with AWS Builder ID. They are separate, and you can use both at the same time.`
        ],
        [
            'Identity Center by its own name',
            IAM,
            withCorp,
            `${SERVICES}. CodeWhisperer works with corp. They are separate, and you can use both at the same time.`
        ],
        ['a token without a profile', TOKEN, withCorp, 'CodeWhisperer works with AWS Builder ID or IAM Identity Center.'],
        [
            'a token beside a profile', TOKEN, both,
            'CodeWhisperer works with AWS Builder ID or IAM Identity Center, not with IAM credentials. AWS services stay with profile dev.'
        ],
        [
            'a token beside the environment of the backend', TOKEN,
            snapshot([entry(ENVIRONMENT, CONNECTED)], { uses: { awsServices: ENVIRONMENT.id } }),
            'CodeWhisperer works with AWS Builder ID or IAM Identity Center, not with IAM credentials. AWS services stay with the '
                + 'backend\'s environment.'
        ],
        [
            'one account', only({ accounts: ['111122223333'] }), alone,
            `${SERVICES}, which come from an IAM profile. Only a profile for account 111122223333 will do.`
        ],
        [
            'accounts, a partition and regions',
            only({ accounts: ['111122223333', '444455556666'], partitions: ['aws'], regions: ['eu-west-1', 'eu-west-2'] }), alone,
            `${SERVICES}, which come from an IAM profile. Only a profile for account 111122223333 or 444455556666, partition aws, region eu-west-1 or eu-west-2 will do.`
        ],
        [
            'declarations that have nothing in common', only({ accounts: [] }), alone,
            `${SERVICES}, which come from an IAM profile. Only a profile for account (none is left by what was declared) will do.`
        ]
    ];
    for (const [name, requirement, source, explanation] of table) {
        it(`with ${name}`, () => expect(dialogContent(state(source, { requirement })).explanation).to.equal(explanation));
    }
});

describe('the trouble that the dialog tells', () => {
    const table: readonly (readonly [name: string, DialogState, string | undefined])[] = [
        ['nothing is in use', judged(alone, IAM), undefined],
        ['signed out', judged(using(SIGNED_OUT, true), TOKEN), undefined],
        ['a profile has expired', judged(using({ kind: 'expired' }), IAM), 'dev has expired.'],
        ['a sign-in has expired', judged(using({ kind: 'expired' }, true), TOKEN), 'corp has expired.'],
        ['not usable', judged(using({ kind: 'invalid' }), IAM), 'dev cannot be used.'],
        [
            'missing scopes', judged(using({ kind: 'signedIn', expiresAt: '2031-01-01T00:00:00Z', renews: true, scopes: [] }, true), TOKEN),
            'corp was signed in without CodeWhisperer. Signing in again adds it; nothing else changes.'
        ],
        [
            'another account', judged(using(CONNECTED), { kind: 'iam', accounts: ['444455556666'] }),
            'dev does not fit: account 111122223333 instead of 444455556666.'
        ],
        [
            'another region and partition',
            judged(using(CONNECTED), { kind: 'iam', partitions: ['aws-cn'], regions: ['cn-north-1', 'cn-northwest-1'] }),
            'dev does not fit: partition aws instead of aws-cn, region eu-central-1 instead of cn-north-1 or cn-northwest-1.'
        ],
        [
            'another account in use while a profile that may do is selected',
            judged(
                snapshot([entry(dev, CONNECTED), entry(sso, AT_REST)], { uses: { awsServices: dev.id } }),
                { kind: 'iam', accounts: ['444455556666'] },
                { selected: sso.id }
            ),
            'dev does not fit: account 111122223333 instead of 444455556666.'
        ]
    ];
    for (const [name, source, trouble] of table) {
        it(`${name}: ${trouble ?? 'none'}`, () => expect(dialogContent(source).trouble).to.equal(trouble));
    }

    it('is that of the latest try, whatever it was before', () => {
        const failed = dialogContent(
            judged(using({ kind: 'expired' }), IAM, { failure: { reason: 'profileInvalid', subject: 'dev' } })
        ).trouble;
        expect(failed).to.be.a('string').that.contains('dev').and.not.equal('dev has expired.');
    });

    it('is the failure of a connection that was refused', () => {
        const refused = using({ kind: 'failed', failure: { reason: 'accessDenied', subject: 'sts.amazonaws.com' } });
        expect(dialogContent(judged(refused, IAM)).trouble).to.be.a('string').that.is.not.empty;
    });
});

describe('the buttons of the dialog', () => {
    type Buttons = readonly string[];
    const STAY = 'stay-connected: Use dev, stay connected to CodeWhisperer';
    const LEAVE = 'disconnect: Use dev, disconnect CodeWhisperer';
    const KEEPS = 'CodeWhisperer stays connected with AWS Builder ID.';
    const LEAVES = 'CodeWhisperer will be disconnected, as you chose earlier. You can change that in Settings.';
    const expired = snapshot([entry(BUILDER_ID, { kind: 'expired' }), entry(dev, AT_REST)], { uses: { codeWhisperer: BUILDER_ID.id } });
    const signedOut = snapshot([entry(BUILDER_ID, SIGNED_OUT), entry(dev, AT_REST)], { uses: { codeWhisperer: BUILDER_ID.id } });

    const table: readonly (readonly [
        name: string,
        AwsAccountsSnapshot,
        WhenSwitchingMethod,
        Buttons,
        note: string | undefined,
        remembers: boolean
    ])[] = [
        ['no CodeWhisperer', alone, 'ask', ['use: Use dev'], undefined, false],
        ['no CodeWhisperer', alone, 'disconnect', ['use: Use dev'], undefined, false],
        ['Builder ID', withBuilderId, 'ask', [STAY, LEAVE], undefined, true],
        ['Builder ID', withBuilderId, 'stayConnected', ['use: Use dev'], KEEPS, false],
        ['Builder ID', withBuilderId, 'disconnect', ['use: Use dev'], LEAVES, false],
        ['Identity Center', withCorp, 'ask', [STAY, LEAVE], undefined, true],
        ['expired Builder ID', expired, 'ask', [STAY, LEAVE], undefined, true],
        ['signed-out Builder ID', signedOut, 'ask', ['use: Use dev'], undefined, false],
        ['Builder ID and a profile already', both, 'ask', ['use: Use dev'], KEEPS, false],
        ['Builder ID and a profile already', both, 'disconnect', ['use: Use dev'], KEEPS, false]
    ];
    for (const [name, source, whenSwitching, buttons, note, remembers] of table) {
        it(`with ${name}, preference ${whenSwitching}: ${buttons.join(', ')}`, () => {
            const content = dialogContent(state(source, {}, { whenSwitching }));
            expect(content.buttons.map(({ action, label }) => `${action}: ${label}`)).to.deep.equal(buttons);
            expect(content.note).to.equal(note);
            expect(content.remember !== undefined).to.equal(remembers);
        });
    }

    it('are none while nothing is selected, or what is selected does not fit', () => {
        expect(dialogContent(state(withBuilderId, {}, { selected: undefined })).buttons).to.be.empty;
        expect(dialogContent(state(both, { requirement: { kind: 'iam', accounts: ['444455556666'] } })).buttons).to.be.empty;
        expect(dialogContent(state(withBuilderId, { requirement: { kind: 'iam', regions: ['us-east-1'] } })).buttons).to.be.empty;
    });

    it('tell of the sign-in that has to come first', () => {
        const out = snapshot([entry(CORP, SIGNED_OUT), entry(sso, AT_REST)]);
        expect(dialogContent(state(out, {}, { selected: sso.id })).buttons).to.deep.equal([{ action: 'use', label: 'Sign in with corp' }]);
        expect(dialogContent(state(out, { requirement: TOKEN }, { selected: CORP.id })).buttons).to.deep.equal([
            { action: 'use', label: 'Sign in with corp' }
        ]);
    });

    it('of a CodeWhisperer question never offer to remember or to disconnect anything', () => {
        for (const whenSwitching of ['ask', 'stayConnected', 'disconnect'] as const) {
            const content = dialogContent(state(both, { requirement: TOKEN }, { selected: BUILDER_ID.id, whenSwitching }));
            expect(content.buttons).to.deep.equal([{ action: 'use', label: 'Use AWS Builder ID' }]);
            expect(content.remember).to.be.undefined;
        }
    });
});

describe('the rows of the dialog', () => {
    const many = snapshot([
        entry(broken, { kind: 'invalid' }), entry(BUILDER_ID, SIGNED_IN), entry(dev, CONNECTED), entry(sso, AT_REST),
        entry(profile('west', { region: { name: 'us-west-2', origin: 'profile' } }), AT_REST)
    ]);
    const table: readonly (readonly [name: string, Partial<DialogState>, AwsRequirement, readonly string[]])[] = [
        ['unusable ones last', {}, IAM, ['dev', 'sso', 'west', 'broken: no credentials are set']],
        [
            'recent ones first',
            { recents: ['profile:west', broken.id, 'profile:gone'] },
            IAM,
            ['west', 'dev', 'sso', 'broken: no credentials are set']
        ],
        [
            'pinned ones before recent ones',
            { snapshot: { ...many, pins: [{ kind: 'profile', connectionId: sso.id }] }, recents: ['profile:west'] },
            IAM,
            ['sso', 'west', 'dev', 'broken: no credentials are set']
        ],
        ['those that fit every typed word', { filter: 'SSO  corp' }, IAM, ['sso']],
        ['those that can give a token', {}, TOKEN, ['AWS Builder ID']],
        [
            'those of another account last', {}, { kind: 'iam', accounts: ['444455556666'] },
            ['sso', 'west', 'broken: no credentials are set', 'dev: account 111122223333 instead of 444455556666']
        ],
        [
            'those of another region last',
            { recents: [dev.id] },
            { kind: 'iam', regions: ['us-west-2'] },
            [
                'west',
                'broken: no credentials are set',
                'dev: region eu-central-1 instead of us-west-2',
                'sso: region eu-central-1 instead of us-west-2'
            ]
        ]
    ];
    for (const [name, more, requirement, rows] of table) {
        it(`are in this order: ${name}`, () => expect(dialogContent(state(many, { requirement }, more)).rows
            .map(row => row.problem === undefined ? row.name : `${row.name}: ${row.problem}`)).to.deep.equal(rows));
    }

    it('say in a word which of them are pinned', () => {
        const pinned = { ...many, pins: [{ kind: 'profile', connectionId: dev.id }] } as const;
        expect(
            dialogContent(state(pinned))
                .rows.slice(0, 2)
                .map(row => `${row.name}: ${row.state}`)
        ).to.deep.equal(['dev: pinned · connected', 'sso: ']);
    });

    it('give way to a word about where profiles were looked for', () => {
        expect(dialogContent(state(nothing)).empty).to.equal(
            'There are no profiles yet. Looked in /home/jo/.aws/config and /home/jo/.aws/credentials on devbox.'
        );
        expect(dialogContent(state(many, {}, { filter: 'nonsense' })).empty).to.equal('No profile fits "nonsense".');
        expect(dialogContent(state(many)).empty).to.be.undefined;
    });
});
