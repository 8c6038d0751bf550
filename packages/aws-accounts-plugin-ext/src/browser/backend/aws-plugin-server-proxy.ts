/** This window's proxy of its `AwsPluginServer`. */
export const AwsPluginServerProxy = Symbol('AwsPluginServerProxy');
