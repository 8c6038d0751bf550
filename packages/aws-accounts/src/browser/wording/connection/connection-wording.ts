import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { SourceLocation } from '../../../common/value/source-location';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { callerRole } from './caller-role';
import { productionText } from './production-wording';
import { regionText } from './region-wording';

/** Between the parts of a line that describes a connection. */
export const SEPARATOR = ' · ';

/** Name of a connection, the same everywhere. */
export function connectionName(connection: AwsConnection): string {
    if (AwsConnection.isEnvironment(connection)) {
        return environmentName();
    }
    return connection.kind === 'builderId' ? connectionKindText(connection.kind) : connection.name;
}

/** Method and name, to be heard or read on their own. */
export function connectionTitle(connection: AwsConnection): string {
    if (AwsConnection.isEnvironment(connection)) {
        return nls.localize('theia/aws-accounts/kind/environmentTitle', 'IAM credentials of the backend\'s environment');
    }
    return connection.kind === 'builderId' ? connectionName(connection) : `${connectionKindText(connection.kind)} ${connection.name}`;
}

/** Name of a connection within a sentence: the environment of the backend is no name. */
export function connectionInText(connection: AwsConnection): string {
    return AwsConnection.isEnvironment(connection) ? environmentInText() : connectionName(connection);
}

/** Name of the row of the backend's environment among the profiles. */
export function environmentName(): string {
    return nls.localize('theia/aws-accounts/kind/environment', 'Environment');
}

/** The connection for what the environment of the backend says, within a sentence. */
export function environmentInText(): string {
    return nls.localize('theia/aws-accounts/kind/environmentInText', 'the backend\'s environment');
}

/** The name of a connection where a sentence begins. */
export function connectionAtStart(connection: AwsConnection): string {
    return AwsConnection.isEnvironment(connection)
        ? nls.localize('theia/aws-accounts/kind/environmentAtStart', 'The backend\'s environment')
        : connectionName(connection);
}

/** The method of authentication. */
export function connectionKindText(kind: AwsConnection['kind']): string {
    switch (kind) {
        case 'builderId':
            return nls.localize('theia/aws-accounts/kind/builderId', 'AWS Builder ID');
        case 'identityCenter':
            return nls.localize('theia/aws-accounts/kind/identityCenter', 'IAM Identity Center');
        case 'iamProfile':
            return nls.localize('theia/aws-accounts/kind/iamProfile', 'IAM profile');
    }
}

/**
 * The target of a connection: `account · role · region` for a profile, after a word for production; `portal · region` for IAM Identity
 * Center, empty for Builder ID. A role or user that is called like its profile is not told once more.
 */
export function connectionDetail(entry: ConnectionEntry): string {
    const { connection } = entry;
    switch (connection.kind) {
        case 'builderId':
            return '';
        case 'identityCenter':
            return [portalText(connection.startUrl), connection.region].join(SEPARATOR);
        case 'iamProfile':
            return [productionText(connection), accountOf(entry), otherThan(connection.name, roleOf(entry)), regionText(connection.region)]
                .filter(part => part !== undefined).join(SEPARATOR);
    }
}

function otherThan(name: string, role: string | undefined): string | undefined {
    return role === name ? undefined : role;
}

/** The account that AWS confirmed, or else the one the files name. */
export function accountOf({ connection, state }: ConnectionEntry): string | undefined {
    const named = connection.kind === 'iamProfile' ? connection.accountId : undefined;
    return state.kind === 'connected' ? state.identity.accountId : named;
}

/** The role (or user) of a connection: what the files name, or else what the confirmed identity says. */
export function roleOf({ connection, state }: ConnectionEntry): string | undefined {
    const named = connection.kind === 'iamProfile' ? connection.roleName : undefined;
    return named ?? (state.kind === 'connected' ? callerRole(state.identity.arn) : undefined);
}

/** A start URL as people know it: `d-1234567890` of `https://d-1234567890.awsapps.com/start`, or else the URL without its scheme. */
export function portalText(startUrl: string): string {
    return /^https:\/\/([^./]+)\.awsapps\.(?:com|cn)\/start\/?$/i.exec(startUrl)?.[1] ?? startUrl.replace(/^https?:\/\//i, '');
}

/** A place in a file, in short: `config:31`. */
export function locationText({ file, line }: SourceLocation): string {
    return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}:${line}`;
}

/** The name where there is little room: `Builder ID` for `AWS Builder ID`. */
export function connectionShortName(connection: AwsConnection): string {
    return connection.kind === 'builderId'
        ? nls.localize('theia/aws-accounts/kind/builderIdShort', 'Builder ID')
        : connectionName(connection);
}

/** The name of the console sign-in. */
export function consoleText(): string {
    return nls.localize('theia/aws-accounts/connection/console', 'AWS Management Console');
}
