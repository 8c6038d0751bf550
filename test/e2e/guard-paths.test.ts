import { join } from 'node:path';
import { GuardProbe, PROBE, PROBE_LABEL } from './guard-probe';
import { expect, Ide, test as base } from './ide';
import type { IdeWindow } from './ide-window';

const SAMPLES = join(__dirname, '..', '..', 'examples', 'sample-plugin');
const SAMPLE = 'aws-plugin-sample';
/** Theia gives the terminal of a task its size also when the task was quicker than that; the page hears of it as an unhandled rejection. */
const RESIZED_AFTER_ITS_END = 'page error: ioctl(2) failed, ENOTTY';
const INVOCATION = { functionName: 'hello-world', payload: { order: 42 } };
const TASKS = {
    version: '2.0.0', tasks: [{ label: 'probe', type: 'shell', command: `echo "\${command:${PROBE}}" >> probed.txt`, problemMatcher: [] }]
};

/** One window for all paths: each leaves it as it was. */
interface Stage {
    readonly ide: Ide;
    readonly window: IdeWindow;
    readonly probe: GuardProbe;
}

const test = base.extend<object, { stage: Stage }>({
    stage: [async ({ browser, authority }, use) => {
        const ide = await Ide.create(browser, { authority });
        try {
            ide.home.write('workspace/orders.txt', 'one\ntwo\n');
            ide.home.write('workspace/.theia/tasks.json', JSON.stringify(TASKS));
            ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', [`${SAMPLE}.showInStatusBar`]: true });
            await ide.startBackend({ THEIA_PLUGINS: `local-dir:${SAMPLES}` });
            const window = await ide.openWindow();
            await expect.poll(async () => (await window.run(`${SAMPLE}.overview`)).result ?? 'not yet').toHaveProperty('uses');
            await use({ ide, window, probe: await GuardProbe.install(window) });
        } finally {
            await ide.dispose();
        }
    }, { scope: 'worker', timeout: 60_000 }]
});

test.describe.configure({ mode: 'default' });

/** A way to a command that needs IAM credentials. */
interface Path {
    readonly name: string;
    /** Name of the command in the dialog. */
    readonly command: string;
    /** Preparation that is not part of the path itself. */
    prepare?(stage: Stage): Promise<unknown>;
    take(stage: Stage): Promise<unknown>;
    /** Trace that shows how often the command ran, and with which arguments. */
    trace(stage: Stage): Promise<unknown>;
    /** Entries that one run adds to the trace. */
    readonly ran: unknown;
}

function probed(name: string, args: readonly unknown[], take: Path['take'], prepare?: Path['prepare']): Path {
    return { name, command: PROBE_LABEL, take, prepare, trace: ({ probe }) => probe.runs(), ran: [args] };
}

/** Ways through the sample extension: its counter stands in the plugin host. */
function counted(name: string, by: number, take: Path['take'], prepare?: Path['prepare']): Path {
    let before = 0;
    const count = async ({ window }: Stage): Promise<number> =>
        ((await window.run(`${SAMPLE}.overview`)).result as { counted: number }).counted;
    return {
        name, command: 'Count Orders', take, ran: by,
        prepare: async stage => {
            before = await count(stage);
            await prepare?.(stage);
        },
        trace: async stage => await count(stage) - before
    };
}

/** Ways that end in a Lambda function, with the event that it got. */
function invoked(name: string, commandId: string): Path {
    return {
        name, command: 'Invoke Lambda Function', ran: 1,
        prepare: async ({ ide }) => ide.emulator.forgetRequests(),
        take: ({ window }) => window.start(commandId, INVOCATION),
        trace: async ({ ide }) => ide.emulator.count('Invoke')
    };
}

const showExplorer: Path['prepare'] = ({ window }) => window.run('workbench.files.action.focusFilesExplorer');
const showOrders: Path['prepare'] = async stage => {
    await showExplorer(stage);
    const header = stage.window.page.locator('.theia-view-container-part-header', { hasText: 'Orders' });
    await expect(header).toBeVisible();
    if (await header.locator('.codicon-chevron-right, .theia-mod-collapsed').count() > 0) {
        await header.click();
    }
};

