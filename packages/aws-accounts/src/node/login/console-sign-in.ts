import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { SessionReplacement } from '../../common/sign-in/session-replacement';
import type { SignInOutcome, SignInProgress, SignInTarget } from '../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import { AwsCredentials } from '../credentials/aws-credentials';
import { writeAtomically } from '../files/atomic-file';
import { isAborted, toAwsFailure } from '../http/aws-failure-conversion';
import { AwsEnvironment } from '../process/aws-environment';
import { Clock } from '../process/clock';
import { classify } from '../shared-config/profile-classification';
import { ConfigChangeProblem } from '../shared-config/editor/config-change-check';
import { ProfileSettingsWriter } from '../shared-config/editor/profile-settings-writer';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { ProofKey } from '../sso/flow/proof-key';
import { ConsoleAuthorization } from './console-authorization';
import { ConsoleBrowser, ConsoleCode } from './console-browser';
import { ConsoleTokenService } from './console-token-service';
import { DpopKey } from './dpop-key';
import { ConsoleGrant, LoginSession } from './login-session';
import { loginPath } from '../credentials/source/login-path';

type ConsoleTarget = Extract<SignInTarget, { readonly kind: 'console' }>;

/** The window that a console sign-in is for. */
export interface ConsoleContext {
    readonly signal: AbortSignal;
    onProgress(progress: SignInProgress): void;
    /** Asks the person whether another session of the profile may go. */
    confirm(replacement: SessionReplacement): Promise<boolean>;
}

interface ConsoleSignInRequest extends ConsoleContext, ConsoleTarget {
    readonly signInId: string;
    readonly flow: SignInFlowKind;
}

/**
 * The console sign-in that `aws login` has (AWS CLI 2.32), without the AWS CLI: it begins a session of a profile, in the files that the
 * AWS CLI and the SDKs read and renew.
 */
@injectable()
export class ConsoleSignIn {

    @inject(ConsoleTokenService) protected readonly service: ConsoleTokenService;
    @inject(ConsoleBrowser) protected readonly browser: ConsoleBrowser;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;
    @inject(SharedConfigReader) protected readonly config: SharedConfigReader;
    @inject(ProfileSettingsWriter) protected readonly settings: ProfileSettingsWriter;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;

    /** @throws AwsAccountsError for what is broken, and for a profile that has other credentials */
    async signIn(request: ConsoleSignInRequest): Promise<SignInOutcome> {
        const { profile, signal } = request;
        try {
            await this.sessionBefore(profile);
            const base = await this.service.baseOf(request.region, await this.credentials.callSettingsOf(profile));
            const key = ProofKey.create();
            const code = await this.browser.ask(base, key, request);
            return code.kind === 'approved' ? await this.redeem(base, key, code, request) : code;
        } catch (error) {
            if (isAborted(error, signal)) {
                return { kind: 'cancelled' };
            }
            throw AwsFailure.toError(toAwsFailure(error, profile), error);
        }
    }

    protected async redeem(
        base: string, { verifier }: ProofKey, { code, redirectUri, client }: Extract<ConsoleCode, { kind: 'approved' }>,
        request: ConsoleSignInRequest
    ): Promise<SignInOutcome> {
        request.onProgress({ kind: 'finishing' });
        const [key, clientId] = [DpopKey.create(), ConsoleAuthorization.clientId(client)];
        const { caBundle } = await this.credentials.callSettingsOf(request.profile);
        const asked = { clientId, code, codeVerifier: verifier, redirectUri };
        const grant = await this.service.redeem(base, key, asked, request.signal, caBundle);
        return grant === 'timedOut' ? { kind: 'timedOut' } : this.keep(grant, clientId, key, request);
    }

    /** The session first and then the profile that names it: a tool that reads the profile finds it. */
    protected async keep(
        grant: ConsoleGrant, clientId: string, key: DpopKey, { profile, region, signal, confirm }: ConsoleSignInRequest
    ): Promise<SignInOutcome> {
        const principal = LoginSession.principalOf(grant);
        if (principal === undefined) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: profile });
        }
        const before = await this.sessionBefore(profile);
        if (before !== undefined && before !== principal && !await confirm({ profile, before, now: principal })) {
            return { kind: 'cancelled' };
        }
        signal.throwIfAborted();
        const path = loginPath(this.environment.loginCacheFolder, principal);
        const wasThere = existsSync(path);
        await writeAtomically(path, LoginSession.file(grant, principal, clientId, key.pem, this.clock.now()));
        try {
            await this.name(principal, profile, region);
        } catch (error) {
            await (wasThere ? undefined : rm(path, { force: true }));
            throw error;
        }
        return { kind: 'signedIn', connectionId: AwsConnection.profileId(profile) };
    }

    protected async name(principal: string, profile: string, region: string): Promise<void> {
        const known = (await this.config.read()).settings.profile(profile);
        await this.settings.set(profile, [
            ['login_session', principal], ...known?.has('region') ? [] : [['region', region] as const]
        ]);
    }

    /**
     * The session that the profile names.
     *
     * @throws AwsAccountsError `invalidRequest` when it has credentials of another kind, or a name that no tool reads
     */
    protected async sessionBefore(profile: string): Promise<string | undefined> {
        const { settings } = await this.config.read();
        const known = settings.profile(profile);
        if (known === undefined) {
            ConfigChangeProblem.assertNone(ConfigChangeProblem.ofNewSection({ kind: 'profile', name: profile }, 'config'));
        }
        const source = known && classify(known, settings).source;
        if (source !== undefined && source !== 'loginSession' && source !== 'none') {
            throw AwsFailure.toError({ reason: 'invalidRequest', about: 'profile', subject: profile, detail: source });
        }
        return known?.get('login_session');
    }
}
