import { wordsOf } from './words';

/** Finds texts that hold all words of a filter, in any order and letter case. */
export class WordFilter {

    protected readonly words: readonly string[];

    constructor(filter: string) {
        this.words = wordsOf(filter.toLowerCase());
    }

    /** True for a filter without words, which matches every text. */
    get isEmpty(): boolean {
        return this.words.length === 0;
    }

    /** @param text in lower case, since a caller may prepare thousands once */
    matches(text: string): boolean {
        return this.words.every(word => text.includes(word));
    }
}
