/** Public API for backend code of other Theia extensions. */
export { AwsConnectionProviders, BearerToken } from './connection-providers';
