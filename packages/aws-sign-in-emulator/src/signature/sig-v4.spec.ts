import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClientConfig } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { RealClients, refusalOf } from '../test/real-clients';

const [DEV] = sampleOrganisation.users;
const HOUR_MS = 3600_000;

describe('SigV4', () => {

    let aws: RealClients;
    const whoAmI = async (credentials: STSClientConfig['credentials'], more: Partial<STSClientConfig> = {}): Promise<string | undefined> =>
        (await aws.sts(credentials, more).send(new GetCallerIdentityCommand({}))).Arn;

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    for (const user of sampleOrganisation.users) {
        it(`knows the key of ${user.userName}`, async () => {
            expect(await whoAmI(user)).to.equal(`arn:aws:iam::${user.accountId}:user/${user.userName}`);
        });
    }

    interface Keys { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
    const refused: [what: string, credentials: Keys, sts: string, lambda: string][] = [
        ['an unknown key', { ...DEV, accessKeyId: 'AKIANOBODYKNOWSMEXMP' }, 'InvalidClientTokenId', 'UnrecognizedClientException'],
        ['a wrong secret', { ...DEV, secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch', 'InvalidSignatureException'],
        [
            'a session token that the key does not have', { ...DEV, sessionToken: 'made-up' }, 'InvalidClientTokenId',
            'UnrecognizedClientException'
        ]
    ];
    for (const [what, credentials, sts, lambda] of refused) {
        it(`refuses ${what}, in the words of each service`, async () => {
            expect(await refusalOf(whoAmI(credentials, { maxAttempts: 1 }))).to.include({ name: sts, status: 403 });
            const listing = aws.lambda(credentials, { maxAttempts: 1 }).send(new ListFunctionsCommand({}));
            expect(await refusalOf(listing)).to.include({ name: lambda, status: 403 });
        });
    }

    it('refuses credentials that have run out, in the words of each service', async () => {
        const credentials = await temporary();
        aws.emulator.advance(HOUR_MS);
        expect(await refusalOf(whoAmI(credentials))).to.include({ name: 'ExpiredToken', status: 403 });
        expect(await refusalOf(aws.lambda(credentials).send(new ListFunctionsCommand({}))))
            .to.include({ name: 'ExpiredTokenException', status: 403 });
    });

    it('refuses temporary credentials without their session token', async () => {
        const { accessKeyId, secretAccessKey } = await temporary();
        expect(await refusalOf(whoAmI({ accessKeyId, secretAccessKey }))).to.include({ name: 'InvalidClientTokenId', status: 403 });
    });

    it('refuses a signature for another service, in the words of each service', async () => {
        const signingName = { signingName: 'codewhisperer', maxAttempts: 1 } as object;
        expect(await refusalOf(whoAmI(DEV, signingName))).to.include({
            name: 'SignatureDoesNotMatch', message: 'Credential should be scoped to correct service: \'sts\'.', status: 403
        });
        const listing = aws.lambda(DEV, signingName).send(new ListFunctionsCommand({}));
        expect(await refusalOf(listing)).to.include({ name: 'InvalidSignatureException', status: 403 });
    });

    it('refuses requests that are not signed, in the words of each service', async () => {
        const response = await aws.fetch('/2015-03-31/functions/');
        expect([response.status, response.headers.get('x-amzn-errortype')]).to.deep.equal([403, 'MissingAuthenticationTokenException']);
    });

    it('refuses a request whose body is not the one that was signed', async () => {
        const sts = aws.sts(DEV, { maxAttempts: 1 });
        sts.middlewareStack.add(next => async args => {
            const request = args.request as { body: string };
            request.body = request.body.replace('Version=2011', 'Version=2012');
            return next(args);
        }, { step: 'finalizeRequest', priority: 'low' });
        expect(await refusalOf(sts.send(new GetCallerIdentityCommand({})))).to.include({ name: 'SignatureDoesNotMatch', status: 403 });
    });

    it('refuses a signature of another time, and real clients then correct their clock', async () => {
        const late = aws.sts(DEV, { systemClockOffset: -20 * 60 * 1000, maxAttempts: 1 });
        expect(await refusalOf(late.send(new GetCallerIdentityCommand({})))).to.include({ name: 'SignatureDoesNotMatch', status: 403 });
        expect((await late.send(new GetCallerIdentityCommand({}))).Account).to.equal(DEV.accountId);
    });

    it('takes signatures of this hour whatever the emulated time is: the clients have not moved', async () => {
        aws.emulator.advance(90 * 24 * HOUR_MS);
        expect(await whoAmI(DEV, { maxAttempts: 1 })).to.equal('arn:aws:iam::111122223333:user/dev');
    });

    async function temporary(): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken: string }> {
        const { accessToken } = await aws.signIn();
        const response = await aws.fetch(
            '/federation/credentials?account_id=111122223333&role_name=ReadOnly', { headers: { 'x-amz-sso_bearer_token': accessToken } }
        );
        const { accessKeyId, secretAccessKey, sessionToken } = (await response.json()).roleCredentials;
        return { accessKeyId, secretAccessKey, sessionToken };
    }
});
