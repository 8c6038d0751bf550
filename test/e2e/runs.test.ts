import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const EXTENSIONS = join(__dirname, 'extensions');
/** With a word of its own, so that what has nothing of AWS writes something too. */
const PRINT = 'echo as $AWS_PROFILE $AWS_REGION $STAGE > ';

/** A folder whose tasks write as whom they run. */
function writeTasks(ide: Ide, folder: string): string {
    const output = (name: string): string => ide.home.pathOf(folder, name);
    const tasks = [
        { label: 'shell', type: 'shell', command: PRINT + output('shell') },
        {
            label: 'process', type: 'process', command: '/bin/sh', args: ['-c', PRINT + output('process')],
            options: { env: { STAGE: 'test' } }
        },
        {
            label: 'system', type: 'shell', command: 'false',
            linux: { command: PRINT + output('system'), options: { env: { STAGE: 'linux' } } }
        },
        {
            label: 'login', type: 'shell', command: PRINT + output('login'),
            options: { shell: { executable: '/bin/bash', args: ['-l', '-c'] } }
        },
        { label: 'theirs', type: 'shell', command: PRINT + output('theirs'), options: { env: { AWS_PROFILE: 'theirs' } } }
    ];
    // Without a word on problem matchers the first run would ask the person.
    ide.home.write(join(folder, '.theia', 'tasks.json'), JSON.stringify({ tasks: tasks.map(task => ({ ...task, problemMatcher: [] })) }));
    return ide.home.pathOf(folder);
}

async function written(path: string): Promise<string> {
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8').trim() !== '', { timeout: 20_000 }).toBe(true);
    return readFileSync(path, 'utf8').trim();
}

async function runTask(window: IdeWindow, folder: string, label: string): Promise<string> {
    const scope = `file://${folder}`;
    // Tasks are known some time after the window is.
    await expect.poll(async () => {
        await window.run('task:run', scope, label, scope);
        return existsSync(join(folder, label));
    }, { timeout: 20_000 }).toBe(true);
    return written(join(folder, label));
}

async function debug(window: IdeWindow, ide: Ide, name: string, more: object): Promise<unknown> {
    const output = ide.home.pathOf(name);
    const configuration = { type: 'environment-printer', name, request: 'launch', output, ...more };
    await window.run('workbench.action.debug.start', { name, configuration, workspaceFolderUri: `file://${ide.home.workspace}` });
    return JSON.parse(await written(output));
}

test.describe('what runs in the IDE', () => {

    test.beforeEach(async ({ ide }) => {
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true });
        await ide.startBackend({ THEIA_PLUGINS: `local-dir:${EXTENSIONS}` });
    });

    test('as a task has the profile that its window uses, unless it names one itself', async ({ ide }) => {
        const [one, other] = [writeTasks(ide, 'workspace'), writeTasks(ide, 'other')];
        const window = await ide.openWindow(one);
        const second = await ide.openWindow(other);
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await second.run('aws.accounts.useProfile', 'profile:default');
        expect(await runTask(window, one, 'shell')).toBe('as dev eu-central-1');
        expect(await runTask(second, other, 'shell')).toBe('as default us-east-1');
        expect(await runTask(window, one, 'process')).toBe('as dev eu-central-1 test');
        expect(await runTask(second, other, 'process')).toBe('as default us-east-1 test');
        expect(await runTask(window, one, 'system')).toBe('as dev eu-central-1 linux');
        expect(await runTask(window, one, 'theirs')).toBe('as theirs');
        await expect(window.statusBar('iam')).toContainText('dev');
        await expect(second.statusBar('iam')).toContainText('default');
    });

    test('as a task is said to be somebody else, once, when start-up files of its shell make that of it', async ({ ide }) => {
        ide.home.write('.profile', 'export AWS_PROFILE=default\n');
        const folder = writeTasks(ide, 'workspace');
        const window = await ide.openWindow(folder);
        await window.run('aws.accounts.useProfile', 'profile:dev');
        expect(await runTask(window, folder, 'shell')).toBe('as dev eu-central-1');
        expect(await runTask(window, folder, 'login')).toBe('as default eu-central-1');
        const warning = window.notifications.getByText('Start-up files of the shell changed AWS_PROFILE: tasks act as somebody else');
        await expect(warning).toBeVisible();
        expect(await runTask(window, folder, 'login')).toBe('as default eu-central-1');
        await expect(warning).toHaveCount(1);
    });

    test('as a debug session has the profile that its window uses, also in a terminal, unless it names one itself', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const dev = { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1' };
        expect(await debug(window, ide, 'launched', {})).toEqual(dev);
        expect(await debug(window, ide, 'in-a-terminal', { terminal: true })).toEqual(dev);
        expect(await debug(window, ide, 'theirs', { env: { AWS_PROFILE: 'theirs' } })).toEqual({ AWS_PROFILE: 'theirs' });
        await window.run('aws.accounts.useProfile', 'profile:default');
        expect(await debug(window, ide, 'after-a-switch', {})).toEqual({ AWS_PROFILE: 'default', AWS_REGION: 'us-east-1' });
    });

    test('has nothing of AWS unless the person wants it', async ({ ide }) => {
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
        const folder = writeTasks(ide, 'workspace');
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        expect(await runTask(window, folder, 'process')).toBe('as test');
        expect(await debug(window, ide, 'launched', {})).toEqual({});
    });
});
