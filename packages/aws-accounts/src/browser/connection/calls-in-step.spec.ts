import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { ChangingCalls } from '../../common/protocol/changing-calls';
import { AccountsReplica } from '../../common/snapshot/accounts-replica';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { Clock } from '../time/clock';
import { AwsAccountsModel } from './aws-accounts-model';
import { callsInStep } from './calls-in-step';
import { StatusIntake } from './status-intake';

const { ACCOUNTS, PROFILES, ROLES, DEVELOPER_PROFILES } = ChangingCalls;

const SUBJECTS: { readonly [subject: string]: { readonly [method: string]: boolean } } = {
    accounts: ACCOUNTS, profiles: PROFILES, roles: ROLES, 'developer profiles': DEVELOPER_PROFILES
};

const statusOf = (revision: number): AwsAccountsStatus =>
    ({ revision, catalogue: `c${revision}`, states: {}, uses: {}, marks: { profiles: {} } });

describe('A call of this window that changes something', () => {
    let intake: StatusIntake;
    let model: AwsAccountsModel;
    /** Gives the catalogue of a status, as late as it comes. */
    let catalogue: (status: AwsAccountsStatus) => Promise<void>;

    beforeEach(() => {
        catalogue = () => new Promise(resolve => setImmediate(resolve));
        const container = new Container();
        container.bind<object>(AccountsReplica).toConstantValue({
            take: async (status: AwsAccountsStatus) => {
                await catalogue(status);
                return { revision: status.revision } as AwsAccountsSnapshot;
            },
            forget: () => undefined
        });
        container.bind(Clock).toConstantValue({ now: () => 0 });
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(ILogger).to(MockLogger);
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        model = container.get(AwsAccountsModel);
        intake = container.resolve(StatusIntake);
    });

    /** A server that tells this window of a change, and answers at once. */
    const serverOf = (methods: object, outcome: () => Promise<unknown>): { readonly [method: string]: () => Promise<unknown> } =>
        callsInStep(Object.fromEntries(Object.keys(methods).map(method => [method, (): Promise<unknown> => {
            intake.take(statusOf(1));
            return outcome();
        }])), methods as ChangingCalls<Record<string, () => Promise<unknown>>>, intake);

    for (const [subject, methods] of Object.entries(SUBJECTS)) {
        for (const method of Object.keys(methods).filter(name => methods[name])) {
            it(`ends once the window has the change: ${subject}.${method}`, async () => {
                expect(await serverOf(methods, async () => 'outcome')[method]()).to.equal('outcome');
                expect(model.snapshot?.revision).to.equal(1);
            });
        }
    }

    it('ends so too where it has failed half-way', async () => {
        const error = await serverOf(PROFILES, () => Promise.reject(new Error('half')))['writeProfile']().catch((e: Error) => e.message);
        expect([error, model.snapshot?.revision]).to.deep.equal(['half', 1]);
    });

    it('waits for all that was told before its answer, in whichever order the catalogues come', async () => {
        const given: (() => void)[] = [];
        catalogue = () => new Promise(resolve => given.push(resolve));
        intake.take(statusOf(2));
        const ended = serverOf(PROFILES, async () => 'outcome')['writeProfile']().then(() => model.snapshot?.revision);
        given.reverse().forEach(give => give());
        expect(await ended).to.equal(2);
    });

    it('does not wait for what a lost connection never brings', async () => {
        catalogue = () => new Promise(() => undefined);
        intake.take(statusOf(1));
        intake.forget();
        catalogue = async () => undefined;
        expect(await serverOf(ROLES, async () => 'outcome')['writeRoleProfiles']()).to.equal('outcome');
    });

    it('ends when the connection is lost while it waits', async () => {
        catalogue = () => new Promise(() => undefined);
        const ended = serverOf(ROLES, async () => 'outcome')['writeRoleProfiles']();
        await new Promise(resolve => setImmediate(resolve));
        intake.forget();
        expect(await ended).to.equal('outcome');
    });

    it('leaves nothing behind, however many statuses have come', async () => {
        catalogue = async () => undefined;
        for (let revision = 1; revision <= 100; revision += 1) {
            intake.take(statusOf(revision));
        }
        await intake.settled();
        expect(intake['underWay'].size).to.equal(0);
    });

    it('ends where the catalogue cannot be had, and the window keeps what it has', async () => {
        catalogue = () => Promise.reject(new Error('lost'));
        expect(await serverOf(ROLES, async () => 'outcome')['writeRoleProfiles']()).to.equal('outcome');
        expect(model.snapshot).to.equal(undefined);
    });
});
