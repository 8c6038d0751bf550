import { expect, type Locator } from '@playwright/test';

/**
 * Replaces the text of a field in a dialog. It waits until the dialog has the focus: a dialog that takes it while the text is replaced
 * moves the cursor, and the new text is added to the old one.
 */
export async function fillField(dialog: Locator, field: Locator, text: string): Promise<void> {
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await field.fill(text);
    await expect(field).toHaveValue(text);
}
