import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';
import { CORP, decline, DIALOG, leave, Look, lookAtPick, PICK } from './tour-stops';

export async function visitSignIns(ide: Ide, window: IdeWindow, look: Look): Promise<void> {
    const { dialog, page } = window;
    await window.start('aws.accounts.signIn', 'builder-id');
    ide.emulator.deny(await dialog.userCode());
    await expect(dialog.root.getByRole('alert')).toBeVisible();
    await look('a sign-in that was refused', DIALOG);
    await leave(window);

    ide.emulator.faults.add({ operation: 'RegisterClient', kind: 'html', times: 1 });
    await window.start('aws.accounts.signIn', CORP);
    await expect(dialog.button('copy-diagnosis')).toBeVisible();
    await look('a sign-in that failed', DIALOG);
    await leave(window);

    await window.start('aws.accounts.signIn');
    await lookAtPick(window, look, 'the ways to sign in');
    await page.locator(`${PICK} .monaco-list-row`).nth(2).click();
    const startUrl = dialog.root.locator('[name=startUrl]');
    for (const [place, typed] of [
        ['a start URL that is none', 'htp://globex.awsapps.com/start'], ['a start URL of nobody', 'https://nobody.example/start']
    ]) {
        await startUrl.fill(typed);
        await expect(startUrl).toHaveAttribute('aria-describedby', /./);
        await look(place, DIALOG);
    }
    await leave(window);
}

export async function visitConsole(ide: Ide, window: IdeWindow, look: Look): Promise<void> {
    const { dialog, page } = window;
    ide.emulator.settings.consoleUser = 'staging';
    await window.start('aws.accounts.signIn', 'profile:work');
    const text = dialog.root.locator('[name=consoleText]');
    await text.fill('part of a text');
    await dialog.button('paste').click();
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await look('a text that is not whole', DIALOG);
    const opened = page.context().waitForEvent('page');
    await dialog.button('open-page').click();
    const aws = await opened;
    await aws.getByRole('button', { name: 'Continue' }).click();
    const whole = await aws.locator('#text').innerText();
    await aws.close();
    await text.fill(whole);
    await dialog.button('paste').click();
    await expect(page.locator(`${DIALOG} [data-action="replace"]`)).toBeEnabled();
    await look('the session of somebody else', DIALOG);
    await decline(window);
}
