import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { Clock } from '../clock';
import type { ProfileLookup } from '../shared-config/profile-chain';
import type { SectionSettings } from '../shared-config/profile-settings';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SharedTask } from '../shared-task';
import { MfaCancelled } from './mfa-cancelled';
import { ProfileCredentials } from './profile-credentials';
import { fingerprint } from './profile-fingerprint';
import type { ResolutionContext } from './resolution-context';

/** Credentials are resolved anew when less than this is left of them. The SDK's clients use the same margin. */
const MARGIN_MS = 5 * 60 * 1000;

/** One resolution of one profile as the files described it, running or done. */
interface Resolution {
    readonly fingerprint: string;
    readonly asksPerson: boolean;
    readonly task: SharedTask<AwsCredentialIdentity>;
    /** Set when it is done. */
    credentials?: AwsCredentialIdentity;
}

interface ProfileContent {
    readonly profile: SectionSettings;
    readonly settings: ProfileLookup;
    readonly fingerprint: string;
}

/** Credentials by profile: resolved once however many ask, kept until near their end, forgotten when the files behind them change. */
@injectable()
export class AwsCredentials {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(ProfileCredentials) protected readonly profiles: ProfileCredentials;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly resolutions = new Map<string, Resolution>();

    /**
     * The credentials of the profile `name`, as the files describe it now.
     *
     * @throws AwsAccountsError, MfaCancelled when the person who was asked closed the prompt, the reason of the signal when it is aborted
     */
    async get(name: string, context: ResolutionContext = {}): Promise<AwsCredentialIdentity> {
        const content = await this.contentOf(name);
        if (content === undefined) {
            throw AwsFailure.toError({ reason: 'profileNotFound', subject: name });
        }
        const known = this.resolutions.get(name);
        const previous = known?.fingerprint === content.fingerprint ? known.credentials : undefined;
        try {
            return await this.join(content, context);
        } catch (error) {
            return this.afterTrouble(error, name, previous, context);
        }
    }

    /** Changes whenever the files describe the profile differently; `undefined` when there is none of this name. */
    async versionOf(name: string): Promise<string | undefined> {
        return (await this.contentOf(name))?.fingerprint;
    }

    /** The setting `ca_bundle` of the profile: whatever is called with its credentials trusts what that names. */
    async caBundleOf(name: string): Promise<string | undefined> {
        return (await this.contentOf(name))?.profile.get('ca_bundle');
    }

    /** The next caller resolves anew. */
    forget(name: string): void {
        this.resolutions.delete(name);
    }

    forgetAll(): void {
        this.resolutions.clear();
    }

    protected async contentOf(name: string): Promise<ProfileContent | undefined> {
        const { settings } = await this.reader.read();
        const profile = settings.profile(name);
        return profile && { profile, settings, fingerprint: fingerprint(profile, settings) };
    }

    /** Waits for the current resolution. One that may ask nobody is no answer for somebody who can be asked. */
    protected async join(content: ProfileContent, context: ResolutionContext): Promise<AwsCredentialIdentity> {
        for (; ;) {
            const resolution = this.current(content) ?? this.begin(content, context);
            try {
                return await resolution.task.join(context.signal);
            } catch (error) {
                if (resolution.asksPerson || context.askMfaCode === undefined || AwsFailure.of(error).reason !== 'mfaRequired') {
                    throw error;
                }
            }
        }
    }

    protected current({ profile, fingerprint: print }: ProfileContent): Resolution | undefined {
        const resolution = this.resolutions.get(profile.name);
        return resolution?.fingerprint === print && !resolution.task.isCalledOff && this.lasts(resolution, MARGIN_MS) ? resolution : undefined;
    }

    protected begin({ profile, settings, fingerprint: print }: ProfileContent, { askMfaCode }: ResolutionContext): Resolution {
        const task = new SharedTask(signal => this.profiles.resolve(profile, settings, { signal, askMfaCode }));
        const resolution: Resolution = { fingerprint: print, asksPerson: askMfaCode !== undefined, task };
        this.resolutions.set(profile.name, resolution);
        task.outcome.then(
            credentials => resolution.credentials = credentials,
            () => this.resolutions.get(profile.name) === resolution && this.resolutions.delete(profile.name)
        );
        return resolution;
    }

    /** Credentials that still live outlast trouble on the way to new ones. */
    protected afterTrouble(error: unknown, name: string, previous: AwsCredentialIdentity | undefined, { askMfaCode }: ResolutionContext): AwsCredentialIdentity {
        if (previous !== undefined && AwsFailure.isTransient(AwsFailure.of(error)) && this.lives(previous, 0)) {
            return previous;
        }
        throw error instanceof MfaCancelled && askMfaCode === undefined ? AwsFailure.toError({ reason: 'mfaRequired', subject: name }) : error;
    }

    protected lasts({ credentials }: Resolution, margin: number): boolean {
        return credentials === undefined || this.lives(credentials, margin);
    }

    protected lives({ expiration }: AwsCredentialIdentity, margin: number): boolean {
        return expiration === undefined || expiration.getTime() - this.clock.now() > margin;
    }
}
