import { seriousFindings } from './axe';
import { expect, test } from './ide';
import type { IdeWindow } from './ide-window';
import { serviceOf } from './page-services';
import { ASKING_EXTENSIONS, furnish, TOURS } from './tour';
import { startWithExtensions } from './written-extension';

const THEMES = ['light', 'dark', 'hc-theia', 'hc-theia-light'];

interface ThemeService {
    setCurrentTheme(id: string, persist: boolean): void;
    getCurrentTheme(): { readonly id: string };
}

/** Gives the open page another theme, whatever dialog is in front of it. */
async function wear({ page }: IdeWindow, theme: string): Promise<void> {
    const themes = await serviceOf<ThemeService>(page, ['setCurrentTheme', 'getCurrentTheme']);
    await themes.evaluate((service, id) => service.setCurrentTheme(id, false), theme);
    expect(await themes.evaluate(service => service.getCurrentTheme().id)).toBe(theme);
    // A colour that fades in is another one as long as it does. An icon that turns does so without end, and is no such colour.
    await page.evaluate(() => Promise.all(document.getAnimations()
        .filter(animation => animation instanceof CSSTransition).map(fading => fading.finished.catch(() => undefined))));
}

for (const { name, visit } of TOURS) {
    test(`axe finds nothing serious in Theia's four themes: ${name}`, async ({ ide }) => {
        furnish(ide);
        await startWithExtensions(ide, ASKING_EXTENSIONS);
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await visit(ide, window, async (place, selector) => {
            for (const theme of THEMES) {
                await wear(window, theme);
                expect.soft(await seriousFindings(window.page, selector), `${place}, ${theme}`).toEqual([]);
            }
        });
    });
}
