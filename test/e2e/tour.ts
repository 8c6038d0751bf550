import { CONFIG, CREDENTIALS } from './home-folder';
import type { Ide } from './ide';
import type { IdeWindow } from './ide-window';
import { visitConsents, visitProfiles, visitQuestions } from './tour-questions';
import { visitConsole, visitSignIns } from './tour-sign-ins';
import type { Look } from './tour-stops';
import type { WrittenExtension } from './written-extension';

const PROFILES = `${CONFIG}
[profile careful]
region = eu-central-1
mfa_serial = arn:aws:iam::777788889999:mfa/careful

[profile work]
region = eu-central-1
login_session = arn:aws:iam::111122223333:user/dev
`;
const KEYS = `${CREDENTIALS}
[careful]
aws_access_key_id = AKIAJQ6MFAUSEREXAMPL
aws_secret_access_key = ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0
`;

/** One asks for a session with the person's consent, the other for a token that opens nothing else. */
export const ASKING_EXTENSIONS: readonly WrittenExtension[] = [{
    name: 'asker', runsIn: 'pluginHost', script: `
const vscode = require('vscode');
const aws = require('theia-aws-accounts-plugin-ext');
exports.activate = () => {
    vscode.commands.registerCommand('asker.session', options =>
        vscode.authentication.getSession(
            'aws-iam-identity-center', ['sso:account:access', 'codewhisperer:completions'], options).then(() => 'given'));
    vscode.commands.registerCommand('asker.requireToken', () => aws.requireToken(['codewhisperer:completions']).then(({ id }) => id));
};`
}];

/** Writes the files of a home folder in which all that a tour visits is there. */
export function furnish({ home }: Ide): void {
    home.write('.aws/config', PROFILES);
    home.write('.aws/credentials', KEYS);
}

/** The stops of a person who signs in, is asked, adds a profile: by ids and names of fields, so that they are the same in each language. */
export interface Tour {
    readonly name: string;
    readonly visit: (ide: Ide, window: IdeWindow, look: Look) => Promise<void>;
}

export const TOURS: readonly Tour[] = [
    { name: 'sign-ins that end, and start URLs', visit: visitSignIns },
    { name: 'the sign-in to the console', visit: visitConsole },
    { name: 'codes, choices and questions', visit: visitQuestions },
    { name: 'forms and questions about profiles', visit: visitProfiles },
    { name: 'consents to extensions', visit: visitConsents }
];
