import type { ProfileProblem } from 'theia-aws-accounts/lib/common/connection/profile-problem';
import type { AwsFailure, AwsFailureReason, FileTrouble, ProcessTrouble } from 'theia-aws-accounts/lib/common/state/aws-accounts-error';
import type { StartPageRefusal } from 'theia-aws-accounts/lib/common/state/start-page-refusal';
import { readProcessOutput } from 'theia-aws-accounts/lib/node/credentials/source/process-output';

/** Names and values of others, without a letter that English has: a letter in a text is then one of the product's. */
export const NAME = '⟦1⟧';
export const OTHER = '⟦2⟧';
export const LOCATION = { file: `/${OTHER}/${NAME}`, line: 3 };

/** A new member of a union is one without a sample, and does not compile. */
export type Samples<U extends { readonly kind: string }> = { readonly [K in U['kind']]: readonly (Extract<U, { readonly kind: K }>)[] };

export function allOf<T>(samples: { readonly [kind: string]: readonly T[] }): T[] {
    return Object.values(samples).flat();
}

export const PROBLEMS: { readonly [K in ProfileProblem['kind']]: ProfileProblem } = {
    missingKey: { kind: 'missingKey', key: NAME },
    sourceProfileNotFound: { kind: 'sourceProfileNotFound', name: OTHER },
    sourceProfileCycle: { kind: 'sourceProfileCycle', names: [NAME, OTHER] },
    sourceProfileBroken: { kind: 'sourceProfileBroken', name: OTHER },
    ssoSessionNotFound: { kind: 'ssoSessionNotFound', name: OTHER },
    conflictingKeys: { kind: 'conflictingKeys', keys: [NAME, OTHER] },
    invalidValue: { kind: 'invalidValue', key: NAME, value: OTHER },
    valueGoesOn: { kind: 'valueGoesOn', key: NAME },
    unreadableName: { kind: 'unreadableName', name: NAME },
    builderIdHasNoAccounts: { kind: 'builderIdHasNoAccounts' },
    invalidEndpoint: { kind: 'invalidEndpoint', service: NAME },
    servicesNotFound: { kind: 'servicesNotFound', name: NAME },
    noCredentials: { kind: 'noCredentials' }
};
const PROCESS: Samples<ProcessTrouble> = {
    exited: [
        { kind: 'exited', code: 3, said: OTHER }, { kind: 'exited', code: 3, said: '' }, { kind: 'exited', said: OTHER },
        { kind: 'exited', said: '' }
    ],
    notStarted: [{ kind: 'notStarted', code: OTHER }],
    malformed: [malformed('<html>')]
};
const FILES: Samples<FileTrouble> = {
    encoding: [{ kind: 'encoding', name: OTHER }],
    twice: [{ kind: 'twice', line: 7 }],
    contended: [{ kind: 'contended' }]
};
const START_PAGES: Samples<StartPageRefusal> = {
    notADomain: [{ kind: 'notADomain', host: OTHER }],
    noRedirect: [{ kind: 'noRedirect', host: OTHER }],
    plainHttp: [{ kind: 'plainHttp', host: OTHER }],
    foreignHost: [{ kind: 'foreignHost', host: OTHER }],
    notAStartPage: [{ kind: 'notAStartPage', host: OTHER }]
};
const REASONS: { readonly [reason in AwsFailureReason]: readonly Partial<AwsFailure>[] } = {
    network: [], hostNotFound: [], connectionRefused: [], proxy: [], timedOut: [], tls: [], server: [], throttled: [],
    malformedResponse: [], signInRequired: [{ detail: 'ownSignIn' }], awsLoginRequired: [], registrationExpired: [], accessDenied: [],
    invalidCredentials: [], expiredCredentials: [], clockSkew: [{ clockSkewMs: 1_200_000 }, { clockSkewMs: -1_200_000 }],
    wrongRegion: [], invalidRequest: [{ about: 'profile' }, { about: 'fileEntry' }],
    startUrlRefused: allOf<StartPageRefusal>(START_PAGES).map(startPage => ({ startPage })), invalidScope: [], profileNotFound: [],
    profileInvalid: Object.values(PROBLEMS).map(problem => ({ problem })), invalidEndpoint: [{ detail: 'insecure' }],
    processFailed: allOf<ProcessTrouble>(PROCESS).map(process => ({ process })), credentialSourceEmpty: [], mfaRequired: [],
    fileUnreadable: [], fileUnwritable: [{ trouble: { kind: 'contended' } }],
    fileBroken: [
        { location: LOCATION }, ...allOf<FileTrouble>(FILES).map(trouble => ({ trouble, location: LOCATION, detail: trouble.kind }))
    ],
    connectionNotFound: [], internal: []
};

/** Every kind of failure that the product knows, with each of its variants. */
export const FAILURES: readonly AwsFailure[] = Object.entries(REASONS).flatMap(([reason, variants]) =>
    [{}, ...variants].map(variant => ({ reason: reason as AwsFailureReason, subject: NAME, ...variant })));

/** As the product reads it from a process: what it says is a word of the product. */
function malformed(output: string): Extract<ProcessTrouble, { readonly kind: 'malformed' }> {
    const read = readProcessOutput(output);
    if (read.kind !== 'malformed') {
        throw new Error(`The sample ${output} is one that is understood.`);
    }
    return read;
}
