import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import type { ShellStart, StartUpFinding } from '../../common/protocol/aws-tools-protocol';
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
    {
        what: '.bashrc that exports a profile', shell: 'bash', file: '.bashrc', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE']
    },
    {
        what: '.bashrc that exports keys', shell: 'bash', file: '.bashrc', text: OTHER_KEYS,
        changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
    },
    { what: '.bashrc that unsets the profile', shell: 'bash', file: '.bashrc', text: 'unset AWS_PROFILE', changed: ['AWS_PROFILE'] },
    {
        what: '.bashrc that names other files', shell: 'bash', file: '.bashrc', text: 'export AWS_CONFIG_FILE=~/c',
        changed: ['AWS_CONFIG_FILE']
    },
    { what: '.bashrc that exports the same profile', shell: 'bash', file: '.bashrc', text: 'export AWS_PROFILE=dev', changed: [] },
    { what: '.bashrc that sets another region', shell: 'bash', file: '.bashrc', text: 'export AWS_REGION=us-east-1', changed: [] },
    {
        what: '.bashrc that prints what looks like a profile', shell: 'bash', file: '.bashrc', text: 'echo AWS_PROFILE=default', changed: []
    },
    {
        what: '.bashrc for interactive shells alone', shell: 'bash', file: '.bashrc', text: '[ -z "$PS1" ] && return\nexport AWS_PROFILE=x',
        changed: ['AWS_PROFILE']
    },
    { what: '.profile, which is not read', shell: 'bash', file: '.profile', text: 'export AWS_PROFILE=default', changed: [] },
    {
        what: '.profile of a login shell', shell: 'bash', args: ['-l'], file: '.profile', text: 'export AWS_PROFILE=default',
        changed: ['AWS_PROFILE']
    },
    { what: '.bashrc, which a task does not read', shell: 'bash', interactive: false, file: '.bashrc', text: OTHER_KEYS, changed: [] },
    {
        what: '.profile of a task with a login shell', shell: 'bash', args: ['-lc'], interactive: false, file: '.profile',
        text: 'export AWS_PROFILE=default',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'file in BASH_ENV of a task', shell: 'bash', interactive: false, file: 'env', text: OTHER_KEYS,
        changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
    },
    ...['sh', 'dash'].flatMap((shell): Case[] => [
        { what: 'file in ENV', shell, file: 'env', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
        {
            what: '.profile of a login shell', shell, args: ['-l'], file: '.profile', text: OTHER_KEYS,
            changed: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
        },
        {
            what: '.profile of a task', shell, interactive: false, file: '.profile', text: 'export AWS_PROFILE=default',
            changed: ['AWS_PROFILE']
        }
    ]),
    { what: '.zshrc', shell: 'zsh', file: '.zshrc', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] },
    {
        what: '.zshenv of a task', shell: 'zsh', interactive: false, file: '.zshenv', text: 'export AWS_PROFILE=default',
        changed: ['AWS_PROFILE']
    },
    { what: 'config.fish', shell: 'fish', file: 'fish/config.fish', text: 'set -gx AWS_PROFILE default', changed: ['AWS_PROFILE'] },
    { what: '.tcshrc', shell: 'tcsh', file: '.tcshrc', text: 'setenv AWS_PROFILE default', changed: ['AWS_PROFILE'] },
    {
        what: '.tcshrc of a task', shell: 'tcsh', args: ['-c'], interactive: false, file: '.tcshrc', text: 'setenv AWS_PROFILE x',
        changed: ['AWS_PROFILE']
    },
    ...['ksh', 'mksh'].map((shell): Case => (
        { what: 'file in ENV', shell, file: 'env', text: 'export AWS_PROFILE=default', changed: ['AWS_PROFILE'] }
    ))
];

/** Hooks that change variables when a person is asked for a command, after all files. */
const HOOKS: readonly Case[] = [
    { what: 'prompt command', shell: 'bash', file: '.bashrc', text: 'PROMPT_COMMAND="export AWS_PROFILE=x"', changed: ['AWS_PROFILE'] },
    {
        what: 'list of prompt commands', shell: 'bash', file: '.bashrc', text: 'PROMPT_COMMAND=(true "export AWS_PROFILE=x")',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'prompt command of which one fails', shell: 'bash', file: '.bashrc',
        text: 'set -u\nPROMPT_COMMAND="false; export AWS_PROFILE=x"', changed: ['AWS_PROFILE']
    },
    {
        what: 'trap before each command', shell: 'bash', file: '.bashrc', text: 'trap "export AWS_PROFILE=x" DEBUG',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'prompt command of a task', shell: 'bash', args: ['-lc'], interactive: false, file: '.profile',
        text: 'PROMPT_COMMAND="export AWS_PROFILE=x"', changed: []
    },
    { what: 'precmd function', shell: 'zsh', file: '.zshrc', text: 'precmd() { export AWS_PROFILE=x; }', changed: ['AWS_PROFILE'] },
    {
        what: 'list of precmd functions', shell: 'zsh', file: '.zshrc', text: 'a() { export AWS_PROFILE=x; }\nprecmd_functions+=(gone a)',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'list of preexec functions', shell: 'zsh', file: '.zshrc', text: 'a() { unset AWS_PROFILE; }\npreexec_functions+=(a)',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'prompt function', shell: 'fish', file: 'fish/config.fish', text: 'function fish_prompt; set -gx AWS_PROFILE x; end',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'function at the prompt', shell: 'fish', file: 'fish/config.fish',
        text: 'function a --on-event fish_prompt; set -e AWS_PROFILE; end', changed: ['AWS_PROFILE']
    },
    { what: 'precmd alias', shell: 'tcsh', file: '.tcshrc', text: 'alias precmd "setenv AWS_PROFILE x"', changed: ['AWS_PROFILE'] }
];

