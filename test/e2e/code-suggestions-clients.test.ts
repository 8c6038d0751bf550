import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { CORP_START_URL, RealClients } from 'aws-sign-in-emulator/lib/test/real-clients';
import { clientsFile } from './code-editor';

/** AWS's clients as these tests use them: the packages that the language server brings along. */
interface Client {
    send(command: object): Promise<Record<string, unknown>>;
}

interface ClientPackage {
    readonly [name: string]: new (input: object) => Client;
}

interface Refused {
    readonly name: string;
    readonly message: string;
    readonly reason?: string;
    readonly $metadata: { readonly httpStatusCode: number };
}

const BUILDER_ID = 'https://view.awsapps.com/start';
const WEB = 'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK';
const FILE = {
    fileContext: { leftFileContent: 'a', rightFileContent: '', filename: 'a.ts', programmingLanguage: { languageName: 'typescript' } }
};
const CHAT = { conversationState: { chatTriggerType: 'MANUAL', currentMessage: { userInputMessage: { content: 'hi' } } } };
const CALLS: readonly [command: string, input: object][] = [['GenerateCompletionsCommand', FILE], ['ListAvailableProfilesCommand', {}]];

let aws: RealClients;
test.beforeEach(async () => aws = await RealClients.start());
test.afterEach(() => aws.stop());

function packages(): { readonly [name in 'runtime' | 'streaming' | 'iam']: ClientPackage } {
    return createRequire(__filename)(clientsFile());
}

/** A client of the runtime, or of the stream, on a token. */
function onToken(name: 'runtime' | 'streaming', token: string): { call(command: string, input: object): Promise<Record<string, unknown>> } {
    const found = packages()[name];
    const client = new found[name === 'runtime' ? 'CodeWhispererRuntimeClient' : 'CodeWhispererStreamingClient']({
        ...aws.config, maxAttempts: 1, token: async () => ({ token })
    });
    return { call: (command, input) => client.send(new found[command](input)) };
}

const tokenFor = async (startUrl: string): Promise<string> => (await aws.signIn(['codewhisperer:completions'], startUrl)).accessToken;

async function refusalOf(call: Promise<unknown>): Promise<unknown[]> {
    const { name, message, reason, $metadata } = await call.then(() => { throw new Error('It was taken.'); }, (error: Refused) => error);
    return [name, message, reason, $metadata.httpStatusCode];
}

test("AWS's client of CodeWhisperer reads completions and developer profiles, and sends telemetry", async () => {
    const corp = onToken('runtime', await tokenFor(CORP_START_URL));
    const { completions } = await corp.call('GenerateCompletionsCommand', { ...FILE, profileArn: WEB });
    expect(completions).toEqual([{ content: 'return items.filter(item => item.done).map(item => item.title);' }]);
    const { profiles } = await corp.call('ListAvailableProfilesCommand', { maxResults: 10 });
    expect((profiles as { profileName: string }[]).map(({ profileName }) => profileName)).toEqual(['Web team', 'Data team']);
    const event = { userTriggerDecisionEvent: { sessionId: 'x', requestId: 'y', programmingLanguage: {
        languageName: 'typescript'
    }, completionType: 'LINE',
        suggestionState: 'ACCEPT', recommendationLatencyMilliseconds: 1, timestamp: new Date() } };
    await corp.call('SendTelemetryEventCommand', { telemetryEvent: event });
    expect(aws.emulator.codeWhispererCalls.map(({ path, authorization }) => `${authorization} ${path}`)).toEqual([
        'Bearer /generatecompletions', 'Bearer /ListAvailableProfiles', 'Bearer /SendTelemetryEvent'
    ]);
});

test("AWS's client reads refusals as the service words them", async () => {
    for (const [command, input] of CALLS) {
        expect(await refusalOf(onToken('runtime', 'made-up').call(command, input)))
            .toEqual(['AccessDeniedException', 'The bearer token included in the request is invalid.', undefined, 403]);
    }
    const person = onToken('runtime', await tokenFor(BUILDER_ID));
    expect(await refusalOf(person.call('ListAvailableProfilesCommand', {})))
        .toEqual(['AccessDeniedException', 'This account type is not supported for this operation.', undefined, 403]);
    aws.emulator.settings.codeWhispererRefusal = 'feature';
    expect(await refusalOf(person.call('GenerateCompletionsCommand', FILE))).toEqual([
        'AccessDeniedException', 'Your organization does not allow the use of this feature.', 'FEATURE_NOT_SUPPORTED', 403
    ]);
    aws.emulator.settings.codeWhispererRefusal = 'subscription';
    expect(await refusalOf(person.call('GenerateCompletionsCommand', FILE)))
        .toEqual(['AccessDeniedException', 'You do not have an active subscription to Amazon Q Developer.', undefined, 403]);
    aws.emulator.settings.codeWhispererRefusal = '';
    aws.emulator.settings.requireDeveloperProfile = true;
    const corp = onToken('runtime', await tokenFor(CORP_START_URL));
    expect(await refusalOf(corp.call('GenerateCompletionsCommand', FILE)))
        .toEqual(['ValidationException', 'profileArn is required for this request.', undefined, 400]);
    expect(await refusalOf(corp.call('GenerateCompletionsCommand', { ...FILE, profileArn: `${WEB}X` })))
        .toEqual(['AccessDeniedException', 'User is not authorized to access this profile.', undefined, 403]);
});

test("AWS's streaming client reads a chat as the events that were sent", async () => {
    const { sendMessageResponse } = await onToken('streaming', await tokenFor(BUILDER_ID)).call('SendMessageCommand', CHAT);
    const events: Record<string, { readonly content?: string }>[] = [];
    for await (const event of sendMessageResponse as AsyncIterable<Record<string, { readonly content?: string }>>) {
        events.push(event);
    }
    expect(events.map(event => Object.keys(event)[0])).toEqual(
        ['messageMetadataEvent', 'assistantResponseEvent', 'assistantResponseEvent']
    );
    expect(events.map(({ assistantResponseEvent }) => assistantResponseEvent?.content ?? '').join(''))
        .toBe('Filter the items that are done, then take their titles.');
});

test("AWS's client for IAM is served by its signature, and refused with a wrong one", async () => {
    const { CodeWhispererClient, GenerateRecommendationsCommand } = packages().iam;
    const recommend = (secretAccessKey: string): Promise<Record<string, unknown>> => new CodeWhispererClient({
        ...aws.config, maxAttempts: 1, credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey }
    }).send(new GenerateRecommendationsCommand(FILE));
    const { recommendations } = await recommend('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
    expect(recommendations).toHaveLength(1);
    const [name] = await refusalOf(recommend('a-wrong-one'));
    expect(name).toBe('AccessDeniedException');
});
