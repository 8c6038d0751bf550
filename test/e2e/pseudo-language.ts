import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pseudoTexts } from '../documents/pseudo-texts';
import { startWithExtensions, WrittenExtension } from './written-extension';
import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';

/** A language in which the browser joins lists, in other letters, and that no package of Theia speaks. */
const LOCALE = 'el';
/** Attributes that a person sees or hears. */
const HEARD = ['aria-label', 'title', 'placeholder', 'aria-description', 'aria-roledescription'];
const KEYS = 'theia/';
const ROOT = join(__dirname, '..', '..');

/** Contents of a language pack: keys in their scopes, the one after `theia/`. */
function contents(): { readonly [scope: string]: { readonly [key: string]: string } } {
    const found: { [scope: string]: { [key: string]: string } } = {};
    for (const [key, text] of Object.entries(pseudoTexts(ROOT))) {
        const [scope, ...rest] = key.slice(KEYS.length).split('/');
        (found[scope] ??= {})[rest.join('/')] = text;
    }
    return found;
}

/** Opens a window of an IDE that has the language pack and `extensions`, and speaks that language. */
export async function openInPseudoLanguage(ide: Ide, extensions: readonly WrittenExtension[] = []): Promise<IdeWindow> {
    ide.home.write('extensions/language/texts.json', JSON.stringify({ version: '1.0.0', contents: contents() }));
    await startWithExtensions(ide, [...extensions, {
        name: 'language', runsIn: 'pluginHost', script: '',
        contributes: {
            localizations: [{ languageId: LOCALE, languageName: 'Pseudo', localizedLanguageName: 'Pseudo', translations: [{ id: 'theia', path: './texts.json' }] }]
        }
    }]);
    const window = await ide.openWindow();
    await window.page.evaluate(locale => localStorage.setItem('localeId', locale), LOCALE);
    // The backend takes extensions in by and by: a page has the language from then on.
    await expect(async () => {
        await window.reload();
        await expect(window.statusBar('iam')).not.toContainText(/[a-z]{2}/, { timeout: 100 });
    }).toPass();
    return window;
}

/**
 * Texts and names below `selectors` that are in no translation.
 *
 * @param data what is no text of the product: names, regions, paths
 */
export function untranslated(page: Page, data: RegExp, ...selectors: readonly string[]): Promise<string[]> {
    return page.evaluate(([roots, source, attributes]) => {
        const told = new Set<string>();
        const add = (text: string | null): void => {
            const rest = (text ?? '').replace(new RegExp(source, 'g'), ' ');
            if (/[A-Za-z]{2}/.test(rest)) {
                told.add((text ?? '').trim());
            }
        };
        for (const root of Array.from(document.querySelectorAll<HTMLElement>(roots.join(', ')))) {
            for (const element of [root, ...Array.from(root.querySelectorAll<HTMLElement>('*'))]) {
                const isShown = element.checkVisibility({ visibilityProperty: true });
                if (!isShown || element.matches('style, script, pre, pre *, .codicon')) {
                    continue;
                }
                attributes.forEach(name => add(element.getAttribute(name)));
                const texts = Array.from(element.childNodes).filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
                texts.forEach(({ textContent }) => add(textContent));
            }
        }
        return [...told];
    }, [selectors, data.source, HEARD] as const);
}

/** Elements below `selectors` whose text is cut off without an ellipsis, or that reach out of what holds them. */
export function cutOff(page: Page, ...selectors: readonly string[]): Promise<string[]> {
    return page.evaluate(roots => Array.from(document.querySelectorAll<HTMLElement>(roots.join(', '))).flatMap(root => {
        const frame = root.getBoundingClientRect();
        return Array.from(root.querySelectorAll<HTMLElement>('*')).filter(element => {
            const hasText = Array.from(element.childNodes)
                .some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
            // Monaco has its count of results for screen readers alone, outside of what is seen.
            const isHeardOnly = element.closest('.quick-input-count, .quick-input-visible-count') !== null;
            if (!hasText || isHeardOnly || !element.checkVisibility({ visibilityProperty: true })) {
                return false;
            }
            const { overflowX, textOverflow } = getComputedStyle(element);
            const isCut = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
            const { left, right, width } = element.getBoundingClientRect();
            // One pixel wide: text for screen readers alone.
            return isCut && width > 1 || width > 1 && (left < frame.left - 1 || right > frame.right + 1);
        }).map(element => `${element.className}: ${element.textContent?.trim()}`);
    }), selectors);
}
