/**
 * The language of both halves: connections, their states, requirements and verdicts, failures. Plain JSON and pure functions.
 *
 * @module theia-aws-accounts/lib/common
 */
export type { AssignedAccount } from './assigned-role';
export { AwsAccountsError, AwsFailure } from './aws-accounts-error';
export type { AwsFailureReason, FileTrouble, ProcessTrouble } from './aws-accounts-error';
export { AwsAccountsPreferences } from './aws-accounts-preferences';
export type { WhenSwitchingMethod } from './aws-accounts-preferences';
export { AwsAccountsSnapshot } from './aws-accounts-snapshot';
export type { ConnectionEntry, SharedConfigFile, SharedConfigFiles, TokenUse } from './aws-accounts-snapshot';
export { AwsConnection } from './aws-connection';
export type {
    AwsConnectionId, BuilderIdConnection, EnvironmentOrigin, IamProfileConnection, IamProfileSource, IdentityCenterConnection,
    ProductionMark, ProfileProblem, ProfileRegion, TokenConnection
} from './aws-connection';
export { AwsEffect } from './aws-effect';
export { AwsPartitions } from './aws-partitions';
export type { AwsPartition } from './aws-partitions';
export { AwsRegion } from './aws-region';
export { AwsRequirement } from './aws-requirement';
export type { AwsVerdict, EitherRequirement, SimpleRequirement, TokenRequirement } from './aws-requirement';
export { AwsRequirementDeclaration } from './aws-requirement-declaration';
export type { BrokenDeclaration, ReadDeclarations } from './aws-requirement-declaration';
export { AwsScopes } from './aws-scopes';
export type { ToolEnvironment, ToolIdentity } from './aws-tools-protocol';
export type { ConfiguredEndpoint, ConfiguredEndpoints } from './configured-endpoint';
export { CallerIdentity, ConnectionState } from './connection-state';
export type { ConnectionStateKind } from './connection-state';
export { AwsUse } from './connection-use';
export type { ConnectionUses } from './connection-use';
export { DeveloperProfile } from './developer-profile';
export type { DeveloperProfileGap, DeveloperProfileListing } from './developer-profile';
export type { IamRequirement } from './iam-requirement';
export { Pin } from './pin';
export type { ProfileMark, ProfileMarks } from './profile-marks';
export { RequirementMismatch } from './requirement-mismatch';
export type { ServiceRefusal } from './service-refusal';
export { SignInTarget } from './sign-in';
export type { SignInRequest } from './sign-in';
export type { SourceLocation } from './source-location';
export { ProductTokenServices, TokenServices } from './token-service';
export type { TokenMethod, TokenService, TokenServiceHere, TokenServiceId, TokenServiceProfiles } from './token-service';
export type { TokenServiceHost, TokenServiceHostRule } from './token-service-host';
