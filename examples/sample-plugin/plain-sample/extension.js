// @ts-check
const vscode = require('vscode');

const greet = (name = 'world') => `Hello, ${name}`;

exports.activate = context => {
    context.subscriptions.push(
        vscode.commands.registerCommand('plain-sample.greet', name => vscode.commands.executeCommand('plain-sample.greetLocally', name)),
        vscode.commands.registerCommand('plain-sample.greetLocally', greet)
    );
};
