import { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import { Clock } from '../process/clock';
import { Timer } from '../process/timer';
import { RememberedChoices } from '../choices/remembered-choices';
import { ConnectionStore } from '../connection/connection-store';
import { NoticeClaims } from './notice-claims';
import { OpenWindows } from './open-windows';
import { RecentUse } from './recent-use';

/** A warning comes this long before the end, and only if the connection served somebody not longer ago than `RECENT_MS`. */
export const WARNING_MS = 5 * 60 * 1000;
export const RECENT_MS = 15 * 60 * 1000;

/**
 * Says once, in one window, that what is in use has ended, and once before that it will. An end before the process started is not
 * news, and neither is the end of something that nobody uses.
 */
@injectable()
export class SessionEndNotices implements Disposable {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(OpenWindows) protected readonly windows: OpenWindows;
    @inject(RecentUse) protected readonly recent: RecentUse;
    @inject(NoticeClaims) protected readonly claims: NoticeClaims;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ILogger) @named('aws-accounts:Notices') protected readonly logger: ILogger;

    /** Sign-ins that worked at the last look, and until when they would have. */
    protected worked: ReadonlyMap<AwsConnectionId, string | undefined> = new Map();
    protected readonly warned = new Map<AwsConnectionId, number>();
    protected listening: Disposable = Disposable.NULL;
    protected timer: Timer;

    @postConstruct()
    protected init(): void {
        this.timer = new Timer(this.clock);
    }

    begin(): void {
        this.listening = this.store.onDidChange(() => this.look());
    }

    protected look(): void {
        const { states } = this.store.current;
        for (const [id, expiresAt] of this.worked) {
            if (states.get(id)?.kind === 'expired') {
                this.tell({ kind: 'ended', connectionId: id }, expiresAt);
            }
        }
        this.worked = new Map(
            [...states].flatMap(([id, state]) => (state.kind === 'signedIn' || state.kind === 'connected' ? [[id, state.expiresAt]] : []))
        );
        this.warn();
    }

    /** Warns of what ends soon, and waits for what ends later. */
    protected warn(): void {
        const now = this.clock.now();
        const waits = [...this.store.current.states].flatMap(([id, state]) => {
            const end = ConnectionState.runsOutAt(state);
            if (end === undefined || this.warned.get(id) === end) {
                return [];
            }
            const wait = end - WARNING_MS - now;
            if (wait <= 0) {
                this.warnOnce(id, end);
            }
            return wait > 0 ? [wait] : [];
        });
        this.timer.set(waits.length === 0 ? undefined : Math.min(...waits), () => this.warn());
    }

    protected warnOnce(connectionId: AwsConnectionId, end: number): void {
        this.warned.set(connectionId, end);
        const expiresAt = new Date(end).toISOString();
        if (end > this.clock.now() && this.recent.within(connectionId, RECENT_MS)) {
            this.tell({ kind: 'endsSoon', connectionId, expiresAt }, expiresAt);
        }
    }

    /** The connection of a token service concerns every window, a profile those of its workspaces, and an unused connection none. */
    protected tell(notice: SessionEndNotice, expiresAt: string | undefined): void {
        const { choices, services } = this.store.current;
        const { awsServices } = choices;
        const workspaces = new Set(
            Object.entries(awsServices)
                .filter(([, profile]) => profile === notice.connectionId)
                .map(([workspace]) => workspace)
        );
        const servesToken = services.some(({ id }) => RememberedChoices.ofService(choices, id) === notice.connectionId);
        this.tellOneOf(servesToken ? undefined : workspaces, notice, expiresAt).catch(() =>
            this.logger.error('AWS Accounts could not tell that a sign-in has ended or is about to.')
        );
    }

    /**
     * One window of this backend, and of all backends if they can know that they mean the same end. A backend without such a window leaves
     * it to others.
     */
    protected async tellOneOf(
        workspaces: ReadonlySet<string> | undefined,
        notice: SessionEndNotice,
        expiresAt: string | undefined
    ): Promise<void> {
        if (this.windows.isOpen(workspaces) && (expiresAt === undefined || (await this.claims.claim(notice, expiresAt)))) {
            this.windows.tellOne(notice, workspaces);
        }
    }

    @preDestroy()
    dispose(): void {
        this.timer.dispose();
        this.listening.dispose();
    }
}
