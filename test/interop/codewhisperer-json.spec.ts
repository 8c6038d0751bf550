import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AwsNames, sampleOrganisation } from 'aws-sign-in-emulator';
import { CORP_START_URL, RealClients } from 'aws-sign-in-emulator/lib/test/real-clients';
import { expect } from 'chai';
import type { JsonCall, JsonResult } from './codewhisperer/json-program';

const BUILDER_ID = 'https://view.awsapps.com/start';
const WEB = 'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK';
const DATA = 'arn:aws:codewhisperer:eu-central-1:444455556666:profile/QRSTUVWXYZAB';
const VIRGINIA = {
    target: 'AmazonCodeWhispererService', region: 'us-east-1', endpoint: 'https://codewhisperer.us-east-1.amazonaws.com/'
} as const;
const FRANKFURT = { ...VIRGINIA, region: 'eu-central-1', endpoint: 'https://q.eu-central-1.amazonaws.com/' } as const;
const FOR_IAM = { ...VIRGINIA, target: 'AWSCodeWhispererService' } as const;
const FILE = {
    fileContext: { leftFileContent: 'ä "\\', rightFileContent: '', filename: 'a.ts', programmingLanguage: { languageName: 'typescript' } },
    maxResults: 5
};
const EVENT = {
    telemetryEvent: {
        userTriggerDecisionEvent: {
            sessionId: 'x', requestId: 'y', programmingLanguage: { languageName: 'typescript' }, completionType: 'LINE',
            suggestionState: 'ACCEPT', recommendationLatencyMilliseconds: 1, timestamp: new Date(0)
        }
    }
};
const SUGGESTION = { content: 'return items.filter(item => item.done).map(item => item.title);' };
const [DEV] = sampleOrganisation.users;

type Refusal = JsonResult['refusal'];

