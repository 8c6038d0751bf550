import { chromium } from '@playwright/test';
import { expect, test } from './ide';

const NAME = 'rebound.example';

test.describe('a page under a name that came to lead to this machine', () => {

    const ENVIRONMENTS: readonly Record<string, string>[] = [{}, { THEIA_HOSTS: 'ide.example.com' }];
    for (const env of ENVIRONMENTS) {
        // @threat dns-rebinding
        test(`gets nothing of the IDE, with ${JSON.stringify(env)}`, async ({ ide, launchOptions }) => {
            const { url } = await ide.startBackend(env);
            const { port } = new URL(url);
            const browser = await chromium.launch(
                { ...launchOptions, args: [...launchOptions.args ?? [], `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] }
            );
            try {
                const page = await browser.newPage();
                const response = await page.goto(`http://${NAME}:${port}/`);
                expect(response?.status()).toBe(403);
                const answers = await page.evaluate(async () => {
                    const polling = await fetch('/socket.io/?EIO=4&transport=polling').then(answer => answer.text());
                    const socket = await new Promise(resolve => {
                        const opened = new WebSocket(`ws://${location.host}/socket.io/?EIO=4&transport=websocket`);
                        opened.onopen = () => resolve('open');
                        opened.onerror = () => resolve('refused');
                    });
                    return { polling, socket };
                });
                expect(answers.polling).not.toContain('"sid"');
                expect(answers.polling).toContain('THEIA_HOSTS');
                expect(answers.socket).toBe('refused');
            } finally {
                await browser.close();
            }
        });
    }

    test('is the IDE where it is one of its names', async ({ ide, launchOptions }) => {
        const { url } = await ide.startBackend({ THEIA_HOSTS: NAME });
        const { port } = new URL(url);
        const browser =
            await chromium.launch({ ...launchOptions, args: [...launchOptions.args ?? [], `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
        try {
            const page = await browser.newPage();
            await page.goto(`http://${NAME}:${port}/`);
            await expect(page.locator('[id="status-bar-aws-accounts-iam"]')).toBeVisible();
        } finally {
            await browser.close();
        }
    });
});
