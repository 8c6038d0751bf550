import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { askForMfaCode } from '../mfa/mfa-question';
import { MfaSessions } from '../mfa/mfa-sessions';
import type { RunningContext } from '../resolution/resolution-context';
import { SESSION_NAME, StsCall } from '../resolution/sts-call';

/** The caller that assumes a role. */
interface RoleCaller {
    readonly credentials: AwsCredentialIdentity;
    /** The device of the source profile. The AWS CLI does not look at it, so it is asked for only when the role is refused without. */
    readonly mfaSerial?: string;
}

/** Credentials of an assumed role. */
@injectable()
export class AssumedRoleCredentials {

    @inject(StsCall) protected readonly sts: StsCall;
    @inject(MfaSessions) protected readonly mfaSessions: MfaSessions;

    /**
     * @param profile names the role
     * @throws AwsAccountsError, MfaCancelled
     */
    async get(profile: SectionSettings, { credentials, mfaSerial }: RoleCaller, context: RunningContext): Promise<AwsCredentialIdentity> {
        const serial = profile.get('mfa_serial');
        if (serial !== undefined) {
            return this.withDevice(profile, serial, credentials, context);
        }
        try {
            return await this.assume(profile, credentials, context);
        } catch (error) {
            if (mfaSerial === undefined || AwsFailure.of(error).reason !== 'accessDenied') {
                throw error;
            }
            return this.withDevice(profile, mfaSerial, credentials, context);
        }
    }

    /** With lasting keys one code opens a session for many roles; with temporary keys every role needs a code. */
    protected withDevice(
        profile: SectionSettings,
        serial: string,
        keys: AwsCredentialIdentity,
        context: RunningContext
    ): Promise<AwsCredentialIdentity> {
        return keys.sessionToken === undefined
            ? this.mfaSessions.use({ profile, serial, keys }, context, session => this.assume(profile, session, context))
            : askForMfaCode(profile.name, serial, context, code =>
                  this.assume(profile, keys, context, { SerialNumber: serial, TokenCode: code })
              );
    }

    protected async assume(
        profile: SectionSettings, caller: AwsCredentialIdentity, context: RunningContext, mfa?: { SerialNumber: string; TokenCode: string }
    ): Promise<AwsCredentialIdentity> {
        const { AssumeRoleCommand } = await import('@aws-sdk/client-sts');
        const duration = Number(profile.get('duration_seconds'));
        const command = new AssumeRoleCommand({
            RoleArn: profile.get('role_arn'),
            RoleSessionName: profile.get('role_session_name') ?? SESSION_NAME,
            ExternalId: profile.get('external_id'),
            // The AWS CLI leaves out what is no whole number; whether a number is allowed is for AWS to say.
            DurationSeconds: profile.has('duration_seconds') && Number.isInteger(duration) ? duration : undefined,
            ...mfa
        });
        return this.sts.make(profile, caller, context, client => client.send(command, { abortSignal: context.signal }));
    }
}
