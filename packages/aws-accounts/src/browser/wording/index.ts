export {
    SEPARATOR, accountOf, connectionAtStart, connectionDetail, connectionInText, connectionKindText, connectionName, connectionShortName,
    connectionTitle, consoleText, environmentInText, environmentName, locationText, profileSourceText, roleOf
} from './connection-wording';
export { developerProfilePlace, developerProfileText } from './developer-profile-text';
export { countdownText } from './duration-wording';
export { callsEndpointText, endpointText, profileEndpointText, signInEndpointText } from './endpoint-wording';
export { failureText, openFileAction } from './failure-wording';
export type { SuggestedAction } from './failure-wording';
export { hostText } from './host-wording';
export { Labels } from './labels';
export { problemText } from './problem-wording';
export { noProductionText, productionText } from './production-wording';
export { refusalFacts, refusedText } from './refusal-wording';
export { regionOriginText, regionText } from './region-wording';
export { spelledText } from './spelled-text';
export { stateText, timeLeftChangesInMs, timeLeftText } from './state-wording';
export { awsServicesName, inUseShortText, inUseText, methodsText, pinnedText, servicesText, useInvitation, useName } from './use-wording';
