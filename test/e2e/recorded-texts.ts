import type { Locator, Page } from '@playwright/test';

interface RecordingPage {
    recordedTexts: string[];
}

/** Records what an entry of the status bar says, however shortly. @returns the texts so far, each one that differs from the one before */
export async function recordTexts(page: Page, entry: Locator): Promise<() => Promise<string[]>> {
    await entry.evaluate(({ id }) => {
        const texts: string[] = (window as unknown as RecordingPage).recordedTexts = [];
        const record = (): void => {
            // Looked up each time: the entry may be drawn anew.
            const text = document.getElementById(id)?.textContent?.trim() ?? '(gone)';
            if (text !== texts.at(-1)) {
                texts.push(text);
            }
        };
        record();
        new MutationObserver(record).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return () => page.evaluate(() => (window as unknown as RecordingPage).recordedTexts);
}
