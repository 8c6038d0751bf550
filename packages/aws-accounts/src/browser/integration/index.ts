/**
 * For packages that are released together with this one, such as the bridge to VS Code extensions. All others find the names that are kept
 * stable in `lib/browser`.
 */
export { OwnCommand } from '../commands/own-command';
export { Clock } from '../time/clock';
export { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
export { AwsGuard } from '../guard/aws-guard';
export { GuardedCalls } from '../guard/guarded-calls';
export { RequirementMeeting } from '../guard/requirement-meeting';
export { AWS_ACCOUNTS_CONTEXT_MENU } from '../view/tree/row-context-menu';
export { connectionDetail, connectionKindText, connectionName } from '../wording';
export { Confirmation, ConfirmationPrompt } from '../modal/confirmation-dialog';
