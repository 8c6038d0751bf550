import { readFile } from 'node:fs/promises';
import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SectionSettings } from '../../shared-config/profile-settings';
import type { RunningContext } from '../resolution/resolution-context';
import { SESSION_NAME, StsCall } from '../resolution/sts-call';

/** A profile, or variables that say the same. */
type WebIdentitySettings = Pick<SectionSettings, 'name' | 'get'> & Partial<Pick<SectionSettings, 'setting'>>;

/** Credentials of a role for a web identity, whose token another program keeps fresh in a file. */
@injectable()
export class WebIdentityCredentials {

    @inject(StsCall) protected readonly sts: StsCall;

    /** @throws AwsAccountsError */
    async get(profile: WebIdentitySettings, context: RunningContext): Promise<AwsCredentialIdentity> {
        const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts');
        const command = new AssumeRoleWithWebIdentityCommand({
            RoleArn: profile.get('role_arn'),
            RoleSessionName: profile.get('role_session_name') ?? SESSION_NAME,
            WebIdentityToken: await this.readToken(profile)
        });
        return this.sts.make(profile, undefined, context, client => client.send(command, { abortSignal: context.signal }));
    }

    protected async readToken(profile: WebIdentitySettings): Promise<string> {
        const file = profile.get('web_identity_token_file') ?? '';
        try {
            return (await readFile(file, 'utf8')).trim();
        } catch (error) {
            const detail = (error as NodeJS.ErrnoException).code;
            throw AwsFailure.toError(
                { reason: 'fileUnreadable', subject: file, detail, location: profile.setting?.('web_identity_token_file')?.location },
                error
            );
        }
    }
}
