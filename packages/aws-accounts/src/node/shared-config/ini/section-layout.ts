import { keyOf } from './ini-key';

/** Place of a key in its section. */
interface KeyPlace {
    /** In lower case; nested keys are joined with a dot. */
    readonly key: string;
    readonly line: number;
    /** Key of the nested block that it stands in. */
    readonly parent: string | undefined;
}

/**
 * The keys of a section and the lines in which they stand. Thousands of sections of one file have few layouts, so that each section needs
 * nothing of its own but its values.
 */
export class SectionLayout implements KeyPlace {

    readonly key: string;
    /** The latest value of the last key. */
    protected latestValue = '';
    protected allKeys: readonly string[] | undefined;
    /** The layout with one more key that was found last; `next` has all of them by the name of that key. */
    protected latest: SectionLayout | undefined;
    protected next: Map<string, SectionLayout> | undefined;

    protected constructor(
        protected readonly before: SectionLayout | undefined,
        protected readonly name: string,
        readonly line: number,
        readonly parent: string | undefined
    ) {
        this.key = parent === undefined ? name : keyOf(`${parent}.${name}`);
    }

    /** The layout of a section without keys, from which those of a file are made. */
    static begin(): SectionLayout {
        return new SectionLayout(undefined, '', 0, undefined);
    }

    /** The layout with one more key. */
    followedBy(name: string, line: number, parent: string | undefined): SectionLayout {
        const known = this.latest?.name === name ? this.latest : this.next?.get(name);
        const next = known?.line === line && known.parent === parent ? known : new SectionLayout(this, name, line, parent);
        if (next !== known && this.latest !== undefined) {
            (this.next ??= new Map([[this.latest.name, this.latest]])).set(name, next);
        }
        this.latest = next;
        return next;
    }

    /** The value of the last key, from a text: the one before when it says the same, since many profiles name few regions and sessions. */
    valueFrom(text: string, start: number, end: number): string {
        if (this.latestValue.length !== end - start || !text.startsWith(this.latestValue, start)) {
            this.latestValue = text.slice(start, end);
        }
        return this.latestValue;
    }

    /** In the order of the lines. */
    get keys(): readonly string[] {
        return this.allKeys ??= this.places.map(({ key }) => key);
    }

    get places(): readonly KeyPlace[] {
        const places: KeyPlace[] = [];
        for (let last = this as SectionLayout; last.before !== undefined; last = last.before) {
            places.push(last);
        }
        return places.reverse();
    }

    /**
     * The place of the entry that counts for a key: the last one with a value, or else the first.
     *
     * @returns -1 when there is none
     */
    indexOf(key: string, values: readonly string[]): number {
        const { keys } = this;
        let empty = -1;
        for (let index = keys.length - 1; index >= 0; index -= 1) {
            if (keys[index] === key) {
                if (values[index] !== '') {
                    return index;
                }
                empty = index;
            }
        }
        return empty;
    }
}
