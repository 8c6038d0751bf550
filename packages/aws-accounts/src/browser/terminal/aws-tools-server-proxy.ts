/** This window's proxy of the `AwsToolsServer`. */
export const AwsToolsServerProxy = Symbol('AwsToolsServerProxy');
