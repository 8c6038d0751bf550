import {
    AssumeRoleCommand, AssumeRoleCommandInput, AssumeRoleWithWebIdentityCommand, Credentials, GetCallerIdentityCommand,
    GetSessionTokenCommand, STSClient
} from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { RealClients, refusalOf } from '../test/real-clients';

const NOW = Date.now();
const [DEV, , CAREFUL] = sampleOrganisation.users;
const DEPLOYER = 'arn:aws:iam::111122223333:role/Deployer';
const PARTNER = 'arn:aws:iam::444455556666:role/Deployer';
const OPERATOR = 'arn:aws:iam::777788889999:role/Operator';
const MFA = { SerialNumber: CAREFUL.mfa?.serial, TokenCode: CAREFUL.mfa?.code };

describe('STS', () => {

    let aws: RealClients;
    let dev: STSClient;
    let careful: STSClient;

    const assume = (sts: STSClient, more: Partial<AssumeRoleCommandInput>): Promise<unknown> =>
        sts.send(new AssumeRoleCommand({ RoleArn: DEPLOYER, RoleSessionName: 'spec', ...more }));
    const clientWith = (credentials: Credentials | undefined): STSClient => aws.sts({
        accessKeyId: credentials?.AccessKeyId ?? '', secretAccessKey: credentials?.SecretAccessKey ?? '',
        sessionToken: credentials?.SessionToken
    });
    const arnOf = async (sts: STSClient): Promise<string | undefined> => (await sts.send(new GetCallerIdentityCommand({}))).Arn;

    beforeEach(async () => {
        aws = await RealClients.start({ now: () => NOW });
        dev = aws.sts(DEV);
        careful = aws.sts(CAREFUL);
    });

    afterEach(() => aws.stop());

    it('tells users who they are', async () => {
        const { Arn, Account, UserId } = await dev.send(new GetCallerIdentityCommand({}));
        expect({ Arn, Account, UserId })
            .to.deep.equal({ Arn: 'arn:aws:iam::111122223333:user/dev', Account: '111122223333', UserId: 'AIDADEVEXAMPLE' });
    });

    it('gives credentials of a role for an hour', async () => {
        const { Credentials: credentials, AssumedRoleUser } =
            await dev.send(new AssumeRoleCommand({ RoleArn: DEPLOYER, RoleSessionName: 'spec' }));
        const arn = 'arn:aws:sts::111122223333:assumed-role/Deployer/spec';
        expect(AssumedRoleUser).to.deep.equal({ Arn: arn, AssumedRoleId: 'AROADEPLOYEREXAMPLE:spec' });
        expect(credentials?.Expiration?.getTime()).to.equal(NOW + 3600_000);
        expect(aws.emulator.issuedSecrets()).to.include.members([credentials?.SecretAccessKey, credentials?.SessionToken]);
        const role = clientWith(credentials);
        expect(await arnOf(role)).to.equal(arn);
        aws.emulator.advance(3600_000);
        expect(await refusalOf(arnOf(role))).to.include({ name: 'ExpiredToken', status: 403 });
    });

    it('gives credentials for as long as was asked for', async () => {
        const { Credentials: credentials } =
            await dev.send(new AssumeRoleCommand({ RoleArn: DEPLOYER, RoleSessionName: 'spec', DurationSeconds: 900 }));
        expect(credentials?.Expiration?.getTime()).to.equal(NOW + 900_000);
    });

    it('lets a role assume the next one, for an hour at most', async () => {
        const { Credentials: credentials } = await dev.send(new AssumeRoleCommand({ RoleArn: DEPLOYER, RoleSessionName: 'first' }));
        const chained = { RoleArn: 'arn:aws:iam::444455556666:role/Chained' };
        await assume(clientWith(credentials), chained);
        expect(await refusalOf(assume(clientWith(credentials), { ...chained, DurationSeconds: 3601 })))
            .to.include({ name: 'ValidationError', status: 400 });
    });

    it('asks for the external id of a partner', async () => {
        await assume(dev, { RoleArn: PARTNER, ExternalId: 'partner-42' });
        for (const ExternalId of [undefined, 'partner-43']) {
            expect(await refusalOf(assume(dev, { RoleArn: PARTNER, ExternalId }))).to.include({ name: 'AccessDenied', status: 403 });
        }
    });

    it('asks for a second factor where the role does', async () => {
        await assume(careful, { RoleArn: OPERATOR, ...MFA });
        for (const wrong of [{}, { ...MFA, TokenCode: '654321' }, { ...MFA, SerialNumber: 'arn:aws:iam::777788889999:mfa/other' }]) {
            expect(await refusalOf(assume(careful, { RoleArn: OPERATOR, ...wrong }))).to.include({ name: 'AccessDenied', status: 403 });
        }
    });

    it('remembers the second factor of a session', async () => {
        const { Credentials: credentials } = await careful.send(new GetSessionTokenCommand(MFA));
        expect(credentials?.Expiration?.getTime()).to.equal(NOW + 12 * 3600_000);
        const session = clientWith(credentials);
        expect(await arnOf(session)).to.equal('arn:aws:iam::777788889999:user/careful');
        await assume(session, { RoleArn: OPERATOR });
        const { Credentials: without } = await careful.send(new GetSessionTokenCommand({}));
        expect(await refusalOf(assume(clientWith(without), { RoleArn: OPERATOR }))).to.include({ name: 'AccessDenied' });
    });

    it('refuses a session for a wrong second factor', async () => {
        expect(await refusalOf(careful.send(new GetSessionTokenCommand({ ...MFA, TokenCode: '000000' }))))
            .to.include({ name: 'AccessDenied', status: 403 });
    });

    it('gives credentials for a web identity, unsigned', async () => {
        const anonymous =
            new STSClient({ ...aws.config, credentials: async () => Promise.reject(new Error('No credentials are needed.')) });
        const request = { RoleArn: 'arn:aws:iam::111122223333:role/WebApp', RoleSessionName: 'web' };
        const { Credentials: credentials } =
            await anonymous.send(new AssumeRoleWithWebIdentityCommand({ ...request, WebIdentityToken: 'eyJhbGciOiJub25lIn0.e30.' }));
        expect(await arnOf(clientWith(credentials))).to.equal('arn:aws:sts::111122223333:assumed-role/WebApp/web');
        const refused = anonymous.send(new AssumeRoleWithWebIdentityCommand({ ...request, WebIdentityToken: 'not a token' }));
        expect(await refusalOf(refused)).to.include({ name: 'InvalidIdentityTokenException', status: 400 });
    });

    it('knows no other roles, and says so whatever their name contains', async () => {
        for (const RoleArn of ['arn:aws:iam::111122223333:role/Nobody', 'arn:aws:iam::111122223333:role/<Tom & Jerry>']) {
            const refusal = await refusalOf(assume(dev, { RoleArn }));
            expect(refusal).to.include({ name: 'AccessDenied', status: 403 });
            expect(refusal.message).to.contain(RoleArn);
        }
    });

    const invalid: [what: string, form: Record<string, string>][] = [
        ['a role for too short a time', { RoleArn: DEPLOYER, RoleSessionName: 'spec', DurationSeconds: '899' }],
        ['a role for too long a time', { RoleArn: DEPLOYER, RoleSessionName: 'spec', DurationSeconds: '43201' }],
        ['a role for no time', { RoleArn: DEPLOYER, RoleSessionName: 'spec', DurationSeconds: 'soon' }],
        ['no role', { RoleSessionName: 'spec' }],
        ['a role without a session name', { RoleArn: DEPLOYER }],
        ['a role with a session name that AWS does not take', { RoleArn: DEPLOYER, RoleSessionName: 'Tom & Jerry' }],
        ['a session for too long a time', { Action: 'GetSessionToken', DurationSeconds: '129601' }],
        ['a session for too short a time', { Action: 'GetSessionToken', DurationSeconds: '1' }]
    ];
    for (const [what, form] of invalid) {
        it(`calls the request for ${what} invalid`, async () => {
            const numbers = form.DurationSeconds === undefined ? {} : { DurationSeconds: form.DurationSeconds as unknown as number };
            const command = form.Action === 'GetSessionToken'
                ? new GetSessionTokenCommand(numbers)
                : new AssumeRoleCommand({ ...form, ...numbers } as AssumeRoleCommandInput);
            expect(await refusalOf(dev.send(command as AssumeRoleCommand))).to.include({ name: 'ValidationError', status: 400 });
        });
    }

    it('words its refusals in the XML of the query protocol', async () => {
        const response = await aws.fetch(
            '/', { method: 'POST', body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }) }
        );
        expect([response.status, response.headers.get('content-type')]).to.deep.equal([403, 'text/xml']);
        expect(await response.text()).to.contain('<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code><Message>');
    });
});
