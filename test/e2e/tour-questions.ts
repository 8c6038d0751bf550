import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';
import { closePick, CORP, decline, DIALOG, leave, Look, lookAtPick, PICK, signInToCorp } from './tour-stops';

const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };

export async function visitQuestions(ide: Ide, window: IdeWindow, look: Look): Promise<void> {
    const { page } = window;
    await window.start('aws.accounts.useProfile', 'profile:careful');
    const code = await lookAtPick(window, look, 'the code of a device');
    await code.fill('12');
    await code.press('Enter');
    await expect(page.locator(`${PICK} .monaco-inputbox`)).toHaveClass(/error/);
    await look('a code that is too short', PICK);
    await code.fill('000000');
    await code.press('Enter');
    await expect(code).toHaveValue('');
    await lookAtPick(window, look, 'a code that AWS refused');
    await closePick(window);
    await window.run('aws.accounts.stopUsingProfile');

    for (const command of ['changeRegion', 'openTerminal', 'openConsole']) {
        await window.start(`aws.accounts.${command}`, ...command === 'changeRegion' ? ['profile:dev'] : []);
        await lookAtPick(window, look, `the choice of ${command}`);
        await closePick(window);
    }
    const using = await window.start('aws.accounts.useForCodeWhisperer', CORP);
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    await using.outcome();
    await window.start('aws.accounts.chooseDeveloperProfile', 'codeWhisperer');
    await lookAtPick(window, look, 'the developer profiles');
    await closePick(window);

    await window.run('aws.accounts.setProduction', 'profile:dev', true);
    await window.start('aws.accounts.setProduction', 'profile:dev', false);
    await expect(page.locator(`${DIALOG} [data-action="run-in-production"]`)).toBeEnabled();
    await look('the question before a mark is taken away', DIALOG);
    await decline(window);
    await window.start('aws.accounts.signOut', CORP);
    await expect(page.locator(DIALOG)).toBeVisible();
    await look('the question before a sign-out', DIALOG);
    await leave(window);
}

export async function visitProfiles(ide: Ide, window: IdeWindow, look: Look): Promise<void> {
    const { page } = window;
    const press = (action: string): Promise<void> => page.locator(`.theia-aws-profile-dialog [data-action="${action}"]`).click();
    for (const form of ['accessKeys', 'role']) {
        await window.start('aws.accounts.addProfile');
        await press(form);
        await press('write');
        await expect(page.locator(`${DIALOG} [data-remark="missing"]`).first()).toBeVisible();
        await look(`the form for ${form} with remarks`, DIALOG);
        await leave(window);
    }
    for (const profile of ['dev', 'ops', 'sandbox']) {
        await window.start('aws.accounts.editProfile', `profile:${profile}`);
        await expect(page.locator(`${DIALOG} select, ${DIALOG} input`).first()).toBeVisible();
        await look(`the edited profile ${profile}`, DIALOG);
        await leave(window);
    }
    await window.start('aws.accounts.deleteProfile', 'profile:ops');
    await expect(page.locator(`${DIALOG} [data-action="confirm"]`)).toBeEnabled();
    await look('the question before a removal', DIALOG);
    await decline(window);
    await signInToCorp(ide, window);
    await window.start('aws.accounts.writeProfiles', { connectionId: CORP, account: SANDBOX });
    await expect(page.locator(`${DIALOG} .theia-aws-preview`)).toBeVisible();
    await look('all roles of an account', DIALOG);
    await leave(window);
}

/** The extensions of the tour have to run. */
export async function visitConsents(ide: Ide, window: IdeWindow, look: Look): Promise<void> {
    const { page, dialog } = window;
    await expect.poll(async () => Object.keys(await window.run('asker.session', { silent: true }))).toEqual(['result']);
    const requiring = await window.start('asker.requireToken');
    await dialog.choice(CORP).click();
    await look('the choice of a sign-in', DIALOG);
    await dialog.button('use').click();
    const first = await dialog.userCode();
    ide.emulator.approve(first);
    await expect(dialog.root.locator(`[data-user-code]:not([data-user-code="${first}"])`)).toBeVisible();
    await dialog.button('copy-link').hover();
    await look('a sign-in of its own', DIALOG);
    ide.emulator.approve(await dialog.userCode());
    const allow = page.locator(`${DIALOG} [data-action="confirm"]`);
    await expect(allow).toBeEnabled();
    await look('the consent to a token', DIALOG);
    await allow.click();
    await requiring.outcome();
    await window.start('asker.session', { createIfNone: true });
    await expect(allow).toBeEnabled();
    await look('the consent to a session', DIALOG);
    await decline(window);
    await window.start('aws.accounts.manageExtensionAccess');
    await lookAtPick(window, look, 'what extensions use');
    await closePick(window);
}
