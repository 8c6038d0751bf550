import { StorageService } from '@theia/core/lib/browser/storage-service';
import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';

const KEY = 'aws-accounts.recent-roles';
const AT_MOST = 8;

/** The roles that were used last in this browser, the latest first; each as `PickedRole.keyOf` names it. */
@injectable()
export class RecentRoles {

    @inject(StorageService) protected readonly storage: StorageService;

    protected readonly changed = new Emitter<void>();
    readonly onDidChange = this.changed.event;

    async get(): Promise<readonly string[]> {
        return this.storage.getData<readonly string[]>(KEY, []);
    }

    /** Puts a role first. */
    async add(key: string): Promise<void> {
        const others = (await this.get()).filter(other => other !== key);
        await this.storage.setData(KEY, [key, ...others].slice(0, AT_MOST));
        this.changed.fire();
    }

    @preDestroy()
    protected dispose(): void {
        this.changed.dispose();
    }
}
