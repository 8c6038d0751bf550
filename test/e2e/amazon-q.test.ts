import { readdirSync } from 'node:fs';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const LABEL = 'Amazon Q Developer';
const SCOPES = ['completions', 'analysis', 'conversations', 'transformations', 'taskassist'].map(name => `codewhisperer:${name}`);
/** The example's own label of one of its commands, which is no text of the product. */
const EXAMPLE = 'Suggest Code with CodeWhisperer';

test.beforeEach(({ ide }) => ide.configure({ tokenService: 'amazonQ' }));

/** Every text of the page that a person sees or hears and that names the service that this product does not have. */
async function wrongNames({ page }: IdeWindow): Promise<string[]> {
    const texts = await page.evaluate(() => {
        const heard = ['aria-label', 'title', 'placeholder', 'aria-description'];
        return Array.from(document.querySelectorAll('body *:not(script):not(style)')).flatMap(element => [
            ...Array.from(element.childNodes).filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(
                ({ textContent }) => textContent ?? ''
            ),
            ...heard.map(name => element.getAttribute(name) ?? '')
        ]);
    });
    return texts.filter(text => /code ?whisperer/i.test(text) && text !== EXAMPLE);
}

/** The scopes of all tokens that were written. */
function scopesOf(ide: Ide): string[] {
    const cache = readdirSync(ide.home.pathOf('.aws', 'sso', 'cache')).map(
        name => JSON.parse(ide.token(name)) as { accessToken?: string; scopes?: string[] }
    );
    return cache.filter(({ accessToken }) => accessToken !== undefined).flatMap(({ scopes = [] }) => scopes);
}

test('a product with Amazon Q Developer says its name from the first view to the sign-out, '
    + 'and signs in with its five scopes', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.accounts.open();
    await expect(window.statusBar('amazonq')).toHaveText(`${LABEL}: sign in`);
    await expect(window.statusBar('codewhisperer')).toHaveCount(0);
    await expect(window.accounts.use('amazonQ')).toContainText(LABEL);
    expect(await wrongNames(window)).toEqual([]);

    const picking = await window.start('aws.accounts.signIn');
    await expect(window.page.locator('.quick-input-widget')).toContainText(`For individuals: ${LABEL} with just an email address.`);
    await expect(window.page.locator('.quick-input-widget')).toContainText(
        `For members of an organization: ${LABEL}, and the AWS accounts`
    );
    expect(await wrongNames(window)).toEqual([]);
    await window.page.keyboard.press('Escape');
    await picking.outcome();

    const signIn = await window.start('aws.accounts.useForAmazonQ');
    await expect(window.dialog.root).toHaveAccessibleName(`Choose the sign-in for ${LABEL}`);
    await window.dialog.choice('builder-id').click();
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    expect(await wrongNames(window)).toEqual([]);
    await signIn.outcome();
    await expect(window.statusBar('amazonq')).toContainText(`${LABEL}: Builder ID`);
    expect(scopesOf(ide).sort()).toEqual([...SCOPES].sort());

    const invoke = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
    await window.dialog.choice('profile:dev').click();
    await expect(window.dialog.root).toContainText(
        `${LABEL} works with AWS Builder ID. They are separate, and you can use both at the same time.`
    );
    await expect(window.dialog.button('stay-connected')).toHaveText(`Use dev, stay connected to ${LABEL}`);
    await expect(window.dialog.button('disconnect')).toHaveText(`Use dev, disconnect ${LABEL}`);
    expect(await wrongNames(window)).toEqual([]);
    await window.dialog.button('stay-connected').click();
    expect((await invoke.outcome()).error).toBeUndefined();
    await expect(window.statusBar('amazonq')).toContainText('Builder ID');
    expect(await wrongNames(window)).toEqual([]);

    const signOut = await window.start('aws.accounts.signOut', 'builder-id');
    const question = window.page.getByRole('alertdialog');
    await expect(question).toContainText(`${LABEL} is disconnected.`);
    expect(await wrongNames(window)).toEqual([]);
    await question.locator('[data-action="confirm"]').click();
    await signOut.outcome();
    await expect(window.statusBar('amazonq')).toContainText(`${LABEL}: Builder ID signed out`);
    expect(await wrongNames(window)).toEqual([]);
});

test('after IAM Identity Center it asks for the developer profile at once, and shows the choice beside its name', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.accounts.open();
    const signIn = await window.start('aws.accounts.useForAmazonQ', 'sso-session:corp');
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    await window.pick('Data team');
    await signIn.outcome();
    await expect(window.accounts.use('amazonQ')).toContainText('Data team · 444455556666 · eu-central-1');
    expect(scopesOf(ide)).toEqual(expect.arrayContaining([...SCOPES, 'sso:account:access']));
    expect(await wrongNames(window)).toEqual([]);
});

test('settings, menus and the list of commands name it too', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('preferences:open', 'aws.accounts');
    await expect(window.page.locator('[data-pref-id="aws.accounts.whenSwitchingMethod"]').first()).toContainText(LABEL);
    expect(await wrongNames(window)).toEqual([]);
    await window.page.keyboard.press('F1');
    await window.page.keyboard.type('Choose Amazon');
    await expect(window.page.locator('.quick-input-widget .monaco-list-row').first()).toContainText(`AWS: Choose ${LABEL} Connection...`);
    expect(await wrongNames(window)).toEqual([]);
});
