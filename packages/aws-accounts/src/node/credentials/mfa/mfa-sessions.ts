import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { Clock } from '../../process/clock';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { SharedTask } from '../../process/shared-task';
import { askForMfaCode } from './mfa-question';
import type { RunningContext } from '../resolution/resolution-context';
import { StsCall } from '../resolution/sts-call';

/** A session that ends sooner than this is opened anew. */
const MARGIN_MS = 5 * 60 * 1000;

/** The profile and the device that a session was opened with. */
interface MfaIdentity {
    readonly profile: SectionSettings;
    readonly serial: string;
    /** The lasting keys of an IAM user. */
    readonly keys: AwsCredentialIdentity;
}

interface MfaSession {
    readonly task: SharedTask<AwsCredentialIdentity>;
    readonly asksPerson: boolean;
    expiresAt: number;
}

/**
 * Sessions that a person opened with the code of a device (STS GetSessionToken): one prompt for each pair of keys and device (and place to
 * ask), whichever profiles and roles go through it, until the session ends. Only in memory.
 */
@injectable()
export class MfaSessions {

    @inject(StsCall) protected readonly sts: StsCall;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly sessions = new Map<string, MfaSession>();

    /**
     * Does something with the session's credentials, asking for a code if there is no session.
     *
     * @throws AwsAccountsError, MfaCancelled, what `act` throws
     */
    async use<T>(identity: MfaIdentity, context: RunningContext, act: (session: AwsCredentialIdentity) => Promise<T>): Promise<T> {
        const key = JSON.stringify([identity.keys.accessKeyId, identity.serial, context.endpoints?.of('sts').endpoint]);
        const session = this.current(key, context) ?? this.open(key, identity, context);
        try {
            return await act(await session.task.join(context.signal));
        } catch (error) {
            const { reason } = AwsFailure.of(error);
            if ((reason === 'invalidCredentials' || reason === 'expiredCredentials') && this.sessions.get(key) === session) {
                this.sessions.delete(key);
            }
            throw error;
        }
    }

    protected current(key: string, { askMfaCode }: RunningContext): MfaSession | undefined {
        const session = this.sessions.get(key);
        const usable = session !== undefined && !session.task.isCalledOff && session.expiresAt - this.clock.now() > MARGIN_MS;
        return usable && (session.asksPerson || askMfaCode === undefined) ? session : undefined;
    }

    protected open(key: string, { profile, serial, keys }: MfaIdentity, { askMfaCode, caBundle, endpoints }: RunningContext): MfaSession {
        const task = new SharedTask(signal =>
            askForMfaCode(profile.name, serial, { signal, askMfaCode }, async code => {
                const { GetSessionTokenCommand } = await import('@aws-sdk/client-sts');
                const command = new GetSessionTokenCommand({ SerialNumber: serial, TokenCode: code });
                return this.sts.make(profile, keys, { signal, caBundle, endpoints }, client =>
                    client.send(command, { abortSignal: signal })
                );
            }).catch(error => {
                // Every user may open a session: STS refuses the code, which is no matter for an administrator.
                throw AwsFailure.of(error).reason === 'accessDenied'
                    ? AwsFailure.toError({ reason: 'mfaRequired', subject: profile.name }, error)
                    : error;
            })
        );
        const session: MfaSession = { task, asksPerson: askMfaCode !== undefined, expiresAt: Number.POSITIVE_INFINITY };
        this.sessions.set(key, session);
        task.outcome.then(
            credentials => session.expiresAt = credentials.expiration?.getTime() ?? session.expiresAt,
            () => this.sessions.get(key) === session && this.sessions.delete(key)
        );
        return session;
    }
}
