export * from './aws-sign-in-emulator';
export type { Fault } from './fault-plan';
export * from './organisation/organisation';
export * from './organisation/sample-organisation';
export type { EmulatorSettings } from './settings';
