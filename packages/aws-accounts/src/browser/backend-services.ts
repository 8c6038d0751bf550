/** This window's proxy of its `AwsAccountsServer`. */
export const AwsAccountsServerProxy = Symbol('AwsAccountsServerProxy');
