/**
 * Public API for backend code of other Theia extensions.
 *
 * @module theia-aws-accounts/lib/node
 */
export { AwsConnectionProviders, BearerToken } from './connection-providers';
export type { FeedReceiver } from './feed/connection-feed';
export type { EndpointOptions } from './http/service-endpoints';
