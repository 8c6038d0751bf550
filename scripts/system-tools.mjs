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

/** A program that comes with a Debian package. */
const debian = (name, user) => program => ({
    package: name, find: () => find([program]), missing: `${user} need ${program}: install it (Debian: apt-get install ${name}).`
});

/** Headers that Theia's desktop half is compiled with (native-keymap). */
const LIBRARIES = [['libx11-dev', '/usr/include/X11/Xlib.h'], ['libxkbfile-dev', '/usr/include/X11/extensions/XKBrules.h']];

const TOOLS = {
    chromium: {
        find: () => process.env.CHROMIUM_PATH ?? find(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
        missing: 'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.'
    },
    Xvfb: debian('xvfb', 'The desktop tests'),
    openbox: debian('openbox', 'The desktop tests'),
    xdotool: debian('xdotool', 'The desktop tests'),
    xwininfo: debian('x11-utils', 'The desktop tests'),
    'xdg-open': debian('xdg-utils', 'The desktop tests'),
    import: debian('imagemagick', 'The desktop tests'),
    awscli: {
        find: () => process.env.AWS_CLI_PATH ?? find(['/usr/bin/aws', 'aws'], isAwsCli2),
        missing: 'The interop tests need the AWS CLI, version 2: install it (Debian: apt-get install awscli), or name it in AWS_CLI_PATH.'
    }
};

/** Path of a program that is not an npm package. Installs its Debian package where that is allowed. */
export async function systemTool(name) {
    const tool = typeof TOOLS[name] === 'function' ? TOOLS[name](name) : TOOLS[name];
    const found = tool.find();
    if (found) {
        return found;
    }
    await installDebian([tool.package ?? name]);
    const installed = tool.find();
    if (!installed) {
        throw new Error(tool.missing);
    }
    return installed;
}

/** Installs the libraries that a desktop application is compiled with, where that is allowed and they are missing. */
export async function systemLibraries() {
    const missing = process.platform === 'linux' ? LIBRARIES.filter(([, header]) => !existsSync(header)).map(([name]) => name) : [];
    if (missing.length > 0 && !await installDebian(missing)) {
        throw new Error(
            `The desktop example is compiled with ${missing.join(' and ')}: install them (Debian: apt-get install ${missing.join(' ')}).`
        );
    }
}

/** @returns whether this process may install packages, and did */
async function installDebian(packages) {
    if (process.getuid?.() !== 0 || !find(['apt-get'])) {
        return false;
    }
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    return true;
}
