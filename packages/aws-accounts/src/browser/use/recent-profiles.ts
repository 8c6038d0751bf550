import { StorageService } from '@theia/core/lib/browser/storage-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';

const KEY = 'aws-accounts.recent-profiles';
const AT_MOST = 5;

/** The profiles that were used last in this browser: they come first in every list. */
@injectable()
export class RecentProfiles {

    @inject(StorageService) protected readonly storage: StorageService;

    async get(): Promise<readonly AwsConnectionId[]> {
        return this.storage.getData<readonly AwsConnectionId[]>(KEY, []);
    }

    async add(id: AwsConnectionId): Promise<void> {
        const others = (await this.get()).filter(other => other !== id);
        await this.storage.setData(KEY, [id, ...others].slice(0, AT_MOST));
    }
}
