import { createHash } from 'node:crypto';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { Wire } from './wire';

const BUILDER_ID = 'builder-id';
/** A change shows within this time in every other window, also in those of another backend on the same home folder. */
const SHOWN_AFTER_MS = 500;
/** Theia treats a lost connection in two ways: over at once, or kept for a while. A window that closes is missed only after that. */
const CONNECTION_TIMEOUTS: [treatment: string, closing: string, lost: string][] = [
    ['ends at once', '0', '0'], ['is kept for a while', '2000', '600000']
];

/** Two windows for each of two backends; the first of each shows workspace one, the second workspace two. */
async function openFour(ide: Ide): Promise<IdeWindow[]> {
    // Four windows take as long to open as four tests do.
    test.slow();
    ide.home.write('other/readme.txt', '');
    const windows: IdeWindow[] = [];
    for (const { url } of [await ide.startBackend(), await ide.startBackend()]) {
        windows.push(await ide.openWindow(ide.home.workspace, url), await ide.openWindow(ide.home.pathOf('other'), url));
    }
    for (const window of windows) {
        await window.run('aws.accounts.openView');
    }
    return windows;
}

/** The instant, in epoch milliseconds, at which the entry of the status bar says `text`. */
async function shown({ page }: IdeWindow, entry: 'iam' | 'codewhisperer', text: string): Promise<number> {
    const handle = await page.waitForFunction(
        ([id, wanted]) => document.getElementById(id)?.textContent?.includes(wanted) && Date.now(),
        [`status-bar-aws-accounts-${entry}`, text] as const, { polling: 10 }
    );
    return Number(await handle.jsonValue());
}

/** The first window makes the change; the others show it in time. `windows` as `openFour` gives them. */
async function expectEverywhere(
    windows: readonly IdeWindow[], entry: 'iam' | 'codewhisperer', text: string, change: () => Promise<unknown>
): Promise<void> {
    const showing = Promise.all(windows.map(window => shown(window, entry, text)));
    await change();
    const [first, ...others] = await showing;
    expect(Math.max(...others.map(instant => instant - first))).toBeLessThan(SHOWN_AFTER_MS);
}

async function signOut(window: IdeWindow): Promise<void> {
    const ending = await window.start('aws.accounts.signOut', BUILDER_ID);
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
    await ending.outcome();
}

const stateIs = ({ accounts }: IdeWindow, state: string): Promise<void> =>
    expect(accounts.connection(BUILDER_ID)).toHaveAttribute('data-connection-state', state);

test('four windows, two workspaces, two backends: one truth for sign-ins, one profile for each workspace, one dialog', async ({ ide }) => {
    const windows = await openFour(ide);
    const [first, second, third, fourth] = windows;
    await expectEverywhere(windows, 'codewhisperer', 'Builder ID', async () => {
        const signIn = await first.start('aws.accounts.signIn', BUILDER_ID);
        const code = await first.dialog.userCode();
        for (const { dialog } of [second, third, fourth]) {
            await dialog.expectClosed();
        }
        ide.emulator.approve(code);
        await signIn.outcome();
    });
    await expectEverywhere([first, third], 'iam', 'dev', async () => {
        const choosing = await first.start('aws.accounts.useProfile', 'profile:dev');
        await first.dialog.button('stay-connected').click();
        await choosing.outcome();
    });
    for (const window of [second, fourth]) {
        await expect(window.statusBar('iam')).toContainText('choose profile');
    }
    await signOut(fourth);
    await Promise.all(windows.map(window => stateIs(window, 'signedOut')));
    for (const { notifications } of [second, third]) {
        await expect(notifications).toHaveCount(0);
    }
});

