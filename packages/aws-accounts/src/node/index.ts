/** Public API for backend code of other Theia extensions. */
export { AwsConnectionProviders, BearerToken } from './connection-providers';
export type { EndpointOptions } from './http/service-endpoints';