describe('CodeWhisperer in AWS JSON 1.0, by a client of the AWS SDK at the names of AWS', function () {
    this.timeout(120_000);

    let aws: RealClients;
    let names: AwsNames;

    before(async () => {
        aws = await RealClients.start();
        names = await AwsNames.serve(aws.emulator);
    });

    beforeEach(() => {
        aws.emulator.forgetRequests();
        Object.assign(aws.emulator.settings, { codeWhispererRefusal: '', requireDeveloperProfile: false });
    });

    after(async () => {
        await names?.stop();
        await aws?.stop();
    });

    const tokenFor = async (startUrl: string): Promise<{ readonly token: string }> =>
        ({ token: (await aws.signIn(['codewhisperer:completions'], startUrl)).accessToken });

    /** Runs a process of its own, which takes the emulator for AWS. */
    async function results(...calls: readonly Partial<JsonCall>[]): Promise<JsonResult[]> {
        const env = {
            PATH: process.env.PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true',
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...names.directVariables
        };
        const whole = JSON.stringify(calls.map(one => ({ ...VIRGINIA, ...one })));
        const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'codewhisperer', 'json-program.js'), whole], { env });
        return JSON.parse(stdout);
    }

    async function refusals(...calls: readonly Partial<JsonCall>[]): Promise<Refusal[]> {
        const all = await results(...calls);
        expect(all.map(({ isModelled }) => isModelled), 'are errors that the model has').to.deep.equal(all.map(() => true));
        return all.map(({ refusal }) => refusal);
    }

    it('reads completions and developer profiles, and is taken with telemetry, by a token', async () => {
        const caller = await tokenFor(CORP_START_URL);
        const [completed, here, there, sent, elsewhere] = await results(
            { caller, operation: 'GenerateCompletions', input: { ...FILE, profileArn: WEB } },
            { caller, operation: 'ListAvailableProfiles', input: { maxResults: 10 } },
            { ...FRANKFURT, caller, operation: 'ListAvailableProfiles', input: { maxResults: 10 } },
            { caller, operation: 'SendTelemetryEvent', input: EVENT },
            { ...FRANKFURT, caller, operation: 'GenerateCompletions', input: { ...FILE, profileArn: DATA } }
        );
        expect(completed).to.deep.equal({ output: { completions: [SUGGESTION] } });
        expect([here.output?.profiles, there.output?.profiles])
            .to.deep.equal([[{ arn: WEB, profileName: 'Web team' }], [{ arn: DATA, profileName: 'Data team' }]]);
        expect([sent, elsewhere]).to.deep.equal([{ output: {} }, { output: { completions: [SUGGESTION] } }]);
        expect(aws.emulator.codeWhispererCalls.slice(-5).map(({ operation, path, authorization }) => [authorization, path, operation]))
            .to.deep.equal([
                'GenerateCompletions', 'ListAvailableProfiles', 'ListAvailableProfiles', 'SendTelemetryEvent', 'GenerateCompletions'
            ].map(operation => ['Bearer', '/', operation]));
        expect(names.dials.map(({ host, port }) => `${host}:${port}`))
            .to.include.members(['codewhisperer.us-east-1.amazonaws.com:443', 'q.eu-central-1.amazonaws.com:443']);
    });

    it('reads a refusal of a token that nobody issued, whichever operation it asks for', async () => {
        const caller = { token: 'made-up' };
        const refused = ['AccessDeniedException', 'The bearer token included in the request is invalid.', null, 400];
        expect(await refusals(
            { caller, operation: 'GenerateCompletions', input: FILE }, { caller, operation: 'ListAvailableProfiles', input: {} },
            { caller, operation: 'SendTelemetryEvent', input: EVENT }
        )).to.deep.equal([refused, refused, refused]);
    });

    const settings: readonly (readonly [string, string, string | null])[] = [
        ['feature', 'Your organization does not allow the use of this feature.', 'FEATURE_NOT_SUPPORTED'],
        ['subscription', 'You do not have an active subscription to Amazon Q Developer.', null],
        ['suspended', 'Your account is suspended temporarily.', 'TEMPORARILY_SUSPENDED']
    ];
    for (const [setting, message, reason] of settings) {
        it(`reads a refusal of a person whose sign-in is good: ${setting}`, async () => {
            const caller = await tokenFor(BUILDER_ID);
            aws.emulator.settings.codeWhispererRefusal = setting;
            expect(await refusals({ caller, operation: 'GenerateCompletions', input: FILE }))
                .to.deep.equal([['AccessDeniedException', message, reason, 400]]);
        });
    }

    it('reads what is wrong with a developer profile: none, one of somebody else, one of another region, an account without', async () => {
        aws.emulator.settings.requireDeveloperProfile = true;
        const [corp, builderId] = [await tokenFor(CORP_START_URL), await tokenFor(BUILDER_ID)];
        const complete = (profileArn?: string): Partial<JsonCall> =>
            ({ caller: corp, operation: 'GenerateCompletions', input: { ...FILE, profileArn } });
        expect(await refusals(
            complete(), complete(`${WEB}X`), { ...FRANKFURT, ...complete(WEB) },
            { caller: builderId, operation: 'ListAvailableProfiles', input: {} }
        )).to.deep.equal([
            ['ValidationException', 'profileArn is required for this request.', null, 400],
            ['AccessDeniedException', 'User is not authorized to access this profile.', null, 400],
            ['ValidationException', 'The profile belongs to another region.', null, 400],
            ['AccessDeniedException', 'This account type is not supported for this operation.', null, 400]
        ]);
    });

    it('is served by the signature of IAM credentials, for the service codewhisperer, and refused with a wrong one or one '
        + 'for another service', async () => {
        const { accessKeyId, secretAccessKey } = DEV;
        const ask = (credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }): Partial<JsonCall> =>
            ({ ...FOR_IAM, caller: { credentials }, operation: 'GenerateRecommendations', input: FILE });
        const [served, ...refused] = await results(
            ask({ accessKeyId, secretAccessKey }), ask({ accessKeyId, secretAccessKey: 'wrong' }),
            ask({ accessKeyId: 'AKIANOBODY', secretAccessKey }), { ...ask({ accessKeyId, secretAccessKey }), signingName: 'lambda' }
        );
        expect(served).to.deep.equal({ output: { recommendations: [SUGGESTION] } });
        expect(refused.map(({ refusal, isModelled }) => [refusal?.[0], refusal?.[3], isModelled]))
            .to.deep.equal([1, 2, 3].map(() => ['AccessDeniedException', 400, true]));
        const arrivals = names.arrivals.filter(({ operation }) => operation === 'GenerateRecommendations');
        expect(arrivals.map(({ host, signing }) => [host, signing?.service, signing?.region])).to.deep.equal(
            ['codewhisperer', 'codewhisperer', 'codewhisperer', 'lambda'].map(service => [
                'codewhisperer.us-east-1.amazonaws.com', service, 'us-east-1'
            ])
        );
    });

    it('is not taken with a token where IAM credentials are wanted, nor the other way round', async () => {
        const { accessKeyId, secretAccessKey } = DEV;
        const refused = await refusals(
            { ...FOR_IAM, caller: await tokenFor(BUILDER_ID), operation: 'GenerateRecommendations', input: FILE },
            { caller: { credentials: { accessKeyId, secretAccessKey } }, operation: 'GenerateCompletions', input: FILE }
        );
        expect(refused.map(refusal => refusal?.[0])).to.deep.equal(['AccessDeniedException', 'AccessDeniedException']);
    });
});
