/**
 * The language of both halves: connections, their states, requirements and verdicts, failures. Plain JSON and pure functions.
 *
 * @module theia-aws-accounts/lib/common
 */
export type { AssignedAccount } from './connection/assigned-role';
export { AwsAccountsError, AwsFailure } from './state/aws-accounts-error';
export type { AwsFailureReason, FileTrouble, ProcessTrouble } from './state/aws-accounts-error';
export { AwsAccountsPreferences } from './sign-in/aws-accounts-preferences';
export type { WhenSwitchingMethod } from './sign-in/aws-accounts-preferences';
export { AwsAccountsSnapshot } from './snapshot/aws-accounts-snapshot';
export type { ConnectionEntry, SharedConfigFile, SharedConfigFiles, TokenUse } from './snapshot/aws-accounts-snapshot';
export { AwsConnection } from './connection/aws-connection';
export type {
    AwsConnectionId, BuilderIdConnection, EnvironmentOrigin, IamProfileConnection, IamProfileSource, IdentityCenterConnection,
    ProductionMark, TokenConnection
} from './connection/aws-connection';
export type { ProfileRegion } from './connection/profile-region';
export type { ProfileProblem } from './connection/profile-problem';
export { AwsEffect } from './requirement/aws-effect';
export { AwsPartitions } from './region/aws-partitions';
export type { AwsPartition } from './region/aws-partitions';
export { AwsRegion } from './region/aws-region';
export { AwsRequirement } from './requirement/aws-requirement';
export type { EitherRequirement } from './requirement/aws-requirement';
export type { AwsVerdict } from './requirement/aws-verdict';
export type { IamRequirement, SimpleRequirement, TokenRequirement } from './requirement/simple-requirement';
export { AwsRequirementDeclaration } from './requirement/aws-requirement-declaration';
export type { BrokenDeclaration, ReadDeclarations } from './requirement/aws-requirement-declaration';
export { AwsScopes } from './token-service/aws-scopes';
export type { ToolEnvironment, ToolIdentity, ToolVariables } from './protocol/aws-tools-protocol';
export type { ConfiguredEndpoint, ConfiguredEndpoints } from './connection/configured-endpoint';
export { CallerIdentity, ConnectionState } from './state/connection-state';
export type { ConnectionStateKind } from './state/connection-state';
export { AwsUse } from './token-service/connection-use';
export type { ConnectionUses } from './token-service/connection-use';
export { DeveloperProfile } from './token-service/developer-profile';
export type { DeveloperProfileGap, DeveloperProfileListing } from './token-service/developer-profile';
export { Pin } from './connection/pin';
export type { ProfileMark, ProfileMarks } from './connection/profile-marks';
export { RequirementMismatch } from './requirement/requirement-mismatch';
export type { ServiceRefusal } from './token-service/service-refusal';
export { SignInTarget } from './sign-in/sign-in';
export type { SignInRequest } from './sign-in/sign-in';
export type { SourceLocation } from './value/source-location';
export { ProductTokenServices, TokenServices } from './token-service/token-services';
export type { TokenMethod, TokenService, TokenServiceId, TokenServiceProfiles } from './token-service/token-service';
export type { TokenServiceHere } from './token-service/token-services';
export type {
    TokenServiceHost, TokenServiceHostRule, TokenServicePlatform, TokenServicePlatformRule
} from './token-service/token-service-platform';
