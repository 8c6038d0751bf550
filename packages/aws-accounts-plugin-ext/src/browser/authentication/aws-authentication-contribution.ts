import { AuthenticationService } from '@theia/core/lib/browser/authentication-service';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AuthenticationProviderId } from '../../common/authentication-provider-id';
import { ExtensionConsents } from '../consent/extension-consents';
import { AwsAuthenticationProvider, AwsAuthenticationProviderFactory } from './aws-authentication-provider';

/** Offers the AWS sign-ins to Theia's authentication service, and takes the offer back where it cannot be guarded. */
@injectable()
export class AwsAuthenticationContribution implements FrontendApplicationContribution {

    @inject(AuthenticationService) protected readonly authentication: AuthenticationService;
    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(AwsAuthenticationProviderFactory) protected readonly createProvider: AwsAuthenticationProviderFactory;

    protected withdrawn = false;

    /** Not earlier: the part of Theia that shows the Accounts icon does not listen before. */
    onStart(): void {
        this.consents.start();
        if (!this.withdrawn) {
            AuthenticationProviderId.ALL.map(id => this.createProvider(id)).forEach(provider => this.register(provider));
        }
    }

    /** A plugin host could not be guarded: no session is offered from now on. */
    withdraw(): void {
        this.withdrawn = true;
        AuthenticationProviderId.ALL.filter(id => this.authentication.isAuthenticationProviderRegistered(id))
            .forEach(id => this.authentication.unregisterAuthenticationProvider(id));
    }

    protected register(provider: AwsAuthenticationProvider): void {
        this.authentication.registerAuthenticationProvider(provider.id, provider);
        provider.start();
    }
}
