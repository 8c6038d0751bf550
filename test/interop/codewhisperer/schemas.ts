import { TypeRegistry } from '@smithy/core/schema';
import { ServiceException } from '@smithy/core/client';
import type { StaticErrorSchema, StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';

/**
 * The operations of CodeWhisperer as its models describe them, as far as they are used here, in the form of AWS's SDK: its serializer
 * writes no member that a schema does not have, and its deserializer reads none.
 */
const NAMESPACE = 'com.amazonaws.codewhisperer';

/** Simple types: text, a number, a moment as seconds since the epoch. */
const [TEXT, NUMBER, MOMENT] = [0, 1, 4] as const;

const struct = (name: string, members: Readonly<Record<string, unknown>>): StaticStructureSchema =>
    [3, NAMESPACE, name, 0, Object.keys(members), Object.values(members)] as StaticStructureSchema;
const list = (name: string, of: StaticStructureSchema): StaticListSchema => [1, NAMESPACE, name, 0, of];
const operation = (name: string, input: StaticStructureSchema, output: StaticStructureSchema): StaticOperationSchema =>
    [9, NAMESPACE, name, 0, input, output];

const LANGUAGE = struct('ProgrammingLanguage', { languageName: TEXT });
const FILE_CONTEXT = struct('FileContext', {
    leftFileContent: TEXT, rightFileContent: TEXT, filename: TEXT, programmingLanguage: LANGUAGE
});
const COMPLETION = struct('Completion', { content: TEXT });
const PROFILE = struct('Profile', { arn: TEXT, profileName: TEXT });
const DECISION = struct('UserTriggerDecisionEvent', {
    sessionId: TEXT, requestId: TEXT, programmingLanguage: LANGUAGE, completionType: TEXT, suggestionState: TEXT,
    recommendationLatencyMilliseconds: NUMBER, timestamp: MOMENT
});

export const OPERATIONS = {
    GenerateCompletions: operation(
        'GenerateCompletions', struct('GenerateCompletionsRequest', { fileContext: FILE_CONTEXT, maxResults: NUMBER, profileArn: TEXT }),
        struct('GenerateCompletionsResponse', { completions: list('Completions', COMPLETION), nextToken: TEXT })
    ),
    ListAvailableProfiles: operation(
        'ListAvailableProfiles', struct('ListAvailableProfilesRequest', { maxResults: NUMBER, nextToken: TEXT }),
        struct('ListAvailableProfilesResponse', { profiles: list('Profiles', PROFILE), nextToken: TEXT })
    ),
    SendTelemetryEvent: operation(
        'SendTelemetryEvent',
        struct('SendTelemetryEventRequest', {
            telemetryEvent: struct('TelemetryEvent', { userTriggerDecisionEvent: DECISION }), profileArn: TEXT
        }),
        struct('SendTelemetryEventResponse', {})
    ),
    GenerateRecommendations: operation(
        'GenerateRecommendations', struct('GenerateRecommendationsRequest', { fileContext: FILE_CONTEXT, maxResults: NUMBER }),
        struct('GenerateRecommendationsResponse', { recommendations: list('Recommendations', COMPLETION), nextToken: TEXT })
    )
} as const;

/** The errors that the model has; whatever else is answered becomes an error of no class. */
export const ERRORS = TypeRegistry.for(NAMESPACE);

for (const name of ['AccessDeniedException', 'ValidationException', 'ThrottlingException']) {
    class ModelledError extends ServiceException {
        constructor(options: ConstructorParameters<typeof ServiceException>[0]) {
            super({ ...options, name, $fault: 'client' });
        }
    }
    const schema: StaticErrorSchema = [-3, NAMESPACE, name, { error: 'client' }, ['message', 'reason'], [TEXT, TEXT]];
    ERRORS.registerError(schema, ModelledError);
}

export { NAMESPACE };
