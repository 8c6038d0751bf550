import type { IdeWindow } from './ide-window';

interface ListeningPage {
    heard: string[];
}

/** Records what people hear who cannot see the page. @returns all of it so far, as often as it was said */
export async function listen({ page }: IdeWindow): Promise<() => Promise<string[]>> {
    await page.locator('.theia-aws-live-region').evaluate(region => {
        const heard: string[] = (window as unknown as ListeningPage).heard = [];
        const added = (records: readonly MutationRecord[]): Node[] => records.flatMap(({ addedNodes }) => Array.from(addedNodes));
        new MutationObserver(records => heard.push(...added(records).map(({ textContent }) => textContent ?? '')))
            .observe(region, { childList: true, subtree: true });
    });
    return () => page.evaluate(() => (window as unknown as ListeningPage).heard);
}
