import { Emitter } from '@theia/core/lib/common/event';

/** The person's answer about the workspace. */
export class FakeTrust {

    /** `undefined`: they have not been asked, or have not answered. */
    trusted: boolean | undefined = true;

    protected readonly changed = new Emitter<void>();
    readonly onDidChange = this.changed.event;

    change(trusted: boolean): void {
        this.trusted = trusted;
        this.changed.fire();
    }
}
