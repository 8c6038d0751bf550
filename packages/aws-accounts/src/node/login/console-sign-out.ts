import { inject, injectable } from '@theia/core/shared/inversify';
import { requireFound } from '../../common/state/connection-not-found';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { removeWithDrafts } from '../files/atomic-file';
import { AwsEnvironment } from '../process/aws-environment';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { loginPath } from '../credentials/source/login-path';

/** Ends the session of a profile as `aws logout` does: its file goes, with all that could renew it. AWS has no call for it. */
@injectable()
export class ConsoleSignOut {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(SharedConfigReader) protected readonly config: SharedConfigReader;

    /**
     * @returns the path of the file that is gone
     * @throws AwsAccountsError `connectionNotFound` for a profile without such a session, `fileUnwritable`
     */
    async signOut({ id, name }: IamProfileConnection): Promise<string> {
        const session = requireFound((await this.config.read()).settings.profile(name)?.get('login_session'), id);
        const path = loginPath(this.environment.loginCacheFolder, session);
        await removeWithDrafts(path);
        return path;
    }
}
