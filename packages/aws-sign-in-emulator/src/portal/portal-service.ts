import { EmulatorState } from '../state/emulator-state';
import type { AccessToken, ServerSession } from '../state/sign-in-records';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import type { AssignedAccount, Directory } from '../organisation/organisation';

const PAGE_AT_MOST = 100;
const PAGE_BY_DEFAULT = 20;

const TROUBLE: { readonly [status: number]: string | undefined } = {
    429: 'TooManyRequestsException', 500: 'InternalFailureException', 503: 'ServiceUnavailableException'
};

/** The SSO portal: accounts, roles, role credentials and sign-out, by bearer token. */
export class PortalService {

    protected calls: number[] = [];

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return Operation.at(/^portal\.sso(-fips)?\./, [
            route('ListAccounts', 'GET', '/assignment/accounts', exchange => this.accounts(exchange)),
            route('ListAccountRoles', 'GET', '/assignment/roles', exchange => this.roles(exchange)),
            route('GetRoleCredentials', 'GET', '/federation/credentials', exchange => this.credentials(exchange)),
            route('Logout', 'POST', '/logout', exchange => this.logout(exchange))
        ].map(operation => ({ ...operation, trouble: status => this.trouble(status) })));
    }

    protected accounts(exchange: Exchange): Reply {
        const all = this.assigned(exchange).map(({ accountId, accountName, emailAddress }) => ({ accountId, accountName, emailAddress }));
        const { items, nextToken } = this.page(all, exchange);
        return Reply.json({ accountList: items, nextToken });
    }

    protected roles(exchange: Exchange): Reply {
        const { accountId, roles } = this.account(exchange);
        const { items, nextToken } = this.page(roles.map(roleName => ({ roleName, accountId })), exchange);
        return Reply.json({ roleList: items, nextToken });
    }

    protected credentials(exchange: Exchange): Reply {
        const { accountId, roles } = this.account(exchange);
        const roleName = this.required(exchange, 'role_name');
        if (!roles.includes(roleName)) {
            throw this.refuse('ForbiddenException', 403, 'No access');
        }
        const partition = this.directory(this.token(exchange).session)?.partition ?? 'aws';
        const key = this.state.issueKey({
            accountId,
            arn: `arn:${partition}:sts::${accountId}:assumed-role/AWSReservedSSO_${roleName}_0123456789abcdef/builder`,
            userId: `AROA${roleName.toUpperCase()}EXAMPLE:builder`
        }, this.state.settings.roleCredentialsLifetime);
        const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = key;
        return Reply.json({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expiresAt } });
    }

    protected logout(exchange: Exchange): Reply {
        this.token(exchange).session.ended = true;
        return { status: 200, headers: { 'content-length': '0' } };
    }

    protected assigned(exchange: Exchange): readonly AssignedAccount[] {
        const session = this.session(exchange);
        return this.directory(session)?.accounts ?? [];
    }

    protected directory({ startUrl }: ServerSession): Directory | undefined {
        return this.state.organisation.directories.find(directory => directory.startUrl === startUrl);
    }

    protected account(exchange: Exchange): AssignedAccount {
        const assigned = this.assigned(exchange);
        const accountId = this.required(exchange, 'account_id');
        const found = assigned.find(account => account.accountId === accountId);
        if (found === undefined) {
            throw this.refuse('ResourceNotFoundException', 404, 'The account is not assigned.');
        }
        return found;
    }

    protected session(exchange: Exchange): ServerSession {
        this.checkRate();
        const { session } = this.token(exchange);
        if (!session.scopes.includes('sso:account:access') && session.scopes.length > 0) {
            throw this.refuse('UnauthorizedException', 401, 'Session token not found or invalid');
        }
        return session;
    }

    protected token(exchange: Exchange): AccessToken {
        const token = this.state.accessTokens.get(Exchange.header(exchange, 'x-amz-sso_bearer_token') ?? '');
        if (token === undefined || token.session.ended || token.expiresAt <= this.state.now()) {
            throw this.refuse('UnauthorizedException', 401, 'Session token not found or invalid');
        }
        return token;
    }

    protected checkRate(): void {
        const limit = this.state.settings.portalCallsPerSecond;
        const now = this.state.now();
        this.calls = [...this.calls.filter(time => time > now - 1000), now];
        if (limit > 0 && this.calls.length > limit) {
            this.calls.pop();
            throw this.refuse('TooManyRequestsException', 429, 'HTTP 429 Unknown Code');
        }
    }

    protected required({ url }: Exchange, name: string): string {
        const value = url.searchParams.get(name);
        if (value === null) {
            throw this.refuse('InvalidRequestException', 400, `${name} is required.`);
        }
        return value;
    }

    protected page<T>(all: readonly T[], { url }: Exchange): { items: T[]; nextToken: string | null } {
        const size = Number(url.searchParams.get('max_result') ?? PAGE_BY_DEFAULT);
        const start = Number(url.searchParams.get('next_token') ?? 0);
        if (!Number.isInteger(size) || size < 1 || size > PAGE_AT_MOST || !Number.isInteger(start)) {
            throw this.refuse('InvalidRequestException', 400, 'max_result or next_token is invalid.');
        }
        const end = start + size;
        return { items: all.slice(start, end), nextToken: end < all.length ? String(end) : null };
    }

    protected trouble(status: number): Reply | undefined {
        const name = TROUBLE[status];
        return name === undefined ? undefined : this.error(name, status, `HTTP ${status} Unknown Code`);
    }

    protected refuse(name: string, status: number, message: string): Refusal {
        return new Refusal(this.error(name, status, message));
    }

    protected error(name: string, status: number, message: string): Reply {
        return Reply.json({ message, __type: name }, status, this.state.settings.errorTypeHeader ? { 'x-amzn-errortype': name } : {});
    }
}
