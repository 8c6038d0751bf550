import type { AccessKey, EmulatorState } from '../state/emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation } from '../http/operation';
import type { AssumableRole } from '../organisation/organisation';
import { signedCaller } from '../signature/signed-caller';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const TROUBLE: { readonly [status: number]: string | undefined } = { 429: 'Throttling', 500: 'InternalFailure', 503: 'ServiceUnavailable' };

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
        return Operation.at(/^sts(-fips)?\./, Object.entries(actions).map(([name, action]): Operation => ({
            name,
            trouble,
            matches: exchange => exchange.method === 'POST' && exchange.url.pathname === '/'
                && Exchange.form(exchange).get('Action') === name,
            handle: exchange => Reply.xml(
                `<${name}Response xmlns="${NAMESPACE}"><${name}Result>${action(Exchange.form(exchange), exchange)}</${name}Result>`
                + `<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${name}Response>`
            )
        })));
    }

    protected identity({ arn, userId, accountId }: AccessKey): string {
        return `<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${accountId}</Account>`;
    }

    protected assumeRole(form: URLSearchParams, caller: AccessKey): string {
        const role = this.role(form);
        const mfaPresent = caller.mfaPresent === true || this.checkMfa(form, caller);
        if (role.externalId !== undefined && form.get('ExternalId') !== role.externalId || role.requiresMfa && !mfaPresent) {
            throw this.refuse(
                'AccessDenied', `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role.arn}`, 403
            );
        }
        // Role chaining: who is a role already gets the next one for an hour at most.
        return this.issueRole(role, form, caller.arn.includes(':assumed-role/') ? 3600 : 43_200);
    }

    protected assumeWithWebIdentity(form: URLSearchParams): string {
        if (!form.get('WebIdentityToken')?.startsWith('ey')) {
            throw this.refuse('InvalidIdentityToken', 'The web identity token that was passed is not a JSON Web Token.', 400);
        }
        return this.issueRole(this.role(form), form, 43_200);
    }

    protected sessionToken(form: URLSearchParams, caller: AccessKey): string {
        const mfaPresent = this.checkMfa(form, caller);
        return credentials(this.state.issueKey({ ...caller, mfaPresent }, this.duration(form, { byDefault: 43_200, atMost: 129_600 })));
    }

    protected duration(form: URLSearchParams, { byDefault, atMost }: { byDefault: number; atMost: number }): number {
        const seconds = Number(form.get('DurationSeconds') ?? byDefault);
        if (!Number.isInteger(seconds) || seconds < 900 || seconds > atMost) {
            throw this.refuse('ValidationError', `DurationSeconds has to be between 900 and ${atMost}.`, 400);
        }
        return seconds;
    }

    protected issueRole(role: AssumableRole, form: URLSearchParams, atMost: number): string {
        const duration = this.duration(form, { byDefault: 3600, atMost });
        const [, accountId, roleName] = /^arn:[^:]+:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(role.arn) ?? [];
        const sessionName = form.get('RoleSessionName') ?? '';
        if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
            throw this.refuse('ValidationError', 'RoleSessionName is required: 2 to 64 letters, digits or any of _+=,.@-', 400);
        }
        const key = this.state.issueKey({
            accountId, arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
            userId: `AROA${roleName.toUpperCase()}EXAMPLE:${sessionName}`
        }, duration);
        return `<AssumedRoleUser><Arn>${key.arn}</Arn><AssumedRoleId>${key.userId}</AssumedRoleId></AssumedRoleUser>${credentials(key)}`;
    }

    protected role(form: URLSearchParams): AssumableRole {
        const arn = form.get('RoleArn');
        if (arn === null) {
            throw this.refuse('ValidationError', 'RoleArn is required.', 400);
        }
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
        return signedCaller(exchange, this.state, 'sts', stsError);
    }

    protected refuse(code: string, message: string, status: number): Refusal {
        return new Refusal(stsError(code, message, status));
    }
}

function trouble(status: number): Reply | undefined {
    const code = TROUBLE[status];
    return code === undefined ? undefined : stsError(code, 'Requested by the test.', status);
}

function stsError(code: string, message: string, status: number): Reply {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escape(message)}</Message></Error>`;
    return Reply.xml(`<ErrorResponse xmlns="${NAMESPACE}">${error}</ErrorResponse>`, status);
}

function escape(text: string): string {
    return text.replace(/[&<>]/g, letter => `&#${letter.charCodeAt(0)};`);
}

function credentials({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: ReturnType<EmulatorState['issueKey']>): string {
    return `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>`
        + `<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>`;
}
