import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ShellStart, StartUpFinding } from '../../common/protocol/aws-tools-protocol';
import { ShellStartUp } from './shell-start-up';

const DEV = { AWS_PROFILE: 'dev', AWS_ACCESS_KEY_ID: '', AWS_CONFIG_FILE: 'C:\\Users\\Jürgen\\config' };

/** Reads AutoRun as cmd does, unless it is told not to, and prints as `cmd /u` does. */
const CMD = `
const args = process.argv.slice(2);
const at = args.findIndex(arg => /^[/]c$/i.test(arg));
const command = args.slice(at + 1).join(' ');
const [, echo] = /^"(.*)"$/.exec(command) ?? [];
if (at === -1 || echo === undefined || !args.includes('/u') || !args.includes('/s')) { process.exit(1); }
const env = { ...process.env };
const autoRun = args.some(arg => /^[/]d$/i.test(arg)) ? {} : JSON.parse(env.SIMULATED_START_UP);
if (autoRun.exits) { process.exit(0); }
const print = text => process.stdout.write(Buffer.from(text + '\\r\\n', 'utf16le'));
print('Welcome to this computer.');
Object.assign(env, autoRun);
for (const part of echo.split('&')) {
    if (part === 'set') {
        Object.entries(env).filter(([, value]) => value !== '').forEach(([name, value]) => print(name + '=' + value));
    } else {
        print(part.replace('echo ', ''));
    }
}`;

/** Runs its profile as PowerShell does, unless it is told not to, and what the command writes. */
const POWERSHELL = `
const args = process.argv.slice(2);
const at = args.indexOf('-Command');
const command = args[at + 1] ?? '';
if (at === -1 || command.includes('"')) { process.exit(1); }
const env = { ...process.env };
const profile = args.some(arg => /^-noprofile$/i.test(arg)) ? {} : JSON.parse(env.SIMULATED_START_UP);
process.stdout.write('Loading personal profile took 500ms.\\r\\n');
const { AT_PROMPT, ...variables } = profile;
Object.assign(env, variables, command.includes('prompt | Out-Null') ? AT_PROMPT : {});
const [begin, end] = [...command.matchAll(/Write\\('([0-9a-f-]+)' /g)].map(([, mark]) => mark);
process.stdout.write(begin + '\\n');
Object.entries(env).filter(([, value]) => value !== '').forEach(([name, value]) => process.stdout.write(name + '=' + value + '\\0'));
process.stdout.write(end + '\\n');`;

class OnWindows extends ShellStartUp {

    protected override readonly inherited: NodeJS.ProcessEnv;
    protected override readonly system = 'windows';

    constructor(startUp: object, more: NodeJS.ProcessEnv = {}) {
        super();
        this.inherited = { PATH: process.env.PATH, USERPROFILE: 'C:\\Users\\Jürgen', SIMULATED_START_UP: JSON.stringify(startUp), ...more };
    }
}

interface Case {
    readonly what: string;
    readonly shell: 'cmd.exe' | 'CMD.EXE' | 'powershell.exe' | 'pwsh.exe';
    readonly args?: readonly string[];
    readonly interactive?: boolean;
    readonly startUp: object;
    readonly changed: readonly string[] | 'unchecked';
}

