// @ts-check
const vscode = require('vscode');
const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');

/** The API exists only in an IDE with the bridge; elsewhere this extension would offer less. */
/** @type {import('theia-aws-accounts-plugin-ext').AwsAccountsApi} */
const aws = require('theia-aws-accounts-plugin-ext');

const SCOPES = ['codewhisperer:completions'];
let counted = 0;
let changes = 0;

/** Guarded by the manifest. The client gets a provider, not keys: it asks again when they run out, and is refused once the person has taken the permission back. */
async function whoAmI() {
    const profile = await aws.requireIam({ command: 'Who Am I in AWS' });
    const client = new STSClient({ region: profile.region, credentials: aws.credentialProvider(profile) });
    const { Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
    void vscode.window.showInformationMessage(`AWS says: ${arn}`);
    return arn;
}

/** Guarded by the manifest, and has nothing to do with AWS: it shows how often it ran. Gets a number, or a row of the view. */
function countOrders(by) {
    counted += typeof by === 'number' ? by : by?.orders ?? 1;
    return counted;
}

/** Not guarded, but runs a command that is, inside the plugin host. */
function countOnce() {
    return vscode.commands.executeCommand('aws-plugin-sample.countOrders', 1);
}

/** A guarded command of the IDE: the person is asked as if they had run it themselves. */
function invokeLambda(invocation = { functionName: 'hello-world' }) {
    return vscode.commands.executeCommand('aws.sample.invokeLambda', invocation);
}

/** Two rows: one with an inline action, and one that runs a command with an argument when it is clicked. */
const orders = {
    getChildren: row => row ? [] : [{ label: 'Three orders', orders: 3 }, { label: 'Seven orders', orders: 7 }],
    getTreeItem: ({ label, orders: by }) => by === 3
        ? { label, contextValue: 'countable' }
        : { label, command: { command: 'aws-plugin-sample.countOrders', title: 'Count Orders', arguments: [by] } }
};

/** Two lenses, without and with an argument. */
const lenses = {
    provideCodeLenses: () => [
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { command: 'aws-plugin-sample.countOrders', title: 'Count one order' }),
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { command: 'aws-plugin-sample.countOrders', title: 'Count ten orders', arguments: [10] })
    ]
};

/** An entry in the status bar, for products that want one: it is no part of what the demo shows. */
function showCounter() {
    if (!vscode.workspace.getConfiguration('aws-plugin-sample').get('showInStatusBar')) {
        return { dispose: () => undefined };
    }
    const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
    item.text = 'Count Orders';
    item.command = 'aws-plugin-sample.countOrders';
    item.show();
    return item;
}

/** Not guarded, but runs a command that is, inside the plugin host. */
async function countTwice() {
    await vscode.commands.executeCommand('aws-plugin-sample.countOrders', 1);
    return vscode.commands.executeCommand('aws-plugin-sample.countOrders', 1);
}

/** Any extension can do this without knowing of the API. What it gets opens nothing: `accessToken` is the id of the connection. */
function session(options = { createIfNone: true }) {
    return vscode.authentication.getSession('aws-builder-id', SCOPES, options);
}

/** Never shows the token itself. */
async function token(connection) {
    const { token: text, expiration } = await aws.tokenProvider(connection, SCOPES)();
    return { received: text.length > 0, lasts: expiration.getTime() > Date.now() };
}

async function overview() {
    await aws.ready;
    return { uses: aws.uses, connections: aws.connections, counted, changes };
}

exports.activate = context => {
    const commands = { whoAmI, countOrders, countOnce, countTwice, invokeLambda, session, token, overview };
    for (const [name, run] of Object.entries(commands)) {
        context.subscriptions.push(vscode.commands.registerCommand(`aws-plugin-sample.${name}`, run));
    }
    context.subscriptions.push(
        vscode.window.registerTreeDataProvider('aws-plugin-sample.orders', orders),
        vscode.languages.registerCodeLensProvider({ pattern: '**/orders.txt' }, lenses),
        showCounter()
    );
    context.subscriptions.push(aws.onDidChange(() => { changes += 1; }));
};
