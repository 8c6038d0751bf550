import { AwsAccountsCommands, AwsAccountsSnapshot, AwsConnection } from 'theia-aws-accounts/lib/browser';
import { SampleCommands } from '../sample-commands';

/** One thing to try in the demo. */
export interface WelcomeStep {
    readonly id: 'signIn' | 'guard' | 'role' | 'production';
    readonly title: string;
    readonly text: string;
    /** Label of the button, which runs `command`. */
    readonly action: string;
    readonly command: string;
    readonly args: readonly unknown[];
    /** Recognizes from the snapshot that the step was taken. */
    isTaken(snapshot: AwsAccountsSnapshot): boolean;
}

export const WELCOME_STEPS: readonly WelcomeStep[] = [
    {
        id: 'signIn',
        title: 'Sign in to CodeWhisperer',
        text: 'Use AWS Builder ID. The sign-in page belongs to an emulator in the place of AWS: approve there, no account is needed.',
        action: 'Sign In',
        command: AwsAccountsCommands.SIGN_IN.id,
        args: [AwsConnection.BUILDER_ID],
        isTaken: snapshot => AwsAccountsSnapshot.inUse(snapshot, 'codeWhisperer')?.state.kind === 'signedIn'
    },
    {
        id: 'guard',
        title: 'Run a command that needs IAM credentials',
        text: 'Before it runs, one alert asks for a profile and says what happens to CodeWhisperer. Choose dev, and stay connected.',
        action: 'Invoke Lambda Function',
        command: SampleCommands.INVOKE_LAMBDA.id,
        args: [{ functionName: 'hello-world', payload: { items: [] } }],
        isTaken: snapshot => AwsAccountsSnapshot.inUse(snapshot, 'awsServices')?.state.kind === 'connected'
    },
    {
        id: 'role',
        title: 'Use a role of an organization',
        text: 'Sign in to corp, open the account Sandbox below it in the AWS Accounts view, and use one of its roles.',
        action: 'Sign In to corp',
        command: AwsAccountsCommands.SIGN_IN.id,
        args: ['sso-session:corp'],
        isTaken: snapshot => {
            const used = AwsAccountsSnapshot.inUse(snapshot, 'awsServices')?.connection;
            return used?.kind === 'iamProfile' && used.ssoSession !== undefined && used.roleName !== undefined;
        }
    },
    {
        id: 'production',
        title: 'Protect production',
        text: 'Mark a profile as production in its context menu, use it, and invoke the function again: a change names the account first.',
        action: 'Show AWS Accounts',
        command: AwsAccountsCommands.OPEN_VIEW.id,
        args: [],
        isTaken: ({ connections }) => connections.some(({ connection }) => AwsConnection.isProduction(connection))
    }
];
