import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { TokenService } from '../../common/token-service/token-service';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { SignInRunner } from '../dialog/sign-in/sign-in-runner';
import { DeveloperProfiles } from './developer-profiles';

/**
 * Asks for the developer profile after a sign-in, for services of a product that want one from the start. Only the window in which the
 * person has signed in asks.
 */
@injectable()
export class DeveloperProfileAfterSignIn implements FrontendApplicationContribution {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(SignInRunner) protected readonly signIns: SignInRunner;
    @inject(DeveloperProfiles) protected readonly profiles: DeveloperProfiles;
    @inject(ILogger) @named('aws-accounts:DeveloperProfile') protected readonly logger: ILogger;

    /** Signed in here, and not put to use so far: some sign-ins are put to use a moment later. */
    protected readonly waiting = new Set<AwsConnectionId>();

    onStart(): void {
        this.model.onDidChange(() => this.look());
        this.signIns.onDidSignIn(id => {
            this.waiting.add(id);
            this.look();
        });
    }

    protected look(): void {
        for (const { id, profiles } of this.model.snapshot?.services ?? []) {
            if (profiles?.when === 'signIn') {
                this.ensure(id);
            }
        }
    }

    protected ensure(use: TokenService['id']): void {
        const { connection, state } = this.model.inUse(use) ?? {};
        if (connection?.kind === 'identityCenter' && state?.kind === 'signedIn' && this.waiting.delete(connection.id)) {
            this.profiles.ensure(use).catch(() => this.logger.warn('AWS Accounts could not list developer profiles.'));
        }
    }
}
