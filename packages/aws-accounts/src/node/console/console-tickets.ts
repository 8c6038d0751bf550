import { randomBytes } from 'node:crypto';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { Clock } from '../process/clock';
import { ConnectionStore } from '../connection/connection-store';
import { CONSOLE_PATH } from './console-path';

/** As long as a person takes to read as whom the console opens, and to click. */
const LIFETIME_MS = 60_000;

export { CONSOLE_PATH };

/**
 * Stand-ins for addresses of the console. Such an address signs its holder in, so it never goes through the window's socket: the
 * window gets a ticket, good for one visit of its own browser, and the address is made when that browser comes.
 */
@injectable()
export class ConsoleTickets {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly tickets = new Map<string, { readonly connectionId: AwsConnectionId; readonly endsAt: number }>();

    /**
     * @returns the path of the ticket, relative to the root of the application
     * @throws AwsAccountsError `connectionNotFound` when it is not a profile
     */
    issue(connectionId: AwsConnectionId): string {
        this.store.requireProfile(connectionId);
        for (const [name, { endsAt }] of this.tickets) {
            if (endsAt <= this.clock.now()) {
                this.tickets.delete(name);
            }
        }
        const ticket = randomBytes(32).toString('base64url');
        this.tickets.set(ticket, { connectionId, endsAt: this.clock.now() + LIFETIME_MS });
        return `${CONSOLE_PATH}/${ticket}`;
    }

    /** The connection that the ticket is for; the ticket is worth nothing afterwards. `undefined`: unknown, used or too late. */
    redeem(ticket: string): AwsConnectionId | undefined {
        const found = this.tickets.get(ticket);
        this.tickets.delete(ticket);
        return found !== undefined && found.endsAt > this.clock.now() ? found.connectionId : undefined;
    }
}