const PATHS: readonly Path[] = [
    probed('the command palette', [], ({ window }) => window.chooseInPalette(PROBE_LABEL)),
    probed('the main menu', [], async ({ window: { page } }) => {
        await page.locator('.lm-MenuBar-item', { hasText: 'AWS Sample' }).click();
        await page.locator('.lm-Menu-item', { hasText: PROBE_LABEL }).click();
    }),
    probed('a context menu', ['object'], async ({ window: { page } }) => {
        await page.locator('#files .theia-TreeNode', { hasText: 'orders.txt' }).click({ button: 'right' });
        await page.locator('.lm-Menu-item', { hasText: PROBE_LABEL }).click();
    }, showExplorer),
    probed('the toolbar of a view', ['object'], async ({ window: { page } }) => {
        await expect(page.locator('.theia-aws-guarded', { has: page.locator(`[id="${PROBE}"]`) })).toBeVisible();
        await page.locator(`[id="${PROBE}"]`).click();
    }, ({ window }) => window.run('aws.accounts.openView')),
    probed('a keybinding', ['by key'], ({ window: { page } }) => page.keyboard.press('Control+Shift+F9')),
    probed('the status bar', ['by status bar', 4], ({ window: { page } }) => page.locator(`[id="status-bar-${PROBE}"]`).click()),
    probed(
        'a command: link', ['by link', 5], ({ window }) => window.notifications.getByText('run the probe').first().click(),
        ({ probe }) => probe.showLink()
    ),
    probed('Monaco\'s command service', ['by Monaco', 6], ({ probe }) => probe.callByMonaco('by Monaco', 6)),
    probed('a ${command:} variable in a task', [], ({ window }) => window.start('workbench.action.tasks.runTask', 'probe')),
    invoked('a call from the backend', 'aws.sample.invokeFromBackend'),
    invoked('a VS Code extension', `${SAMPLE}.invokeLambda`),
    counted('an extension\'s own command inside the plugin host', 1, ({ window }) => window.start(`${SAMPLE}.countOnce`)),
    counted('the inline action of a tree item', 3, async ({ window: { page } }) => {
        const item = page.locator('.theia-TreeNode', { hasText: 'Three orders' });
        const action = item.locator('.theia-tree-view-inline-action');
        // The view has just been opened, and moves its rows away from below the pointer until it has found its size.
        await expect.poll(async () => {
            await item.hover();
            return action.isVisible();
        }).toBe(true);
        await action.click();
    }, showOrders),
    counted(
        'a tree item that carries arguments', 7,
        ({ window: { page } }) => page.locator('.theia-TreeNode', { hasText: 'Seven orders' }).click(), showOrders
    ),
    counted(
        'the status bar of an extension', 1, ({ window: { page } }) => page.locator('#theia-statusBar').getByText('Count Orders').click()
    ),
    counted(
        'a code lens', 1, ({ window: { page } }) => page.locator('.codelens-decoration').getByText('Count one order').click(),
        ({ probe }) => probe.openFile('orders.txt')
    ),
    counted('a code lens that carries arguments', 10, ({ window: { page } }) =>
        page.locator('.codelens-decoration').getByText('Count ten orders').click(),
        ({ probe }) => probe.openFile('orders.txt'))
];

for (const path of PATHS) {
    test(`${path.name} leads through the guard`, async ({ stage }) => {
        const { window, probe } = stage;
        const { dialog } = window;
        await path.prepare?.(stage);
        const before = await path.trace(stage);

        await path.take(stage);
        await expect(dialog.root).toContainText(`${path.command} needs IAM credentials`);
        await dialog.button('cancel').click();
        await dialog.expectClosed();
        expect(await path.trace(stage)).toEqual(before);
        await expect(window.notifications.filter({ hasText: /cancel/i })).toHaveCount(0);

        await path.prepare?.(stage);
        await path.take(stage);
        await dialog.choice('profile:dev').click();
        expect(await path.trace(stage)).toEqual(before);
        await dialog.button('use').click();
        await dialog.expectClosed();
        await expect.poll(() => path.trace(stage)).toEqual(path.ran);

        await window.run('aws.accounts.stopUsingProfile');
        await window.run('notifications.commands.clearAll');
        await probe.forget();
    });
}

test('a task whose variable was stopped did not run, and the one that was let through got what the command returned', async ({ stage }) => {
    await expect.poll(() => stage.ide.home.read('workspace/probed.txt')).toBe('probed\n');
});

test('nothing on any of these paths is complained about', async ({ stage }) => {
    const complaints = stage.window.consoleLines
        .filter(line => line.startsWith('page error') || line.includes('is already registered'))
        .filter(line => line !== RESIZED_AFTER_ITS_END);
    expect(complaints).toEqual([]);
});
