/** This window's proxy of its `AwsAccountsRemote`, as it answers over the wire. */
export const AwsAccountsRemoteProxy = Symbol('AwsAccountsRemoteProxy');

/** This window's `AwsAccountsServer`, which answers with snapshots. */
export const AwsAccountsServerProxy = Symbol('AwsAccountsServerProxy');

/** This window's proxy of its `AwsProfilesServer`. */
export const AwsProfilesServerProxy = Symbol('AwsProfilesServerProxy');

/** This window's proxy of its `AssignedRolesServer`. */
export const AssignedRolesServerProxy = Symbol('AssignedRolesServerProxy');

/** This window's proxy of its `DeveloperProfilesServer`. */
export const DeveloperProfilesServerProxy = Symbol('DeveloperProfilesServerProxy');

/** This window's proxy of the backend's `AwsDiagnosis`. */
export const AwsDiagnosisProxy = Symbol('AwsDiagnosisProxy');

/** This window's proxy of the `AwsToolsServer`. */
export const AwsToolsServerProxy = Symbol('AwsToolsServerProxy');
