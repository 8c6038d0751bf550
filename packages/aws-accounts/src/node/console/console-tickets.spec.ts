import { expect } from 'chai';
import { Container } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { Clock } from '../process/clock';
import { ConnectionStore } from '../connection/connection-store';
import { FakeClock } from '../test/fake-clock';
import { CONSOLE_PATH, ConsoleTickets } from './console-tickets';

describe('a ticket to the console', () => {

    const clock = new FakeClock();
    let tickets: ConsoleTickets;

    beforeEach(() => {
        const container = new Container();
        container.bind(Clock).toConstantValue(clock);
        container.bind(ConnectionStore).toSelf().inSingletonScope();
        const connections = [{ kind: 'iamProfile', id: 'profile:ops' }, { kind: 'builderId', id: 'builder-id' }] as AwsConnection[];
        container.get(ConnectionStore).update({ connections });
        tickets = container.resolve(ConsoleTickets);
    });

    const ticketOf = (path: string): string => path.slice(CONSOLE_PATH.length + 1);

    it('is for one visit as the profile that it was made for', () => {
        const ticket = ticketOf(tickets.issue('profile:ops'));
        expect(ticket).to.match(/^[\w-]{43}$/);
        expect(tickets.redeem(ticket)).to.equal('profile:ops');
        expect(tickets.redeem(ticket)).to.equal(undefined);
    });

    it('is worth nothing after a minute', () => {
        const [early, late] = [1, 2].map(() => ticketOf(tickets.issue('profile:ops')));
        clock.advance(59_999);
        expect(tickets.redeem(early)).to.equal('profile:ops');
        clock.advance(1);
        expect(tickets.redeem(late)).to.equal(undefined);
    });

    it('cannot be made up', () => expect(tickets.redeem('')).to.equal(undefined));

    it('is given for profiles only', () => {
        for (const id of ['builder-id', 'profile:gone']) {
            expect(() => tickets.issue(id)).to.throw().satisfy((error: unknown) => AwsFailure.of(error).reason === 'connectionNotFound');
        }
    });
});
