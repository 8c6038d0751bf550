import type { IniFlaw } from './ini-flaws';
import type { BlockSection } from './ini-section';

/**
 * The text from one section header at the start of a line to the next, parsed. Nothing in it depends on what stands above, so that it
 * stays valid wherever the text stands.
 */
export interface IniBlock {
    readonly lineCount: number;
    /** Further ones have an indented header. */
    readonly sections: readonly BlockSection[];
    /** Without duplicate sections, which a block cannot know. */
    readonly flaws: readonly IniFlaw[];
}
