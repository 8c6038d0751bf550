import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import type { ShellStart } from '../../common/protocol/aws-tools-protocol';
import { ShellStartUp } from './shell-start-up';

const DEV = { AWS_PROFILE: 'dev', AWS_ACCESS_KEY_ID: '', AWS_REGION: 'eu-central-1' };
const OTHER_KEYS = 'export AWS_ACCESS_KEY_ID=AKIAOTHER AWS_SECRET_ACCESS_KEY=secret\n';

class StartUp extends ShellStartUp {

    protected override readonly inherited: NodeJS.ProcessEnv;
    protected override readonly timeLimitMs: number;

    constructor(home: string, more: NodeJS.ProcessEnv = {}, timeLimitMs = 20_000) {
        super();
        this.inherited = { PATH: process.env.PATH, HOME: home, ...more };
        this.timeLimitMs = timeLimitMs;
    }
}

interface Case {
    readonly what: string;
    readonly shell: string;
    readonly args?: readonly string[];
    readonly interactive?: boolean;
    readonly file: string;
    readonly text: string;
    readonly more?: NodeJS.ProcessEnv;
    readonly changed: readonly string[];
}

/** Each shell that is installed; the others have their cases where they are. */
const CASES: readonly Case[] = [
    { what: '.bashrc that exports a profile', shell: 'bash', file: '.bashrc', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
    { what: '.bashrc that exports keys', shell: 'bash', file: '.bashrc', text: OTHER_KEYS, changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
    { what: '.bashrc that unsets the profile', shell: 'bash', file: '.bashrc', text: 'unset AWS_PROFILE', changed: ['AWS_PROFILE'] },
    { what: '.bashrc that names other files', shell: 'bash', file: '.bashrc', text: 'export AWS_CONFIG_FILE=~/c', changed: ['AWS_CONFIG_FILE'] },
    { what: '.bashrc that exports the same profile', shell: 'bash', file: '.bashrc', text: 'export AWS_PROFILE=dev', changed: [] },
    { what: '.bashrc that sets another region', shell: 'bash', file: '.bashrc', text: 'export AWS_REGION=us-east-1', changed: [] },
    { what: '.bashrc that prints what looks like a profile', shell: 'bash', file: '.bashrc', text: 'echo AWS_PROFILE=default', changed: [] },
    { what: '.bashrc for interactive shells alone', shell: 'bash', file: '.bashrc', text: '[ -z "$PS1" ] && return\nexport AWS_PROFILE=x', changed: ['AWS_PROFILE'] },
    { what: '.profile, which is not read', shell: 'bash', file: '.profile', text: 'export AWS_PROFILE=default', changed: [] },
    { what: '.profile of a login shell', shell: 'bash', args: ['-l'], file: '.profile', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
    { what: '.bashrc, which a task does not read', shell: 'bash', interactive: false, file: '.bashrc', text: OTHER_KEYS, changed: [] },
    {
        what: '.profile of a task with a login shell', shell: 'bash', args: ['-lc'], interactive: false, file: '.profile', text: 'export AWS_PROFILE=default',
        changed: ['AWS_PROFILE']
    },
    { what: 'file in BASH_ENV of a task', shell: 'bash', interactive: false, file: 'env', text: OTHER_KEYS, changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
    ...['sh', 'dash'].flatMap((shell): Case[] => [
        { what: 'file in ENV', shell, file: 'env', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
        { what: '.profile of a login shell', shell, args: ['-l'], file: '.profile', text: OTHER_KEYS, changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
        { what: '.profile of a task', shell, interactive: false, file: '.profile', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] }
    ]),
    { what: '.zshrc', shell: 'zsh', file: '.zshrc', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
    { what: '.zshenv of a task', shell: 'zsh', interactive: false, file: '.zshenv', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
    { what: 'config.fish', shell: 'fish', file: join('fish', 'config.fish'), text: 'set -gx AWS_PROFILE default', changed: ['AWS_PROFILE'] }
];

describe('The start-up files of a shell', function () {
    this.timeout(30_000);

    let home: string;

    beforeEach(async () => home = await mkdtemp(join(tmpdir(), 'aws-accounts-shell-')));
    afterEach(() => rm(home, { recursive: true, force: true }));

    const changes = (startUp: ShellStartUp, start: Partial<ShellStart>): Promise<string[]> =>
        startUp.changes({ interactive: true, variables: DEV, ...start });
    const found = (shell: string): string | undefined =>
        ['/bin', '/usr/bin', '/usr/local/bin'].map(folder => join(folder, shell)).find(path => existsSync(path));

    const installed = CASES.filter(({ shell }) => found(shell) !== undefined);
    for (const { what, shell: name, args, interactive = true, file, text, changed } of installed) {
        it(`${changed.length > 0 ? `change ${changed.join(', ')}` : 'change nothing'}: ${name} with a ${what}`, async () => {
            await mkdir(dirname(join(home, file)), { recursive: true });
            await writeFile(join(home, file), `${text}\n`);
            const path = join(home, 'env');
            const startUp = new StartUp(home, { ENV: path, BASH_ENV: path, XDG_CONFIG_HOME: home, SHELL: found(name) });
            expect(await changes(startUp, { args, interactive })).to.deep.equal(changed);
        });
    }

    it('are those of sh where nobody says which shell it is', async () => {
        await writeFile(join(home, '.profile'), 'export AWS_PROFILE=default\n');
        await writeFile(join(home, 'env'), OTHER_KEYS);
        const startUp = new StartUp(home, { ENV: join(home, 'env') });
        expect(await changes(startUp, {}), 'a terminal').to.deep.equal(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);
        expect(await changes(new StartUp(home), { interactive: false }), 'a task').to.deep.equal(['AWS_PROFILE']);
    });

    it('change nothing where there are none', async () => expect(await changes(new StartUp(home), { shell: '/bin/bash' })).to.deep.equal([]));

    it('change nothing that is known, of a shell that is none, not known, or not there', async () => {
        for (const shell of ['/bin/true', '/nowhere/bash', 'C:\\Windows\\cmd.exe']) {
            expect(await changes(new StartUp(home), { shell }), shell).to.deep.equal([]);
        }
    });

    it('are not read for a terminal that runs a command of its own', async () => {
        await writeFile(join(home, '.bashrc'), `touch ${join(home, 'read')}\n`);
        expect(await changes(new StartUp(home), { shell: '/bin/bash', args: ['-c', 'top'] })).to.deep.equal([]);
        expect(existsSync(join(home, 'read'))).to.equal(false);
    });

    for (const name of ['sh', 'dash', 'bash'].filter(shell => found(shell) !== undefined)) {
        it(`change what they change where the variable _ is exported, as by the shell that started the IDE: ${name}`, async () => {
            const startUp = new StartUp(home, { _: '/usr/bin/npm', SHELL: found(name) });
            expect(await changes(startUp, { args: ['-l'] })).to.deep.equal([]);
            await writeFile(join(home, '.profile'), OTHER_KEYS);
            expect(await changes(startUp, { args: ['-l'] })).to.deep.equal(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);
        });
    }

    it('are given up where they wait, with all that they have started', async () => {
        await writeFile(join(home, '.bashrc'), 'sleep 300 & wait\n');
        expect(await changes(new StartUp(home, {}, 300), { shell: '/bin/bash' })).to.deep.equal([]);
    });

    it('may leave a program behind that keeps its output open', async () => {
        await writeFile(join(home, '.bashrc'), 'export AWS_PROFILE=x; sleep 1000 &\n');
        expect(await changes(new StartUp(home), { shell: '/bin/bash' })).to.deep.equal(['AWS_PROFILE']);
    });

    it('may end the shell before its end', async () => {
        await writeFile(join(home, '.bashrc'), 'exec true\n');
        expect(await changes(new StartUp(home), { shell: '/bin/bash' })).to.deep.equal([]);
    });
});
