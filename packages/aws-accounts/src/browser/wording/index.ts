export {
    SEPARATOR, accountOf, connectionAtStart, connectionDetail, connectionInText, connectionKindText, connectionName, connectionShortName,
    connectionTitle, consoleText, environmentInText, environmentName, locationText, roleOf
} from './connection/connection-wording';
export { profileSourceText } from './connection/profile-source-wording';
export { developerProfilePlace, developerProfileText } from './connection/developer-profile-text';
export { countdownText } from './text/duration-wording';
export { callsEndpointText, endpointText, profileEndpointText, signInEndpointText } from './connection/endpoint-wording';
export { failureText } from './failure/failure-wording';
export { openFileAction } from './failure/failure-action';
export type { SuggestedAction } from './failure/failure-action';
export { platformText } from './connection/platform-wording';
export { Labels } from './text/labels';
export { problemText } from './failure/problem-wording';
export { noProductionText, productionText } from './connection/production-wording';
export { refusalFacts, refusedText } from './connection/refusal-wording';
export { regionOriginText, regionText } from './connection/region-wording';
export { spelledText } from './text/spelled-text';
export { stateText, timeLeftChangesInMs, timeLeftText } from './connection/state-wording';
export {
    awsServicesName, inUseShortText, inUseText, methodsText, pinnedText, servicesText, useInvitation, useName
} from './connection/use-wording';