const CASES: readonly Case[] = [
    ...(['cmd.exe', 'CMD.EXE', 'powershell.exe', 'pwsh.exe'] as const).flatMap(shell => [true, false].flatMap((interactive): Case[] => [
        { what: 'nothing at its start', shell, interactive, startUp: {}, changed: [] },
        { what: 'another profile', shell, interactive, startUp: { AWS_PROFILE: 'ops' }, changed: ['AWS_PROFILE'] },
        {
            what: 'a profile in other letters of its name', shell, interactive, startUp: { AWS_PROFILE: '', Aws_Profile: 'ops' },
            changed: ['AWS_PROFILE']
        },
        { what: 'the same profile and another region', shell, interactive, startUp: { AWS_PROFILE: 'dev', AWS_REGION: 'x' }, changed: [] },
        { what: 'keys', shell, interactive, startUp: { AWS_ACCESS_KEY_ID: 'AKIA' }, changed: ['AWS_ACCESS_KEY_ID'] },
        { what: 'another folder of the person', shell, interactive, startUp: { USERPROFILE: 'D:\\x' }, changed: ['USERPROFILE'] },
        { what: 'HOME, as Git has it', shell, interactive, startUp: { HOME: '/c/Users/x' }, changed: [] }
    ])),
    { what: 'AutoRun that /d keeps out', shell: 'cmd.exe', args: ['/D'], startUp: { AWS_PROFILE: 'ops' }, changed: [] },
    { what: 'AutoRun that ends it', shell: 'cmd.exe', startUp: { exits: true }, changed: 'unchecked' },
    {
        what: 'AutoRun, in a task of its own arguments', shell: 'cmd.exe', args: ['/d', '/c'], interactive: false,
        startUp: { AWS_PROFILE: 'ops' }, changed: []
    },
    { what: 'a command that runs first', shell: 'cmd.exe', args: ['/k', 'setup.bat'], startUp: {}, changed: 'unchecked' },
    { what: 'a profile that is kept out', shell: 'pwsh.exe', args: ['-NoProfile'], startUp: { AWS_PROFILE: 'ops' }, changed: [] },
    { what: 'a script that runs first', shell: 'pwsh.exe', args: ['-NoExit', '-File', 'x.ps1'], startUp: {}, changed: 'unchecked' },
    { what: 'a prompt that changes it', shell: 'pwsh.exe', startUp: { AT_PROMPT: { AWS_PROFILE: 'x' } }, changed: ['AWS_PROFILE'] },
    {
        what: 'a prompt, which a task does not show', shell: 'pwsh.exe', interactive: false, startUp: { AT_PROMPT: { AWS_PROFILE: 'x' } },
        changed: []
    }
];

describe('The start-up files of a shell on Windows, simulated', function () {
    this.timeout(30_000);

    let folder: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-windows-'));
        const programs = { 'cmd.exe': CMD, 'CMD.EXE': CMD, 'powershell.exe': POWERSHELL, 'pwsh.exe': POWERSHELL };
        for (const [name, text] of Object.entries(programs)) {
            await writeFile(join(folder, name), `#!${process.execPath}\n${text}`);
            await chmod(join(folder, name), 0o755);
        }
    });

    after(() => rm(folder, { recursive: true, force: true }));

    const look = (startUp: ShellStartUp, start: Partial<ShellStart>): Promise<StartUpFinding> =>
        startUp.look({ interactive: true, variables: DEV, ...start });

    for (const { what, shell, args, interactive = true, startUp, changed } of CASES) {
        it(`are found out for ${interactive ? 'a terminal' : 'a task'} of ${shell} with ${what}`, async () => {
            expect(await look(new OnWindows(startUp), { shell: join(folder, shell), args, interactive }))
                .to.deep.equal(changed === 'unchecked' ? { kind: 'unchecked', shell } : { kind: 'checked', changed });
        });
    }

    it('are those of cmd where nobody says which shell it is, whatever SHELL says', async () => {
        const PATH = `${folder}:${process.env.PATH}`;
        expect(await look(new OnWindows({ AWS_PROFILE: 'ops' }, { PATH, SHELL: '/bin/bash' }), {}))
            .to.deep.equal({ kind: 'checked', changed: ['AWS_PROFILE'] });
    });

    it('are not checked of a shell that nobody knows, which is named without its folder', async () => {
        expect(await look(new OnWindows({}), { shell: 'C:\\Tools\\nu.exe' })).to.deep.equal({ kind: 'unchecked', shell: 'nu.exe' });
    });
});
