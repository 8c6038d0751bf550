import type { Locator, Page } from '@playwright/test';
import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';

export const CORP = 'sso-session:corp';

/** Opens a window with the view in it. */
export async function openView(ide: Ide): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return window;
}

/** Runs a command by the name that the palette shows. */
export async function runCommand(window: IdeWindow, label: string): Promise<void> {
    await window.page.keyboard.press('F1');
    await expect(window.page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
    await window.page.keyboard.type(label);
    await choose(window, label);
}

/** Chooses a row of an open list whose name is exactly this one. */
export async function choose({ page }: IdeWindow, label: string): Promise<void> {
    await page.locator('.quick-input-widget .quick-input-list-row:first-child .label-name').getByText(label, { exact: true }).click();
}

/** Chooses in the menu of a row what is called exactly this. */
export async function chooseInMenu({ page }: IdeWindow, row: Locator, label: string): Promise<void> {
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: label, exact: true }).click();
}

/** Presses the button of a row whose tooltip is exactly this. */
export async function pressInRow(row: Locator, label: string): Promise<void> {
    await row.hover();
    await row.getByTitle(label, { exact: true }).click();
}

/** Takes a change back by the button of the message about it. */
export async function undo({ notifications }: IdeWindow, change: string, label: string): Promise<void> {
    await notifications.filter({ hasText: change }).getByRole('button', { name: label, exact: true }).click();
}

export async function openAwsPage({ page, dialog }: IdeWindow): Promise<Page> {
    const opened = page.context().waitForEvent('page');
    await dialog.button('open-page').click();
    return opened;
}

/** Allows the sign-in on the page of AWS, and closes the page once it says so: a page that is closed while it changes may stay open. */
export async function allowAndClose(aws: Page): Promise<void> {
    await aws.getByRole('button', { name: 'Allow' }).click();
    await expect(aws.getByRole('heading')).toHaveText('Request approved');
    await aws.close();
}

export async function signInToCorp(ide: Ide, window: IdeWindow): Promise<void> {
    const signingIn = await window.start('aws.accounts.signIn', CORP);
    ide.emulator.approve(await window.dialog.userCode());
    await signingIn.outcome();
}
