import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { watchPath } from '../../files/file-watch';
import type { SsoSession } from '../../shared-config/sso-session';
import { SsoTokenCache } from './sso-token-cache';

/** Notices that another process signed in, refreshed or signed out. */
@injectable()
export class SsoTokenWatcher implements Disposable {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;

    protected readonly changed = new Emitter<void>();
    protected readonly watches = new Map<string, Disposable>();

    /** The token file of a watched session was written, replaced or deleted, by whomever. */
    readonly onDidChange: Event<void> = this.changed.event;

    /** Watches the token files of exactly these sessions. */
    watch(sessions: readonly SsoSession[]): void {
        const paths = new Set(sessions.map(session => this.cache.pathOf(session)));
        for (const [path, watch] of this.watches) {
            if (!paths.has(path)) {
                watch.dispose();
                this.watches.delete(path);
            }
        }
        for (const path of paths) {
            if (!this.watches.has(path)) {
                this.watches.set(path, watchPath(path, () => this.changed.fire()));
            }
        }
    }

    @preDestroy()
    dispose(): void {
        this.watch([]);
        this.changed.dispose();
    }
}
