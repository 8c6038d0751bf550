import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './command.mjs';

/** Finds a program on the PATH, or at one of the places where it usually is. */
function find(names, fits = () => true) {
    const folders = (process.env.PATH ?? '').split(':');
    const candidates = names.flatMap(name => name.startsWith('/') ? [name] : folders.map(folder => `${folder}/${name}`));
    return candidates.find(candidate => existsSync(candidate) && fits(candidate));
}

const isAwsCli2 = program => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('aws-cli/2') === true;

const TOOLS = {
    chromium: {
        find: () => process.env.CHROMIUM_PATH ?? find(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
        missing: 'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.'
    },
    awscli: {
        find: () => process.env.AWS_CLI_PATH ?? find(['/usr/bin/aws', 'aws'], isAwsCli2),
        missing: 'The interop tests need the AWS CLI, version 2: install it (Debian: apt-get install awscli), or name it in AWS_CLI_PATH.'
    }
};

/** Path of a program that is not an npm package. Installs its Debian package where that is allowed. */
export async function systemTool(name) {
    const tool = TOOLS[name];
    const found = tool.find();
    if (found) {
        return found;
    }
    if (process.getuid?.() === 0 && find(['apt-get'])) {
        const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
        await run('apt-get', ['update', '-qq'], { env });
        await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
    }
    const installed = tool.find();
    if (!installed) {
        throw new Error(tool.missing);
    }
    return installed;
}