/** Values that a reading line by line takes for other variables, or that end it. */
const LINES: readonly Case[] = [
    {
        what: 'value with a line that looks like a profile', shell: 'bash', file: '.bashrc', text: 'export NOTE=$\'a\\nAWS_PROFILE=x\'',
        changed: []
    },
    {
        what: 'function that is exported, with such a line', shell: 'bash', file: '.bashrc',
        text: 'f() {\nAWS_PROFILE=x true\n}\nexport -f f', changed: []
    },
    {
        what: 'profile that goes on in a further line', shell: 'bash', file: '.bashrc', text: 'export AWS_PROFILE=$\'dev\\nx\'',
        changed: ['AWS_PROFILE']
    },
    {
        what: 'profile behind a line that hides it', shell: 'bash', file: '.bashrc',
        text: 'export AWS_PROFILE=x ZZ=$\'\\nAWS_PROFILE=dev\'', changed: ['AWS_PROFILE']
    },
    { what: 'value with a line of fish', shell: 'fish', file: 'fish/config.fish', text: 'set -gx NOTE a\\nAWS_PROFILE=x', changed: [] },
    { what: 'home folder that is another one', shell: 'bash', file: '.bashrc', text: 'export HOME=/elsewhere', changed: ['HOME'] }
];

describe('The start-up files of a shell', function () {
    this.timeout(30_000);

    let home: string;

    beforeEach(async () => home = await mkdtemp(join(tmpdir(), 'aws-accounts-shell-')));
    afterEach(() => rm(home, { recursive: true, force: true }));

    const look = (startUp: ShellStartUp, start: Partial<ShellStart>): Promise<StartUpFinding> =>
        startUp.look({ interactive: true, variables: DEV, ...start });
    /** Fails for a shell that is not checked. */
    const changes = async (startUp: ShellStartUp, start: Partial<ShellStart>): Promise<readonly string[]> => {
        const finding = await look(startUp, start);
        expect(finding).to.have.property('kind', 'checked');
        return finding.kind === 'checked' ? finding.changed : [];
    };
    const found = (shell: string): string | undefined =>
        ['/bin', '/usr/bin', '/usr/local/bin'].map(folder => join(folder, shell)).find(path => existsSync(path));

    const installed = [...CASES, ...HOOKS, ...LINES].filter(({ shell }) => found(shell) !== undefined);
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

    it('change nothing where there are none', async () => expect(await changes(new StartUp(home), { shell: '/bin/bash' }))
        .to.deep.equal([]));

    it('are not checked of a shell that is none, not known, or not there', async () => {
        for (const [shell, name] of [
            ['/bin/true', 'true'], ['/nowhere/bash', 'bash'], ['C:\\Windows\\cmd.exe', 'C:\\Windows\\cmd.exe'], ['/usr/bin/pwsh', 'pwsh']
        ]) {
            expect(await look(new StartUp(home), { shell }), shell).to.deep.equal({ kind: 'unchecked', shell: name });
        }
    });

    it('are not those of an interactive shell for a terminal that runs a command of its own', async () => {
        await writeFile(join(home, '.bashrc'), `touch ${join(home, 'read')}\nexport AWS_PROFILE=x\n`);
        await writeFile(join(home, 'env'), OTHER_KEYS);
        const startUp = new StartUp(home, { BASH_ENV: join(home, 'env') });
        for (const args of [['-c', 'top'], ['--norc', '-c', 'top', '-i']]) {
            expect(await changes(startUp, { shell: '/bin/bash', args })).to.deep.equal(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);
        }
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

    const unchecked: readonly (readonly [string, string])[] = [
        ['wait', 'sleep 300 & wait'], ['end the shell', 'exec true'], ['begin another shell', 'exec sh'],
        ['begin another shell by its path', 'exec /bin/dash -l'],
        ['are ended by what runs at the prompt', 'PROMPT_COMMAND=exit']
    ];
    for (const [what, text] of unchecked) {
        it(`are not checked where they ${what}`, async () => {
            await writeFile(join(home, '.bashrc'), `export AWS_PROFILE=x\n${text}\n`);
            const startUp = new StartUp(home, {}, what === 'wait' ? 300 : undefined);
            expect(await look(startUp, { shell: '/bin/bash' })).to.deep.equal({ kind: 'unchecked', shell: 'bash' });
        });
    }

    it('may leave a program behind that keeps its output open', async () => {
        await writeFile(join(home, '.bashrc'), 'export AWS_PROFILE=x; sleep 1000 &\n');
        expect(await changes(new StartUp(home), { shell: '/bin/bash' })).to.deep.equal(['AWS_PROFILE']);
    });
});
