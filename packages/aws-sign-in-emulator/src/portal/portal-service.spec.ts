import {
    GetRoleCredentialsCommand, ListAccountRolesCommand, ListAccountsCommand, LogoutCommand, paginateListAccountRoles, paginateListAccounts,
    SSOClient
} from '@aws-sdk/client-sso';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { largeOrganisation } from '../organisation/sample-organisation';
import { RealClients, refusalOf, SignedIn } from '../test/real-clients';

const NOW = Date.now();
const SANDBOX = '111122223333';
const UNAUTHORIZED = { name: 'UnauthorizedException', message: 'Session token not found or invalid', status: 401 };

describe('The SSO portal', () => {

    let aws: RealClients;
    let signedIn: SignedIn;
    let accessToken: string;

    beforeEach(async () => {
        aws = await RealClients.start({ now: () => NOW });
        signedIn = await aws.signIn();
        ({ accessToken } = signedIn);
    });

    afterEach(() => aws.stop());

    it('lists the accounts of the directory that was signed in to', async () => {
        const { accountList = [] } = await aws.portal.send(new ListAccountsCommand({ accessToken }));
        expect(accountList[0]).to.deep.equal({ accountId: SANDBOX, accountName: 'Sandbox', emailAddress: 'sandbox@example.com' });
        expect(accountList.map(({ accountName }) => accountName)).to.deep.equal(['Sandbox', 'Staging', 'Production']);
        const { accessToken: elsewhere } = await aws.signIn(['sso:account:access'], 'https://globex.awsapps.com/start');
        const { accountList: others = [] } = await aws.portal.send(new ListAccountsCommand({ accessToken: elsewhere }));
        expect(others.map(({ accountId }) => accountId)).to.deep.equal(['222233334444']);
    });

    it('lists the roles of an account', async () => {
        const { roleList } = await aws.portal.send(new ListAccountRolesCommand({ accessToken, accountId: SANDBOX }));
        expect(roleList)
            .to.deep.equal([{ roleName: 'AdministratorAccess', accountId: SANDBOX }, { roleName: 'ReadOnly', accountId: SANDBOX }]);
    });

    it('gives credentials of a role, which STS knows until they run out', async () => {
        const { roleCredentials } =
            await aws.portal.send(new GetRoleCredentialsCommand({ accessToken, accountId: SANDBOX, roleName: 'ReadOnly' }));
        const { accessKeyId = '', secretAccessKey = '', sessionToken = '', expiration } = roleCredentials ?? {};
        expect(expiration).to.equal(NOW + 3600_000);
        expect(accessKeyId).to.match(/^ASIA/);
        expect(aws.emulator.issuedSecrets()).to.include.members([secretAccessKey, sessionToken]);
        const sts = aws.sts({ accessKeyId, secretAccessKey, sessionToken });
        expect(await sts.send(new GetCallerIdentityCommand({}))).to.include({
            Account: SANDBOX, Arn: `arn:aws:sts::${SANDBOX}:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/builder`
        });
        aws.emulator.advance(3600_000);
        expect(await refusalOf(sts.send(new GetCallerIdentityCommand({})))).to.include({ name: 'ExpiredToken', status: 403 });
    });

    it('ends the session at a sign-out: no call and no refresh works any more', async () => {
        await aws.portal.send(new LogoutCommand({ accessToken }));
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken })))).to.include(UNAUTHORIZED);
        expect(await refusalOf(aws.portal.send(new LogoutCommand({ accessToken })))).to.include(UNAUTHORIZED);
        expect(await refusalOf(aws.refresh(signedIn.client, signedIn.refreshToken))).to.include({ error: 'invalid_grant' });
    });

    it('answers a sign-out with nothing', async () => {
        const response = await aws.fetch('/logout', { method: 'POST', headers: { 'x-amz-sso_bearer_token': accessToken } });
        expect([response.status, await response.text()]).to.deep.equal([200, '']);
    });

    it('says unauthorized in body and header, and in the body alone where a proxy strips the header', async () => {
        const body = { message: UNAUTHORIZED.message, __type: UNAUTHORIZED.name };
        const response = await aws.fetch('/assignment/accounts');
        expect(response.status).to.equal(401);
        expect(response.headers.get('x-amzn-errortype')).to.equal('UnauthorizedException');
        expect(await response.json()).to.deep.equal(body);
        aws.emulator.settings.errorTypeHeader = false;
        const stripped = await aws.fetch('/assignment/accounts');
        expect(stripped.headers.has('x-amzn-errortype')).to.equal(false);
        expect(await stripped.json()).to.deep.equal(body);
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken: 'wrong' })))).to.include(UNAUTHORIZED);
    });

    it('takes no token that has run out', async () => {
        aws.emulator.advance(3600_000);
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken })))).to.include(UNAUTHORIZED);
    });

    it('takes no token that was given for CodeWhisperer alone', async () => {
        const { accessToken: other } = await aws.signIn(['codewhisperer:completions'], 'https://view.awsapps.com/start');
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken: other })))).to.include(UNAUTHORIZED);
    });

    it('tells a role that is not assigned from a session that has ended', async () => {
        const call = aws.portal.send(new GetRoleCredentialsCommand({ accessToken, accountId: SANDBOX, roleName: 'Developer' }));
        expect(await refusalOf(call)).to.include({ name: 'ForbiddenException', status: 403 });
    });

    it('knows no account that is not assigned', async () => {
        for (const call of [
            aws.portal.send(new GetRoleCredentialsCommand({ accessToken, accountId: '222233334444', roleName: 'Developer' })),
            aws.portal.send(new ListAccountRolesCommand({ accessToken, accountId: '222233334444' }))
        ]) {
            expect(await refusalOf(call)).to.include({ name: 'ResourceNotFoundException', status: 404 });
        }
    });

    const invalid: [what: string, path: string][] = [
        ['a page of nothing', '/assignment/accounts?max_result=0'],
        ['a page of more than a hundred', '/assignment/accounts?max_result=101'],
        ['a page size that is no number', '/assignment/accounts?max_result=many'],
        ['a page that nobody named', '/assignment/accounts?next_token=made-up'],
        ['roles of no account', '/assignment/roles'],
        ['credentials of no account', '/federation/credentials?role_name=ReadOnly'],
        ['credentials of no role', `/federation/credentials?account_id=${SANDBOX}`]
    ];
    for (const [what, path] of invalid) {
        it(`calls the request for ${what} invalid`, async () => {
            const response = await aws.fetch(path, { headers: { 'x-amz-sso_bearer_token': accessToken } });
            expect(response.status).to.equal(400);
            expect(response.headers.get('x-amzn-errortype')).to.equal('InvalidRequestException');
            expect((await response.json()).__type).to.equal('InvalidRequestException');
        });
    }

    it('answers 429 beyond the calls of a second that a test allows, in the emulated time', async () => {
        aws.emulator.settings.portalCallsPerSecond = 1;
        const portal = new SSOClient({ ...aws.config, maxAttempts: 1 });
        await portal.send(new ListAccountsCommand({ accessToken }));
        expect(await refusalOf(portal.send(new ListAccountsCommand({ accessToken }))))
            .to.include({ name: 'TooManyRequestsException', status: 429 });
        aws.emulator.advance(1000);
        await portal.send(new ListAccountsCommand({ accessToken }));
    });
});

