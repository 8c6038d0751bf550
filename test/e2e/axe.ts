import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

interface AxePage {
    readonly axe: { run(context: { include: string[][]; exclude: string[][] }, options: RunOptions): Promise<AxeResults> };
}

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/**
 * One rule is off: it wants all text of a row, as it is drawn, in the row's name. A row says the same words in the order of a sentence.
 */
const OPTIONS: RunOptions = {
    rules: { 'label-content-name-mismatch': { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations']
};

/** Drawn by Monaco, and the same in every list of the IDE: `aria-level` on an option, and grey descriptions in the light theme. */
const OF_OTHERS = [['.quick-input-list .monaco-list']];

/**
 * Looks with axe at the parts of the page below `selectors`, as they are drawn now.
 * @returns the serious and critical findings, each with the elements it is about
 */
export async function seriousFindings(page: Page, ...selectors: readonly string[]): Promise<string[]> {
    await page.evaluate(SOURCE);
    return page.evaluate(async ([include, exclude, options]) => {
        const { violations } = await (window as unknown as AxePage).axe.run({ include, exclude }, options);
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary}`));
    }, [selectors.map(selector => [selector]), OF_OTHERS, OPTIONS] as const);
}
