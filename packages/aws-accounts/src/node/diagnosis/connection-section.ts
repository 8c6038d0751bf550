import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { SourceLocation } from '../../common/value/source-location';
import { AwsConnection } from '../../common/connection/aws-connection';
import { ProfileRegion } from '../../common/connection/profile-region';
import { ProfileProblem } from '../../common/connection/profile-problem';
import { ConnectionState } from '../../common/state/connection-state';
import { redact } from '../http/redaction';
import type { DiagnosisLine, DiagnosisSection } from './diagnosis-text';

const KINDS: { readonly [kind in AwsConnection['kind']]: string } = {
    builderId: 'AWS Builder ID',
    identityCenter: 'IAM Identity Center',
    iamProfile: 'IAM profile'
};

const REGION_ORIGINS: { readonly [origin in ProfileRegion['origin']]: string } = {
    profile: 'from the profile',
    environment: 'from the environment',
    default: 'a default, nothing names one',
    chosen: 'chosen in the IDE'
};

/** Section of a diagnosis about a connection and its failure. Pure. */
export function connectionSection({ connection, state }: ConnectionEntry, now: number): DiagnosisSection {
    const current = ConnectionState.at(state, now);
    return {
        title: 'Connection',
        lines: [
            ['Kind', KINDS[connection.kind]],
            ['Name', connection.kind === 'builderId' ? undefined : connection.name],
            ['State', words(current.kind)],
            ...problemLines(AwsConnection.problem(connection)),
            ...(connection.kind === 'iamProfile' ? profileLines(connection) : portalLines(connection)),
            [
                'Account',
                current.kind === 'connected'
                    ? current.identity.accountId
                    : connection.kind === 'iamProfile'
                      ? connection.accountId
                      : undefined
            ]
        ]
    };
}

/** Reason why something failed, as a person was told or as the connection's state says. Pure. */
export function failureSection(failure: AwsFailure): DiagnosisSection {
    const { reason, subject, location, clockSkewMs, requestId } = failure;
    const lines: DiagnosisLine[] = [
        ['Class', words(reason)],
        ['About', subject],
        ...detailLines(failure),
        ['Where', location && placeText(location)],
        ['Clock of this machine', clockSkewMs === undefined ? undefined : clockText(clockSkewMs)],
        ['Request id', requestId],
        ...problemLines(failure.problem)
    ];
    return { title: 'Failure', lines };
}

/** AWS's words are redacted. Those of a program of the person are left out, since they may be as short as a password. */
function detailLines({ reason, detail = '', process }: AwsFailure): DiagnosisLine[] {
    if (reason !== 'processFailed') {
        return [['The other side said', redact(detail)]];
    }
    switch (process?.kind) {
        case 'exited':
            return [
                ['The process ended with', process.code === undefined ? 'a signal' : String(process.code)],
                ['What it printed', 'left out']
            ];
        case 'notStarted':
            return [['The process was not started', process.code]];
        case 'malformed':
            return [['The process printed no credentials', process.problem]];
        case undefined:
            return [];
    }
}

/** Values of settings are left out: what stands at the wrong place may be a secret. */
function problemLines(problem: ProfileProblem | undefined): DiagnosisLine[] {
    if (problem === undefined) {
        return [];
    }
    return [
        ['Problem', `${words(problem.kind)} ${aboutOf(problem)}`.trim()],
        ['Problem at', problem.location && placeText(problem.location)]
    ];
}

function aboutOf(problem: ProfileProblem): string {
    if ('key' in problem) {
        return problem.key;
    }
    return 'keys' in problem
        ? problem.keys.join(', ')
        : 'names' in problem
          ? problem.names.join(', ')
          : 'name' in problem
            ? problem.name
            : '';
}

function profileLines({ source, region, sourceProfile, needsMfa, locations }: AwsConnection & { kind: 'iamProfile' }): DiagnosisLine[] {
    return [
        ['Credentials', words(source)],
        ['Through profile', sourceProfile],
        ['Multi-factor authentication', needsMfa ? 'yes' : undefined],
        ['Region', `${regionText(region.name)} (${REGION_ORIGINS[region.origin]})`],
        ['Defined in', locations.map(placeText).join(', ')]
    ];
}

function portalLines(connection: Exclude<AwsConnection, { kind: 'iamProfile' }>): DiagnosisLine[] {
    return [
        ['Start URL', connection.startUrl],
        ['Region', regionText(connection.region)],
        ['Defined in', connection.kind === 'identityCenter' && connection.location ? placeText(connection.location) : undefined]
    ];
}

/** A region, and nothing that somebody put in its place. */
function regionText(name: string): string {
    return /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/.test(name) ? name : 'not the name of a region';
}

function clockText(clockSkewMs: number): string {
    return `${Math.round(Math.abs(clockSkewMs) / 1000)} seconds ${clockSkewMs > 0 ? 'ahead of' : 'behind'} AWS`;
}

function placeText({ file, line }: SourceLocation): string {
    return `${file}:${line}`;
}

/** `notConnected` as a person reads it. */
function words(name: string): string {
    return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
