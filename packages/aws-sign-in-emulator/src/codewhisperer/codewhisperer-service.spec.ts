import { expect } from 'chai';
import { RealClients } from '../test/real-clients';

const DENIED = 'AccessDeniedException';

describe('The sample service CodeWhisperer', () => {

    let aws: RealClients;
    const suggest = (
        authorization?: string, target = 'AmazonCodeWhispererService.GenerateCompletions'
    ): Promise<Response> => aws.fetch('/', {
        method: 'POST',
        headers: {
            'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, ...authorization && { authorization }
        },
        body: JSON.stringify({ fileContext: { leftFileContent: 'function titles(items) {\n    ' } })
    });
    const tokenFor = async (...scopes: string[]): Promise<string> =>
        (await aws.signIn(scopes, 'https://view.awsapps.com/start')).accessToken;

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('suggests code to the bearer of a token with the scope for completions', async () => {
        const response = await suggest(`Bearer ${await tokenFor('codewhisperer:completions')}`);
        expect(response.status).to.equal(200);
        expect((await response.json()).completions[0].content).to.be.a('string').and.not.empty;
    });

    it('refuses a token at the door for IAM credentials', async () => {
        const response = await suggest(
            `Bearer ${await tokenFor('codewhisperer:completions')}`, 'AWSCodeWhispererService.GenerateRecommendations'
        );
        expect([response.status, response.headers.get('x-amzn-errortype')]).to.deep.equal([400, DENIED]);
    });

    const refused: [what: string, authorization: () => Promise<string | undefined>][] = [
        ['a caller without a token', async () => undefined],
        ['a made-up token', async () => 'Bearer made-up'],
        ['a token without the scope', async () => `Bearer ${await tokenFor('codewhisperer:analysis')}`],
        [
            'a signature: it does not take IAM credentials',
            async () => 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260301/us-east-1/codewhisperer/aws4_request'
        ],
        ['a token that has run out', async () => {
            const token = await tokenFor('codewhisperer:completions');
            aws.emulator.advance(3600_000);
            return `Bearer ${token}`;
        }],
        ['a token whose session has ended', async () => {
            const token = await tokenFor('codewhisperer:completions');
            aws.emulator.endSessions();
            return `Bearer ${token}`;
        }]
    ];
    for (const [what, authorization] of refused) {
        it(`refuses ${what}`, async () => {
            const response = await suggest(await authorization());
            expect([response.status, response.headers.get('x-amzn-errortype')]).to.deep.equal([400, DENIED]);
            expect(await response.json()).to.include({ __type: DENIED });
        });
    }
});
