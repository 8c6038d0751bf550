/** This window's proxy of its `AwsAccountsServer`. */
export const AwsAccountsServerProxy = Symbol('AwsAccountsServerProxy');

/** This window's proxy of its `AwsProfilesServer`. */
export const AwsProfilesServerProxy = Symbol('AwsProfilesServerProxy');

/** This window's proxy of its `AssignedRolesServer`. */
export const AssignedRolesServerProxy = Symbol('AssignedRolesServerProxy');

/** This window's proxy of the backend's `AwsDiagnosis`. */
export const AwsDiagnosisProxy = Symbol('AwsDiagnosisProxy');

/** This window's proxy of the `AwsToolsServer`. */
export const AwsToolsServerProxy = Symbol('AwsToolsServerProxy');
