import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsAccountsSnapshot } from '../../common/aws-accounts-snapshot';
import type { AwsUse } from '../../common/connection-use';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { DeveloperProfiles } from './developer-profiles';

/** Asks for the developer profile after a sign-in, for services of a product that want one from the start. */
@injectable()
export class DeveloperProfileAfterSignIn implements FrontendApplicationContribution {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(DeveloperProfiles) protected readonly profiles: DeveloperProfiles;
    @inject(ILogger) @named('aws-accounts:DeveloperProfile') protected readonly logger: ILogger;

    /** By use, the sign-in that was seen last: a state that this window finds at its start is no sign-in of this moment. */
    protected readonly seen = new Map<AwsUse, string>();

    onStart(): void {
        this.model.onDidChange(snapshot => this.look(snapshot));
    }

    protected look(snapshot: AwsAccountsSnapshot): void {
        for (const { id, profiles } of snapshot.services.filter(service => service.profiles?.when === 'signIn')) {
            const entry = this.model.inUse(id);
            const now = `${entry?.connection.id} ${entry?.state.kind}`;
            const before = this.seen.get(id);
            this.seen.set(id, now);
            const began = before !== undefined && before !== now && entry?.state.kind === 'signedIn';
            if (profiles && began && entry.connection.kind === 'identityCenter' && !snapshot.developerProfiles?.[id]) {
                this.profiles.ensure(id).catch(() => this.logger.warn('AWS Accounts could not list developer profiles.'));
            }
        }
    }
}
