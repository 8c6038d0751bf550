import { expect } from 'chai';
import { Container } from '@theia/core/shared/inversify';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { ConnectionState } from '../../../common/state/connection-state';
import { ProductTokenServices, TokenServices } from '../../../common/token-service/token-services';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { Clock } from '../../time/clock';
import { BUILDER_ID, CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import type { ConnectionQuestion } from './connection-question';
import { ConnectionDialogOptions } from './connection-dialog-options';
import { DialogChoice } from './dialog-choice';

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const dev = profile('dev');
const ops = profile('ops');
const broken = profile('broken', { problem: { kind: 'noCredentials' } });
const west = profile('west', { region: { name: 'us-west-2', origin: 'profile' } });
const all = snapshot([
    entry(BUILDER_ID, { kind: 'signedOut' }),
    entry(CORP, SIGNED_IN),
    entry(broken, { kind: 'invalid' }),
    entry(dev, CONNECTED),
    entry(ops, { kind: 'notConnected' }),
    entry(west, { kind: 'notConnected' })
]);

function choice(source: AwsAccountsSnapshot | undefined, options: Partial<ConnectionDialogOptions>): DialogChoice {
    const container = new Container();
    container.bind(ConnectionDialogOptions).toConstantValue({ whenSwitching: 'ask', recents: [], ...options });
    container.bind(Clock).toConstantValue({ now: () => NOW });
    container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
    container.bind(AwsAccountsModel).toSelf().inSingletonScope();
    container.bind(DialogChoice).toSelf();
    if (source) {
        container.get(AwsAccountsModel).reset(source);
    }
    return container.get(DialogChoice);
}

function using(uses: AwsAccountsSnapshot['uses']): AwsAccountsSnapshot {
    return { ...all, uses };
}

describe('the choice that the dialog begins with', () => {
    type Asked = Partial<ConnectionDialogOptions> & { readonly requirement: AwsRequirement; readonly picked?: string };
    type Row = readonly [name: string, AwsAccountsSnapshot, Asked, string | undefined];
    const table: readonly Row[] = [
        ['the first that can be chosen', all, { requirement: IAM }, dev.id],
        ['the profile used last', all, { requirement: IAM, recents: [ops.id] }, ops.id],
        ['not the profile used last if it is broken', all, { requirement: IAM, recents: [broken.id] }, dev.id],
        ['the profile in use', using({ awsServices: ops.id }), { requirement: IAM, recents: [west.id] }, ops.id],
        ['not the profile in use if it is broken', using({ awsServices: broken.id }), { requirement: IAM }, dev.id],
        ['not the profile in use if it is gone', using({ awsServices: 'profile:gone' }), { requirement: IAM }, dev.id],
        [
            'not the profile in use if it is of another account',
            using({ awsServices: dev.id }),
            { requirement: { kind: 'iam', accounts: ['444455556666'] } },
            ops.id
        ],
        [
            'the one profile of the region',
            using({ awsServices: dev.id }),
            { requirement: { kind: 'iam', regions: ['us-west-2'] } },
            west.id
        ],
        ['nothing if nothing will do', all, { requirement: { kind: 'iam', regions: ['cn-north-1'] } }, undefined],
        ['what was picked already', using({ awsServices: dev.id }), { requirement: IAM, picked: west.id }, west.id],
        ['the first sign-in', all, { requirement: TOKEN }, BUILDER_ID.id],
        ['the sign-in in use', using({ codeWhisperer: CORP.id }), { requirement: TOKEN }, CORP.id],
        ['nothing in an empty list', snapshot([]), { requirement: IAM }, undefined]
    ];
    for (const [name, source, { requirement, picked, ...options }, selected] of table) {
        it(`is ${name}`, () => {
            const begun = choice(source, { question: { requirement, picked }, ...options });
            begun.begin();
            expect(begun.selectedId).to.equal(selected);
        });
    }

    it('is nothing without a question, and without a snapshot', () => {
        for (const begun of [choice(all, {}), choice(undefined, { question: { requirement: IAM } })]) {
            begun.begin();
            expect(begun.selectedId).to.be.undefined;
            expect(begun.content()).to.be.undefined;
        }
    });
});

describe('the choice in the dialog', () => {
    let chosen: DialogChoice;
    let changes: number;

    beforeEach(() => {
        chosen = choice(all, { question: { requirement: IAM } });
        chosen.begin();
        changes = 0;
        chosen.onDidChange(() => changes++);
    });

    it('follows the filter to the first row that is left and can be chosen', () => {
        chosen.setFilter('ops');
        expect(chosen.selectedId).to.equal(ops.id);
        chosen.setFilter('');
        expect(chosen.selectedId).to.equal(ops.id);
        chosen.setFilter('broken');
        expect(chosen.selectedId).to.be.undefined;
        expect(changes).to.equal(3);
    });

    it('tells each change once', () => {
        chosen.select(ops.id);
        chosen.setRemember(true);
        expect([chosen.selectedId, chosen.remember, changes]).to.deep.equal([ops.id, true, 2]);
    });

    it('knows what is something else than what is asked for', () => {
        const restricted = choice(all, { question: { requirement: { kind: 'iam', accounts: ['444455556666'] } } });
        expect(restricted.mismatches(entry(dev, CONNECTED))).to.be.true;
        expect(restricted.mismatches(entry(ops, { kind: 'notConnected' }))).to.be.false;
        expect(choice(all, {}).mismatches(entry(dev, CONNECTED))).to.be.false;
    });
});

describe('a production profile chosen for a command that changes something', () => {
    const prod = profile('prod', { production: true });
    const connected = entry(prod, CONNECTED);
    const question = { requirement: IAM, command: 'Deploy', effect: 'change', picked: prod.id } as const;

    function begun(known: boolean, asked: ConnectionQuestion = question): DialogChoice {
        const begins = choice(snapshot([known ? connected : entry(prod, { kind: 'notConnected' })]), { question: asked });
        begins.begin();
        return begins;
    }

    it('is confirmed by the button that names its account', () => {
        const known = begun(true);
        expect(known.content()).to.deep.include({
            caution: {
                subject: 'prod · production · 111122223333 · Admin · eu-central-1', account: '111122223333',
                text: 'Deploy changes something in AWS, and you marked this profile as production.'
            },
            buttons: [{ action: 'use', label: 'Run in 111122223333 with prod' }]
        });
        expect(known.answer('use')).to.deep.include({ connectionId: prod.id, confirmedAccount: '111122223333' });
        expect(known.isUnconfirmed(connected, known.answer('use'))).to.be.false;
    });

    it('is not confirmed while its account is not known', () => {
        const unknown = begun(false);
        expect(unknown.content()?.buttons).to.deep.equal([{ action: 'use', label: 'Use prod' }]);
        expect(unknown.answer('use')).not.to.have.property('confirmedAccount');
        expect(unknown.isUnconfirmed(connected, unknown.answer('use'))).to.be.true;
    });

    it('is not confirmed for another account than the one that was named', () => {
        const known = begun(true);
        const elsewhere = {
            ...CONNECTED,
            identity: { accountId: '999988887777', arn: 'arn:aws:iam::999988887777:user/jo', userId: 'AIDA' }
        } as ConnectionState;
        expect(known.isUnconfirmed(entry(prod, elsewhere), known.answer('use'))).to.be.true;
    });

    it('says so with both buttons where CodeWhisperer is asked about, too', () => {
        const asked = choice(
            { ...snapshot([connected, entry(BUILDER_ID, SIGNED_IN)]), uses: { codeWhisperer: BUILDER_ID.id } },
            { question }
        );
        asked.begin();
        expect(asked.content()?.buttons.map(({ label }) => label)).to.deep.equal([
            'Run in 111122223333 with prod, stay connected to CodeWhisperer', 'Run in 111122223333 with prod, disconnect CodeWhisperer'
        ]);
        expect(asked.answer('stay-connected')).to.deep.include({ tokenServices: 'keep', confirmedAccount: '111122223333' });
    });

    const OTHERS: readonly (readonly [string, ConnectionQuestion])[] = [
        ['a command that reads', { ...question, effect: 'read' }], ['a command that says nothing', { ...question, effect: undefined }],
        ['a person who turns to it by themselves', { requirement: IAM, picked: prod.id }]
    ];
    for (const [who, asked] of OTHERS) {
        it(`needs no confirmation for ${who}`, () => {
            const plain = begun(true, asked);
            expect(plain.content()?.caution).to.equal(undefined);
            expect(plain.content()?.buttons[0].label).to.equal('Use prod');
            expect(plain.isUnconfirmed(connected, plain.answer('use'))).to.be.false;
        });
    }
});
