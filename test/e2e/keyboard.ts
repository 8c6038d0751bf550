import { expect, Locator } from '@playwright/test';
import type { IdeWindow } from './ide-window';

const TREE = '#aws-accounts [role=tree]';
/** More than any dialog has. */
const MOST_STOPS = 30;

/** A person who has no mouse. */
export namespace Keyboard {

    /** The row that a screen reader is on. */
    export async function activeRow({ page }: IdeWindow): Promise<string> {
        return page.locator(TREE).evaluate(
            tree => document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? ''
        );
    }

    /** Presses a key until the row that a screen reader is on fits. */
    export async function moveTo(window: IdeWindow, row: RegExp, key = 'ArrowDown'): Promise<void> {
        for (let presses = 0; presses < 40 && !row.test(await activeRow(window)); presses++) {
            const before = await activeRow(window);
            await window.page.keyboard.press(key);
            await expect.poll(() => activeRow(window)).not.toBe(before);
        }
        expect(await activeRow(window)).toMatch(row);
    }

    /** Goes by Tab to what the person wants, and presses Enter there. */
    export async function press(window: IdeWindow, target: Locator): Promise<void> {
        await moveFocus(window, target);
        await window.page.keyboard.press('Enter');
    }

    /** Goes by Tab to a field, and replaces what stands in it. */
    export async function fill(window: IdeWindow, field: Locator, text: string): Promise<void> {
        await moveFocus(window, field);
        await window.page.keyboard.press('Control+A');
        await window.page.keyboard.insertText(text);
        await expect(field).toHaveValue(text);
    }

    /** Goes by Tab to what the person wants, and sees at it that the focus is there. */
    export async function moveFocus(window: IdeWindow, target: Locator): Promise<void> {
        await expect(target).toBeEnabled();
        const hasFocus = (): Promise<boolean> => target.evaluate(element => element === document.activeElement);
        for (let stops = 0; stops < MOST_STOPS && !await hasFocus(); stops++) {
            await window.page.keyboard.press('Tab');
        }
        await expect(target).toBeFocused();
        await expect(target).toBeInViewport();
        expect(await target.evaluate(isMarked), 'the focus is seen').toBe(true);
    }

    /** Tells whether a line or a shadow of some width is around the element. */
    function isMarked(element: Element): boolean {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 || boxShadow !== 'none';
    }

    /** Goes through the focused list of profiles to one of them. */
    export async function choose(window: IdeWindow, choice: Locator): Promise<void> {
        await expect(window.dialog.root.getByRole('listbox')).toBeFocused();
        for (let presses = 0; presses < MOST_STOPS && await choice.getAttribute('aria-selected') !== 'true'; presses++) {
            await window.page.keyboard.press('ArrowDown');
        }
        await expect(choice).toHaveAttribute('aria-selected', 'true');
    }

    /** Moves in the open menu to an item, and chooses it. */
    export async function chooseInMenu({ page }: IdeWindow, name: string): Promise<void> {
        await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible();
        const active = page.locator('.lm-Menu-item.lm-mod-active');
        await expect(async () => {
            await page.keyboard.press('ArrowUp');
            await expect(active).toHaveText(new RegExp(`^${name}$`), { timeout: 500 });
        }).toPass();
        await page.keyboard.press('Enter');
    }
}
