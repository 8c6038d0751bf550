import type { AccessKey, EmulatorState } from '../emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import type { Operation } from '../http/operation';
import type { AssumableRole } from '../organisation/organisation';
import { signedCaller } from '../signature/signed-caller';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

type Action = (form: URLSearchParams, exchange: Exchange) => string;

/** STS in its query protocol. */
export class StsService {

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        const actions: Record<string, Action> = {
            GetCallerIdentity: (_form, exchange) => this.identity(this.caller(exchange)),
            AssumeRole: (form, exchange) => this.assumeRole(form, this.caller(exchange)),
            GetSessionToken: (form, exchange) => this.sessionToken(form, this.caller(exchange)),
            AssumeRoleWithWebIdentity: form => this.assumeWithWebIdentity(form)
        };
        return Object.entries(actions).map(([name, action]) => ({
            name,
            matches: exchange => exchange.method === 'POST' && exchange.url.pathname === '/' && Exchange.form(exchange).get('Action') === name,
            handle: exchange => Reply.xml(
                `<${name}Response xmlns="${NAMESPACE}"><${name}Result>${action(Exchange.form(exchange), exchange)}</${name}Result>`
                + `<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${name}Response>`
            )
        }));
    }

    protected identity({ arn, userId, accountId }: AccessKey): string {
        return `<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${accountId}</Account>`;
    }

    protected assumeRole(form: URLSearchParams, caller: AccessKey): string {
        const role = this.role(form);
        const mfaPresent = caller.mfaPresent === true || this.checkMfa(form, caller);
        if (role.externalId !== undefined && form.get('ExternalId') !== role.externalId || role.requiresMfa && !mfaPresent) {
            throw this.refuse('AccessDenied', `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role.arn}`, 403);
        }
        return this.issueRole(role, form);
    }

    protected assumeWithWebIdentity(form: URLSearchParams): string {
        if (!form.get('WebIdentityToken')?.startsWith('ey')) {
            throw this.refuse('InvalidIdentityToken', 'The web identity token that was passed is not a JSON Web Token.', 400);
        }
        return this.issueRole(this.role(form), form);
    }

    protected sessionToken(form: URLSearchParams, caller: AccessKey): string {
        const mfaPresent = this.checkMfa(form, caller);
        return credentials(this.state.issueKey({ ...caller, mfaPresent }, Number(form.get('DurationSeconds') ?? 43_200)));
    }

    protected issueRole(role: AssumableRole, form: URLSearchParams): string {
        const duration = Number(form.get('DurationSeconds') ?? 3600);
        if (duration < 900 || duration > 43_200) {
            throw this.refuse('ValidationError', 'DurationSeconds has to be between 900 and 43200.', 400);
        }
        const [, accountId, roleName] = /^arn:[^:]+:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(role.arn) ?? [];
        const sessionName = form.get('RoleSessionName') ?? '';
        const key = this.state.issueKey({
            accountId, arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`, userId: `AROA${roleName.toUpperCase()}EXAMPLE:${sessionName}`
        }, duration);
        return `<AssumedRoleUser><Arn>${key.arn}</Arn><AssumedRoleId>${key.userId}</AssumedRoleId></AssumedRoleUser>${credentials(key)}`;
    }

    protected role(form: URLSearchParams): AssumableRole {
        const arn = form.get('RoleArn') ?? '';
        const role = this.state.organisation.roles.find(candidate => candidate.arn === arn);
        if (role === undefined) {
            throw this.refuse('AccessDenied', `Not authorized to perform: sts:AssumeRole on resource: ${arn}`, 403);
        }
        return role;
    }

    /** `true` when a right code came along, `false` when none did. */
    protected checkMfa(form: URLSearchParams, { mfa }: AccessKey): boolean {
        const serial = form.get('SerialNumber');
        if (serial === null) {
            return false;
        }
        if (mfa?.serial !== serial || mfa.code !== form.get('TokenCode')) {
            throw this.refuse('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.', 403);
        }
        return true;
    }

    protected caller(exchange: Exchange): AccessKey {
        return signedCaller(exchange, this.state, stsError);
    }

    protected refuse(code: string, message: string, status: number): Refusal {
        return new Refusal(stsError(code, message, status));
    }
}

function stsError(code: string, message: string, status: number): Reply {
    return Reply.xml(`<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`, status);
}

function credentials({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: { accessKeyId: string; secretAccessKey: string; sessionToken: string; expiresAt: number }): string {
    return `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>`
        + `<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>`;
}