for (const [treatment, closingMs, lostMs] of CONNECTION_TIMEOUTS) {
    test.describe(`where a lost connection ${treatment}`, () => {

        test('a window that closes in the middle of a sign-in leaves nothing behind', async ({ ide }) => {
            await ide.startBackend({ FRONTEND_CONNECTION_TIMEOUT: closingMs });
            const [closing, staying] = [await ide.openWindow(), await ide.openWindow()];
            await staying.run('aws.accounts.openView');
            await closing.start('aws.accounts.signIn', BUILDER_ID);
            const code = await closing.dialog.userCode();
            await stateIs(staying, 'signingIn');
            await closing.page.context().close();
            await stateIs(staying, 'signedOut');

            // Somebody who still polled would be given a token now, and would have asked at least once before this sign-in is through.
            ide.emulator.approve(code);
            ide.emulator.forgetRequests();
            const signIn = await staying.start('aws.accounts.signIn', 'sso-session:corp');
            ide.emulator.approve(await staying.dialog.userCode());
            await signIn.outcome();
            expect(ide.emulator.count('CreateToken')).toBe(1);
            await stateIs(staying, 'signedOut');
        });

        test('a window whose connection was lost shows the truth when it is back', async ({ ide }) => {
            const backend = await ide.startBackend({ FRONTEND_CONNECTION_TIMEOUT: lostMs });
            const wire = await Wire.to(backend.url);
            const [lost, other] = [await ide.openWindow(ide.home.workspace, wire.url), await ide.openWindow()];
            await lost.run('aws.accounts.openView');
            wire.cut();
            await expect(lost.page.locator('.theia-mod-offline')).toHaveCount(1);
            await ide.signInWithBuilderId(other);
            ide.home.write('.aws/config', '[profile fresh]\ncredential_process = true\n');
            wire.mend();
            await stateIs(lost, 'signedIn');
            await expect(lost.accounts.connection('profile:fresh')).toBeVisible();
            await expect(lost.statusBar('codewhisperer')).toContainText('Builder ID');
            await signOut(other);
            await stateIs(lost, 'signedOut');
            wire.close();
        });
    });
}

test('at its end one window of four speaks, one tab opens, and one sign-in serves all', async ({ ide }) => {
    const windows = await openFour(ide);
    await ide.signInWithBuilderId(windows[0]);
    await Promise.all(windows.map(window => stateIs(window, 'signedIn')));
    const file = `.aws/sso/cache/${createHash('sha1').update('__RESERVED__AwsBuilderId').digest('hex')}.json`;
    const { refreshToken: _none, ...token } = JSON.parse(ide.home.read(file)) as { refreshToken?: string };
    ide.home.write(file, JSON.stringify({ ...token, expiresAt: new Date(Date.now() + 3000).toISOString() }));

    await Promise.all(windows.map(window => stateIs(window, 'expired')));
    const counts = async (): Promise<number[]> =>
        Promise.all(windows.map(({ notifications }) => notifications.filter({ hasText: 'has ended' }).count()));
    await expect.poll(async () => (await counts()).some(count => count > 0)).toBe(true);
    await Promise.all(windows.map(window => window.run('aws.accounts.refresh')));
    const speaking = windows[(await counts()).findIndex(count => count > 0)];
    expect((await counts()).sort()).toEqual([0, 0, 0, 1]);

    const tabs: unknown[] = [];
    windows.forEach(({ page }) => page.context().on('page', tab => tabs.push(tab)));
    await speaking.notifications.getByRole('button', { name: 'Sign In Again' }).click();
    const code = await speaking.dialog.userCode();
    expect(await Promise.all(windows.map(({ dialog }) => dialog.root.count()))).toEqual(windows.map(window => window === speaking ? 1 : 0));
    const opening = speaking.page.context().waitForEvent('page');
    await speaking.dialog.button('open-page').click();
    const aws = await opening;
    await expect(aws.locator('.code')).toHaveText(code);
    await aws.getByRole('button', { name: 'Allow access' }).click();
    await Promise.all(windows.map(window => stateIs(window, 'signedIn')));
    expect(tabs).toHaveLength(1);
});
