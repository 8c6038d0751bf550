import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** One item of a list in a page: its words, and what it prints in bold or italics, in that order. */
export interface PageItem {
    readonly text: string;
    readonly labels: readonly string[];
}

const PAGES = join(__dirname, '..', '..', 'docs', 'using');
const ITEM = /^(?:\d+\.|-) (.*(?:\n(?!\d+\.|- |\n|#).*)*)/gm;
const LABEL = /\*{1,2}([^*\s][^*]*)\*{1,2}/g;

/** A page for people who use the IDE, as somebody follows it who looks for exactly the words that it prints. */
export class PageReader {

    protected readonly sections: ReadonlyMap<string, string>;

    /** @param page its name in `docs/using` */
    constructor(readonly page: string) {
        const parts = readFileSync(join(PAGES, page), 'utf8').split(/^#+ /m).slice(1);
        this.sections = new Map(parts.map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
    }

    /** Texts that the section prints in bold or italics, in its order. */
    labels(heading: string): readonly string[] {
        return labelsOf(this.section(heading));
    }

    /** The label of the section that begins like this. @throws when the page does not print it */
    label(heading: string, start: string): string {
        const found = this.labels(heading).find(label => label.startsWith(start));
        if (found === undefined) {
            throw new Error(`${this.page} does not print ${start} in ${heading}.`);
        }
        return found;
    }

    items(heading: string): PageItem[] {
        return [...this.section(heading).matchAll(ITEM)].map(([, text]) => ({ text: oneLine(text), labels: labelsOf(text) }));
    }

    /** Does each item of a section. A page that gets another item needs another act. */
    async follow(heading: string, acts: readonly ((item: PageItem) => Promise<void>)[]): Promise<void> {
        const items = this.items(heading);
        expect(acts.length, `items of ${heading} in ${this.page}`).toBe(items.length);
        for (const [index, item] of items.entries()) {
            await test.step(`${heading}: ${item.text}`, () => acts[index](item));
        }
    }

    protected section(heading: string): string {
        const section = this.sections.get(heading);
        if (section === undefined) {
            throw new Error(`${this.page} has no section ${heading}.`);
        }
        return section;
    }
}

function labelsOf(text: string): string[] {
    return [...text.matchAll(LABEL)].map(([, label]) => oneLine(label));
}

function oneLine(text: string): string {
    return text.replace(/\s+/g, ' ').trim();
}
