/** Below the root of the application, followed by a ticket. */
export const CONSOLE_PATH = '/aws-accounts/console';
