export { AwsSignInEmulator } from './aws-sign-in-emulator';
export type { EmulatorOptions } from './aws-sign-in-emulator';
export type { LoggedRequest } from './control/emulator-controls';
export type { Fault } from './faults/fault-plan';
export type { AssignedAccount, AssumableRole, Directory, IamUser, Organisation } from './organisation/organisation';
export { largeOrganisation, sampleOrganisation } from './organisation/sample-organisation';
export type { EmulatorSettings } from './state/emulator-settings';
