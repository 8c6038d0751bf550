import { isRemote } from '@theia/core/lib/browser/browser';
import { environment } from '@theia/core/shared/@theia/application-package/lib/environment';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../../common/sign-in/aws-accounts-preferences';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import { isLoopbackHost } from '../../../common/connection/configured-endpoint';
import { SignInFlowKind, SignInFlowPreference } from '../../../common/sign-in/sign-in-flow';
import { SignInPreferences } from '../../../common/sign-in/sign-in-preferences';
import { AwsAccountsServerProxy } from '../../connection/backend-services';

/** A browser on the backend's machine gets its answer within milliseconds; nobody is to wait for one that is not. */
const PROBE_MS = 700;

/** Decides by which flow a person signs in: by what they set, else by where their browser is. */
@injectable()
export class SignInFlowChooser {

    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;

    async choose(): Promise<SignInFlowKind> {
        const preference = AwsAccountsPreferences.trusted<SignInFlowPreference>(this.preferences, SignInPreferences.FLOW) ?? 'automatic';
        const loopbackReached = preference === 'automatic' && this.mayTry() ? await this.reachesLoopback() : undefined;
        const desktop = environment.electron.is();
        return SignInFlowKind.choose(preference, { desktop, remoteBackend: desktop && isRemote, loopbackReached });
    }

    /** A page from elsewhere would have to ask the person for access to their network, who could not know why. */
    protected mayTry(): boolean {
        return window.location.protocol !== 'https:' || isLoopbackHost(window.location.hostname);
    }

    protected async reachesLoopback(): Promise<boolean> {
        const { url, answer } = await this.server.askLoopback();
        try {
            const response = await fetch(url, { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(PROBE_MS) });
            return await response.text() === answer;
        } catch {
            return false; // Not reached: that is the answer.
        }
    }
}
