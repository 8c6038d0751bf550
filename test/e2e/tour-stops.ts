import type { Locator } from '@playwright/test';
import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';

/** Looks at the part of the page below `selector`, as it is now. */
export type Look = (place: string, selector: string) => Promise<void>;

export const DIALOG = '.dialogBlock';
export const PICK = '.quick-input-widget';
export const CORP = 'sso-session:corp';

/** Closes what is open with Escape. */
export async function leave({ page }: IdeWindow): Promise<void> {
    await page.keyboard.press('Escape');
    await expect(page.locator(DIALOG)).toHaveCount(0);
}

/** Answers a question with the button that changes nothing. */
export async function decline({ page }: IdeWindow): Promise<void> {
    await page.locator('[role=alertdialog] [data-action="cancel"]').click();
    await expect(page.locator(DIALOG)).toHaveCount(0);
}

export async function signInToCorp(ide: Ide, window: IdeWindow): Promise<void> {
    const running = await window.start('aws.accounts.signIn', CORP);
    ide.emulator.approve(await window.dialog.userCode());
    await running.outcome();
}

/** Looks at an open list or field once it listens. @returns its field */
export async function lookAtPick(window: IdeWindow, look: Look, place: string): Promise<Locator> {
    const input = window.page.locator(`${PICK} input[type="text"]`);
    await expect(input).toBeFocused();
    await look(place, PICK);
    return input;
}

export async function closePick({ page }: IdeWindow): Promise<void> {
    await page.keyboard.press('Escape');
    await expect(page.locator(PICK)).toBeHidden();
}
