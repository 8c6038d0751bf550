/**
 * The language of both halves: connections, their states, requirements and verdicts, failures. Plain JSON and pure functions.
 *
 * @module theia-aws-accounts/lib/common
 */
export * from './assigned-role';
export * from './assigned-roles-protocol';
export * from './aws-accounts-catalogue';
export * from './aws-accounts-error';
export * from './aws-accounts-preferences';
export * from './aws-accounts-protocol';
export * from './aws-accounts-snapshot';
export * from './aws-accounts-status';
export * from './aws-connection';
export * from './aws-effect';
export * from './aws-partitions';
export * from './aws-region';
export * from './aws-profiles-protocol';
export * from './aws-requirement';
export * from './aws-requirement-declaration';
export * from './aws-scopes';
export * from './aws-tools-protocol';
export * from './command-pattern';
export * from './configured-endpoint';
export * from './connection-state';
export * from './connection-use';
export * from './foreign-requirements';
export * from './developer-profile';
export * from './developer-profiles-protocol';
export * from './iam-requirement';
export * from './json-value';
export * from './mfa';
export * from './pin';
export * from './profile-draft';
export * from './profile-marks';
export * from './profile-change';
export * from './requirement-mismatch';
export * from './role-profile';
export * from './service-refusal';
export * from './session-end-notice';
export * from './sign-in';
export * from './sign-in-flow';
export * from './sign-in-preferences';
export * from './start-page';
export * from './start-page-refusal';
export * from './start-url';
export * from './token-service';
export * from './token-service-host';
