/**
 * Public API for browser code of other Theia extensions.
 *
 * @module theia-aws-accounts/lib/browser
 */
export { AwsAccountsFrontend, ConnectedHandler } from './aws-accounts-frontend';
export { AwsAccountsModel } from './connection/aws-accounts-model';
export { AwsAccountsCommands } from './commands/aws-accounts-commands';
export { EnsureOptions } from './guard/requirement-meeting';
export { AwsRequirementContribution, AwsRequirementRegistry } from './guard/declaration/aws-requirement-registry';
export { DeclarationOptions } from './guard/declaration/command-requirements';
export { GuardCancelled, ProductionUnconfirmed, RequirementNotMet } from './guard/guard-errors';
export { LiteralMessages } from './literal/literal-messages';
export { LiteralQuickInput } from './literal/literal-quick-input';
export { ActiveEnvironment, ActiveProfileVariables } from './terminal/active-profile-variables';
export * from '../common';
