import { expect, test } from './ide';
import { CONFIG } from './home-folder';

const LONG = 'a-profile-with-a-name-that-is-much-too-long-for-any-side-bar';
const PROFILES = `${CONFIG}
[profile ${LONG}]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = ${LONG}-gone
`;

for (const width of [210, 300, 480]) {
    test(`the state stands beside a long name in a view that is ${width} pixels wide`, async ({ ide }) => {
        ide.home.write('.aws/config', PROFILES);
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.resizeLeft(width);
        const row = window.accounts.root.locator(`[data-connection-id="profile:${LONG}"]`);
        const name = row.locator('.theia-aws-row-name');
        const status = row.locator('.theia-aws-row-status');
        await expect(status).toHaveText('not usable');
        const [nameBox, statusBox] = [await name.boundingBox(), await status.boundingBox()];
        const middle = (box: typeof nameBox): number => (box?.y ?? 0) + (box?.height ?? 0) / 2;
        expect(Math.abs(middle(nameBox) - middle(statusBox))).toBeLessThan(6);
        expect((statusBox?.x ?? 0) - (nameBox?.x ?? 0)).toBeGreaterThan(nameBox?.width ?? 0);
        expect(await status.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    });
}

test('an indent guide is as high as its row', async ({ ide }) => {
    ide.home.write('.aws/config', PROFILES);
    ide.home.writeSettings({ 'workbench.tree.renderIndentGuides': 'always' });
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await window.resizeLeft(300);
    const row = window.accounts.root.locator(`[data-connection-id="profile:${LONG}"]`);
    await expect(row).toBeVisible();
    const heights = await row.evaluate(element => {
        const guide = element.parentElement?.querySelector('.theia-tree-node-indent');
        return [guide?.getBoundingClientRect().height, element.getBoundingClientRect().height];
    });
    expect(heights[1]).toBeGreaterThan(30);
    expect(heights[0]).toBe(heights[1]);
});

for (const size of [{ width: 320, height: 640 }, { width: 480, height: 533 }]) {
    test(`all answers of the alert are in sight in a window of ${size.width} by ${size.height} pixels`, async ({ ide }) => {
        const more = ['one', 'two', 'three', 'four'].map(name => `\n[profile ${name}]\nregion = eu-central-1\n`).join('');
        ide.home.write('.aws/config', `${CONFIG}${more}`);
        const window = await ide.openWindow();
        await ide.signInWithBuilderId(window);
        await window.page.setViewportSize(size);
        await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await window.dialog.choice('profile:dev').click();
        await expect(window.dialog.root.locator('.theia-aws-remember')).toBeInViewport({ ratio: 1 });
        await expect(window.dialog.button('cancel')).toBeInViewport({ ratio: 1 });
        const title = window.page.locator('.theia-aws-accounts-dialog .dialogTitle');
        const [box, text] = await title.evaluate(element => {
            const words = document.createRange();
            words.selectNodeContents(element.firstElementChild ?? element);
            return [element, words].map(part => part.getBoundingClientRect().height);
        });
        expect(box - text, 'room around the words of the title').toBeGreaterThanOrEqual(6);
    });
}
