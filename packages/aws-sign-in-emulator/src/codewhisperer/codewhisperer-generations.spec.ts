import { expect } from 'chai';
import { CORP_START_URL, RealClients } from '../test/real-clients';

const BUILDER_ID = 'https://view.awsapps.com/start';
const [WEB, DATA] = [
    'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK',
    'arn:aws:codewhisperer:eu-central-1:444455556666:profile/QRSTUVWXYZAB'
];

describe('CodeWhisperer in restJson1', () => {

    let aws: RealClients;
    const tokenFor = async (startUrl: string): Promise<string> => (await aws.signIn(['codewhisperer:completions'], startUrl)).accessToken;
    const post = (path: string, token: string, body: unknown = {}): Promise<Response> => aws.fetch(path, {
        method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body)
    });
    const refusalOf = async (response: Response): Promise<unknown> =>
        [response.status, response.headers.get('x-amzn-errortype'), await response.json()];

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('suggests code, and names the session of the suggestion in a header', async () => {
        const response = await post('/generatecompletions', await tokenFor(BUILDER_ID));
        expect([response.status, response.headers.get('x-amzn-sessionid')?.length]).to.deep.equal([200, 36]);
        expect((await response.json()).completions[0].content).to.contain('items.filter');
    });

    it('refuses a token that it does not know with 403, where AWS JSON 1.0 says 400', async () => {
        expect(await refusalOf(await post('/generatecompletions', 'made-up'))).to.deep.equal([
            403, 'AccessDeniedException', { message: 'The bearer token included in the request is invalid.' }
        ]);
    });

    const refusals: [setting: string, answer: unknown][] = [
        ['feature', { message: 'Your organization does not allow the use of this feature.', reason: 'FEATURE_NOT_SUPPORTED' }],
        ['subscription', { message: 'You do not have an active subscription to Amazon Q Developer.' }],
        ['suspended', { message: 'Your account is suspended temporarily.', reason: 'TEMPORARILY_SUSPENDED' }]
    ];
    for (const [setting, answer] of refusals) {
        it(`refuses a person whose sign-in is good: ${setting}`, async () => {
            aws.emulator.settings.codeWhispererRefusal = setting;
            expect(await refusalOf(await post('/generatecompletions', await tokenFor(BUILDER_ID))))
                .to.deep.equal([403, 'AccessDeniedException', answer]);
        });
    }

    it('says that a refusal is asked for which it does not know', async () => {
        aws.emulator.settings.codeWhispererRefusal = 'subscribtion';
        expect(await refusalOf(await post('/generatecompletions', await tokenFor(BUILDER_ID))))
            .to.deep.equal([400, 'ValidationException', { message: 'No refusal is named subscribtion.' }]);
    });

    it('lists the developer profiles of a directory, and has none for Builder ID', async () => {
        const listed = await (await post('/ListAvailableProfiles', await tokenFor(CORP_START_URL))).json();
        expect(listed.profiles).to.deep.equal([{ arn: WEB, profileName: 'Web team' }, { arn: DATA, profileName: 'Data team' }]);
        expect(await refusalOf(await post('/ListAvailableProfiles', await tokenFor(BUILDER_ID)))).to.deep.equal([
            403, 'AccessDeniedException', { message: 'This account type is not supported for this operation.' }
        ]);
    });

    it('wants a developer profile of its organisation where the organisation demands one', async () => {
        aws.emulator.settings.requireDeveloperProfile = true;
        const token = await tokenFor(CORP_START_URL);
        const statusWith = async (body: unknown): Promise<number> => (await post('/generatecompletions', token, body)).status;
        expect([await statusWith({}), await statusWith({ profileArn: `${WEB}X` }), await statusWith({ profileArn: WEB })])
            .to.deep.equal([400, 403, 200]);
        expect((await post('/generatecompletions', await tokenFor(BUILDER_ID))).status).to.equal(200);
    });

    it('streams the answer of a chat as an event stream', async () => {
        const response = await post('/SendMessageStreaming', await tokenFor(BUILDER_ID));
        expect(response.headers.get('content-type')).to.equal('application/vnd.amazon.eventstream');
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(bytes.readUInt32BE(0)).to.be.lessThan(bytes.length);
        expect(bytes.toString('latin1')).to.contain('assistantResponseEvent').and.to.contain('then take their titles.');
    });

    it('takes telemetry from the bearer of a token, and writes down what clients send without the token', async () => {
        const token = await tokenFor(BUILDER_ID);
        expect((await post('/SendTelemetryEvent', token, { telemetryEvent: {} })).status).to.equal(200);
        const [call] = aws.emulator.codeWhispererCalls;
        expect(call).to.include(
            { operation: 'SendTelemetryEvent', path: '/SendTelemetryEvent', authorization: 'Bearer', tokenEnd: token.slice(-6) }
        );
        expect(JSON.stringify(call)).not.to.contain(token);
    });

});