describe('The SSO portal of a large organisation', () => {

    let aws: RealClients;
    let accessToken: string;

    before(async () => {
        aws = await RealClients.start({ organisation: largeOrganisation(45, 23) });
        ({ accessToken } = await aws.signIn());
        aws.emulator.forgetRequests();
    });

    after(() => aws.stop());
    afterEach(() => aws.emulator.forgetRequests());

    it('gives accounts page by page, each once and in order', async () => {
        const ids: (string | undefined)[] = [];
        for await (const { accountList = [] } of paginateListAccounts({ client: aws.portal, pageSize: 10 }, { accessToken })) {
            ids.push(...accountList.map(({ accountId }) => accountId));
        }
        expect(ids).to.deep.equal(Array.from({ length: 45 }, (_, index) => String(100_000_000_000 + index)));
        expect(aws.emulator.count('ListAccounts')).to.equal(5);
    });

    it('gives roles page by page', async () => {
        const names: (string | undefined)[] = [];
        for await (const { roleList = [] } of paginateListAccountRoles(
            { client: aws.portal }, { accessToken, accountId: '100000000044' }
        )) {
            names.push(...roleList.map(({ roleName }) => roleName));
        }
        expect(names).to.have.length(23).and.to.include('Role22');
        expect(aws.emulator.count('ListAccountRoles')).to.equal(2);
    });

    it('gives no next page after a last page that is full', async () => {
        const { accountList, nextToken } = await aws.portal.send(new ListAccountsCommand({ accessToken, maxResults: 45 }));
        expect([accountList?.length, nextToken ?? undefined]).to.deep.equal([45, undefined]);
    });
});
