import { Disposable } from '@theia/core/lib/common/disposable';
import { injectable } from '@theia/core/shared/inversify';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';

/** A window that this process serves. */
export interface OpenWindow {
    /** URI of the workspace it shows, `''` for none. */
    readonly workspace: string;
    tell(notice: SessionEndNotice): void;
}

/** The windows of this process, the one that was heard of last at the end. One of them speaks for all. */
@injectable()
export class OpenWindows {

    protected windows: OpenWindow[] = [];

    /** The window was opened, or has just done something. */
    heardOf(window: OpenWindow): Disposable {
        this.windows = [...this.windows.filter(other => other !== window), window];
        return Disposable.create(() => this.windows = this.windows.filter(other => other !== window));
    }

    get workspaces(): ReadonlySet<string> {
        return new Set(this.windows.map(({ workspace }) => workspace));
    }

    /** Tells whether there is a window in one of `workspaces`; `undefined`: in whichever. */
    isOpen(workspaces?: ReadonlySet<string>): boolean {
        return this.windows.some(({ workspace }) => workspaces?.has(workspace) ?? true);
    }

    /** Tells the window where a person was last; `undefined` workspaces: whichever window that is. */
    tellOne(notice: SessionEndNotice, workspaces?: ReadonlySet<string>): void {
        this.windows.filter(({ workspace }) => workspaces?.has(workspace) ?? true).at(-1)?.tell(notice);
    }
}
