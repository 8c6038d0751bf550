import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { Clock } from '../process/clock';
import { SharedTask } from '../process/shared-task';
import type { ResolutionContext, RunningContext } from './resolution/resolution-context';
import { MfaCancelled } from './mfa/mfa-question';

/** Credentials are resolved anew when less than this is left of them. The SDK's clients use the same margin. */
const MARGIN_MS = 5 * 60 * 1000;
/**
 * Share of a short life that is the margin: credentials that live for minutes are kept until their last tenth, since a margin of five
 * minutes would leave nothing.
 */
const SHARE_OF_SHORT_LIVES = 10;

/** Origin from which credentials are resolved, as it was described at one moment. */
export interface CredentialOrigin {
    readonly name: string;
    /** Changes whenever it is described differently. */
    readonly fingerprint: string;
}

/** One resolution of one origin, running or done. */
interface Resolution {
    readonly fingerprint: string;
    readonly asksPerson: boolean;
    readonly task: SharedTask<AwsCredentialIdentity>;
    /** Set when it is done. */
    done?: { readonly credentials: AwsCredentialIdentity; readonly at: number };
}

/** Resolves once however many ask, and keeps what was resolved until near its end. */
@injectable()
export abstract class CredentialCache<Origin extends CredentialOrigin> {

    @inject(Clock) protected readonly clock: Clock;

    /** By name. */
    protected readonly resolutions = new Map<string, Resolution>();

    protected abstract resolve(origin: Origin, context: RunningContext): Promise<AwsCredentialIdentity>;

    /**
     * @throws AwsAccountsError, MfaCancelled when the person who was asked closed the prompt, the reason of the signal when it is aborted
     */
    protected async remembered(origin: Origin, context: ResolutionContext): Promise<AwsCredentialIdentity> {
        const known = this.resolutions.get(origin.name);
        const previous = known?.fingerprint === origin.fingerprint ? known.done?.credentials : undefined;
        try {
            return await this.join(origin, context);
        } catch (error) {
            return this.afterTrouble(error, origin.name, previous, context);
        }
    }

    /** Waits for the current resolution. One that may ask nobody is no answer for somebody who can be asked. */
    protected async join(origin: Origin, context: ResolutionContext): Promise<AwsCredentialIdentity> {
        for (; ;) {
            const resolution = this.current(origin) ?? this.begin(origin, context);
            try {
                return await resolution.task.join(context.signal);
            } catch (error) {
                if (resolution.asksPerson || context.askMfaCode === undefined || AwsFailure.of(error).reason !== 'mfaRequired') {
                    throw error;
                }
            }
        }
    }

    protected current({ name, fingerprint }: Origin): Resolution | undefined {
        const resolution = this.resolutions.get(name);
        return resolution?.fingerprint === fingerprint && !resolution.task.isCalledOff && this.lasts(resolution) ? resolution : undefined;
    }

    protected begin(origin: Origin, { askMfaCode }: ResolutionContext): Resolution {
        const task = new SharedTask(signal => this.resolve(origin, { signal, askMfaCode }));
        const resolution: Resolution = { fingerprint: origin.fingerprint, asksPerson: askMfaCode !== undefined, task };
        this.resolutions.set(origin.name, resolution);
        task.outcome.then(
            credentials => resolution.done = { credentials, at: this.clock.now() },
            () => this.resolutions.get(origin.name) === resolution && this.resolutions.delete(origin.name)
        );
        return resolution;
    }

    /** Credentials that still live outlast trouble on the way to new ones, and a machine that gave some and gives none at the moment. */
    protected afterTrouble(
        error: unknown,
        name: string,
        previous: AwsCredentialIdentity | undefined,
        { askMfaCode }: ResolutionContext
    ): AwsCredentialIdentity {
        const failure = AwsFailure.of(error);
        const passes = AwsFailure.isTransient(failure) || failure.reason === 'credentialSourceEmpty';
        if (previous !== undefined && passes && this.lives(previous, 0)) {
            return previous;
        }
        throw error instanceof MfaCancelled && askMfaCode === undefined
            ? AwsFailure.toError({ reason: 'mfaRequired', subject: name })
            : error;
    }

    protected lasts({ done }: Resolution): boolean {
        if (done?.credentials.expiration === undefined) {
            return true;
        }
        const hadMs = done.credentials.expiration.getTime() - done.at;
        return this.lives(done.credentials, Math.min(MARGIN_MS, hadMs / SHARE_OF_SHORT_LIVES));
    }

    protected lives({ expiration }: AwsCredentialIdentity, margin: number): boolean {
        return expiration === undefined || expiration.getTime() - this.clock.now() > margin;
    }
}
