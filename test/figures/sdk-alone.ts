import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromProcess } from '@aws-sdk/credential-providers';

/*
 * The AWS SDK for JavaScript at work without this extension: what stands beside the figures about sharing.
 */

/** Loads the SDK's token provider, and asks it for a token once somebody says so. */
const SCRIPT = `
    const { fromSso } = require('@aws-sdk/token-providers');
    process.stdin.once('data', async () => {
        const answer = await fromSso({ profile: process.argv[1] })().then(() => 'token', () => 'none');
        process.stdout.write(answer, () => process.exit());
    });
    process.stdout.write('ready');
`;

/** Asks the SDK for the credentials of one profile, many times at once. @returns milliseconds for all */
export async function askForCredentials(count: number, profile: string, configFilepath: string): Promise<number> {
    const start = performance.now();
    const provider = fromProcess({ profile, configFilepath, filepath: configFilepath });
    await Promise.all(Array.from({ length: count }, () => provider()));
    return performance.now() - start;
}

/**
 * Asks for the token of one profile in many processes at once.
 *
 * @param home the home folder of all of them
 * @returns how many of them got one
 */
export async function askForTokens(count: number, profile: string, home: string, endpoint: string): Promise<number> {
    const env = {
        PATH: process.env.PATH, HOME: home, AWS_ENDPOINT_URL: endpoint, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true'
    };
    const children = Array.from({ length: count }, () => spawn(process.execPath, ['-e', SCRIPT, profile], {
        cwd: __dirname, env, stdio: ['pipe', 'pipe', 'ignore']
    }));
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
    const answers = Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
    children.forEach(({ stdin }) => stdin.end('now'));
    return (await answers).filter(answer => answer === 'token').length;
}
