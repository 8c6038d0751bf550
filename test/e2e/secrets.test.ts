import type { Page } from '@playwright/test';
import { expect, test } from './ide';
import { recordFrames } from './recorded-frames';

/** Storage that the browser keeps for the page. */
function storageOf(page: Page): Promise<string> {
    return page.evaluate(async () => {
        const databases = await indexedDB.databases();
        return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases]);
    });
}

// @threat secrets-in-page
test('a whole journey leaves none of the issued secrets in frames, storage, console or logs', async ({ ide }) => {
    const window = await ide.openWindow();
    const frames = recordFrames(window.page);
    await window.reload();
    await ide.signInWithBuilderId(window);
    const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
    await window.dialog.choice('profile:ops').click();
    await window.dialog.button('stay-connected').click();
    await command.outcome();
    await window.run('aws.sample.suggestCode');
    const signIn = await window.start('aws.accounts.signIn', 'sso-session:corp');
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await window.run('aws.accounts.useProfile', 'profile:sandbox');
    await window.run('aws.sample.showCallerIdentity');

    const secrets = ide.emulator.issuedSecrets();
    expect(secrets.length).toBeGreaterThan(8);
    const traces = { frames: frames.join('\n'), storage: await storageOf(window.page), logs: ide.logs(window) };
    expect(frames.length).toBeGreaterThan(20);
    for (const [place, text] of Object.entries(traces)) {
        expect(secrets.filter(secret => text.includes(secret)), place).toEqual([]);
    }
});
