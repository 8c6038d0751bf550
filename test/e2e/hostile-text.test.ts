import { expect, test } from './ide';

/** As a section name of the AWS files can hold it: no bracket that closes. */
const NAME = '![x](http://evil.example/p.png)<b>q</b> $(flame) `c` https://evil.example';
const KEY = '[a](command:workbench.action.toggleMaximizedPanel)![](http://evil.example/k.png)<b>x</b> https://evil.example';

// @threat text-of-others
test('text of others is text everywhere', async ({ ide }) => {
    const name = NAME.replaceAll(/[[\]]/g, '');
    const escaped = name.replaceAll(/\s+/g, ' ');
    ide.home.write('.aws/config', `[profile "${name}"]\nregion = eu-central-1\n`);
    ide.home.write(
        '.aws/credentials',
        `[${name}]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`
    );
    ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'aws.accounts.requirements': { [KEY]: 5 } }));
    const window = await ide.openWindow();
    const asked: string[] = [];
    window.page.on('request', request => { if (request.url().includes('evil.example')) { asked.push(request.url()); } });
    const notice = window.notifications.filter({ hasText: 'workspace settings' });
    await expect(notice).toContainText(KEY.slice(0, 60));
    await expect(notice.locator('.theia-notification-message').locator('a, img, b')).toHaveCount(0);

    await window.run('aws.accounts.openView');
    const row = window.accounts.connection(`profile:${name}`);
    await expect(row).toContainText(escaped);
    await expect(row.locator('img, b, .codicon-flame')).toHaveCount(0);
    const hover = window.page.locator('.theia-hover');
    await row.hover();
    await expect(hover).toContainText('https://evil.example');
    await expect(hover.locator('img, b, a, .codicon-flame')).toHaveCount(0);

    const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
    await expect(window.dialog.root).toContainText(escaped);
    await expect(window.dialog.root.locator('img, b, .codicon-flame, a')).toHaveCount(0);
    await window.dialog.choice(`profile:${name}`).click();
    await window.dialog.button('use').click();
    await command.outcome();
    await expect(window.statusBar('iam')).toContainText('$\u2060(flame)');
    await expect(window.statusBar('iam').locator('.codicon-flame, img, b')).toHaveCount(0);
    await window.statusBar('iam').hover();
    await expect(hover).toContainText('https://evil.example');
    await expect(hover.locator('img, b, a, .codicon-flame')).toHaveCount(0);

    await window.start('aws.accounts.openTerminal');
    const item = window.page.locator('.quick-input-widget .monaco-list-row').first();
    await expect(item).toContainText('$\u2060(flame)');
    await expect(item.locator('.codicon-flame, img, a[href]')).toHaveCount(0);
    expect(asked).toEqual([]);
});
