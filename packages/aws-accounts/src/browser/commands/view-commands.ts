/** Ids of the commands that belong to the view itself. */
export namespace ViewCommandIds {
    export const TOGGLE = 'aws.accounts.toggleView';
    /** Commands of the toolbar; their argument is the widget. */
    export const TOOLBAR_SIGN_IN = 'aws.accounts.view.signIn';
    export const TOOLBAR_REFRESH = 'aws.accounts.view.refresh';
    export const TOOLBAR_FILTER = 'aws.accounts.view.filter';
}
