import { expect } from 'chai';
import { Container } from '@theia/core/shared/inversify';
import type { BuilderIdConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import type { ConnectionState } from '../../common/state/connection-state';
import { composeSnapshot } from '../../common/snapshot/snapshot-composition';
import { Clock } from '../process/clock';
import { ConnectionStore } from './connection-store';
import { RememberedChoices } from '../choices/remembered-choices';
import { FakeClock } from '../test/fake-clock';

const BUILDER_ID: BuilderIdConnection = {
    kind: 'builderId',
    id: 'builder-id',
    startUrl: 'https://view.awsapps.com/start',
    region: 'us-east-1'
};
const DEV: IamProfileConnection = {
    kind: 'iamProfile',
    id: 'profile:dev',
    name: 'dev',
    source: 'accessKeys',
    region: { name: 'eu-central-1', origin: 'profile' },
    locations: []
};
const IDENTITY = { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev', userId: 'AIDA' };

describe('ConnectionStore', () => {

    let clock: FakeClock;
    let store: ConnectionStore;
    let changes: number;

    beforeEach(() => {
        clock = new FakeClock();
        const container = new Container();
        container.bind(Clock).toConstantValue(clock);
        container.bind(ConnectionStore).toSelf().inSingletonScope();
        store = container.get(ConnectionStore);
        changes = 0;
        store.onDidChange(() => changes += 1);
    });

    afterEach(() => store.dispose());

    /** Lets time pass, and everybody who waited for it go on. */
    async function pass(ms: number): Promise<void> {
        clock.advance(ms);
        await new Promise(setImmediate);
    }

    const inMs = (ms: number): string => new Date(clock.now() + ms).toISOString();
    const stateIn = (workspace: string, id: string): ConnectionState | undefined =>
        composeSnapshot(store.catalogue.whole, store.status(workspace)).snapshot.connections
            .find(({ connection }) => connection.id === id)?.state;

    it('counts each change once, and tells it once', () => {
        store.update({ connections: [DEV] });
        const { revision } = store.status('');
        store.setState(DEV.id, { kind: 'connecting' });
        expect(store.status('').revision).to.equal(revision + 1);
        expect(changes).to.equal(2);
    });

    it('says nothing when nothing is different', () => {
        store.update({ connections: [DEV] });
        const { revision } = store.status('');
        store.update({ connections: [{ ...DEV }] });
        expect(store.status('').revision).to.equal(revision);
        expect(changes).to.equal(1);
    });

    it('tells even that there is nothing at all, so that a window knows that it was looked', () => {
        store.update({ connections: [] });
        expect(changes).to.equal(1);
    });

    it('gives each workspace its own profile, and all of them the same CodeWhisperer', () => {
        store.update({
            choices: { ...RememberedChoices.NONE, codeWhisperer: 'builder-id', awsServices: { a: 'profile:dev', b: 'profile:ops' } }
        });
        expect(store.status('a').uses).to.deep.equal({ codeWhisperer: 'builder-id', awsServices: 'profile:dev' });
        expect(store.status('b').uses.awsServices).to.equal('profile:ops');
        expect(store.status('').uses.awsServices).to.equal(undefined);
    });

    it('lets a state run out whose end has passed by the time it is noted, and tells', async () => {
        store.update({
            connections: [BUILDER_ID],
            states: new Map([[BUILDER_ID.id, { kind: 'signedIn', expiresAt: inMs(0), renews: false, scopes: [] }]])
        });
        let told = 0;
        store.onDidChange(() => told += 1);
        await pass(0);
        expect(store.current.states.get(BUILDER_ID.id)?.kind).to.equal('expired');
        await pass(60_000);
        expect(told).to.equal(1);
    });

    it('lets states run out by themselves, at their time and in every window', async () => {
        store.update({
            connections: [BUILDER_ID, DEV],
            states: new Map<string, ConnectionState>([
                [BUILDER_ID.id, { kind: 'signedIn', expiresAt: inMs(60_000), renews: false, scopes: [] }],
                [DEV.id, { kind: 'connected', identity: IDENTITY, expiresAt: inMs(120_000), renews: false }]
            ])
        });
        await pass(59_999);
        expect(stateIn('', BUILDER_ID.id)?.kind).to.equal('signedIn');
        await pass(1);
        expect(stateIn('', BUILDER_ID.id)?.kind).to.equal('expired');
        expect(stateIn('', DEV.id)?.kind).to.equal('connected');
        await pass(60_000);
        expect(stateIn('other', DEV.id)?.kind).to.equal('expired');
        expect(changes).to.equal(3);
    });

    it('waits for nothing that renews by itself', async () => {
        store.update({
            connections: [BUILDER_ID],
            states: new Map([[BUILDER_ID.id, { kind: 'signedIn', expiresAt: inMs(60_000), renews: true, scopes: [] }]])
        });
        await pass(120_000);
        expect(stateIn('', BUILDER_ID.id)?.kind).to.equal('signedIn');
        expect(changes).to.equal(1);
    });
});
