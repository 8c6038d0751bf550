import { BlockSection } from './ini-section';
import { SectionLayout } from './section-layout';
import { SectionName } from './section-name';
import { ValueLines } from './value-lines';

/** The header of the section that lines belong to. */
export interface OpenHeader {
    readonly header: string;
    readonly line: number;
    readonly unclosed: boolean;
}

const NO_VALUES: readonly string[] = [];

/** Collects what the lines of a section say, section after section: one object for all makes no garbage. */
export class OpenSection {

    /** Absent above the first header: entries there belong to no section. */
    protected header: OpenHeader | undefined;
    protected readonly noKeys = SectionLayout.begin();
    protected layout = this.noKeys;
    /** Those of the section are the first `count`: one array for all sections makes no garbage. */
    protected readonly values: string[] = [];
    protected count = 0;
    protected readonly valueLines = new ValueLines();
    /** That of the last key of the section. */
    protected indentation = 0;
    /** Key whose nested block the following, deeper indented lines belong to. */
    protected parent: { readonly key: string; readonly indentation: number } | undefined;

    begin(header: OpenHeader | undefined): void {
        this.header = header;
        this.layout = this.noKeys;
        this.count = 0;
        this.valueLines.reset();
        this.parent = undefined;
    }

    /** The section that was collected since `begin`; `undefined` above the first header. */
    end(): BlockSection | undefined {
        if (this.header === undefined) {
            return undefined;
        }
        const { header, line, unclosed } = this.header;
        const values = this.count === 0 ? NO_VALUES : this.values.slice(0, this.count);
        const isUsual = !unclosed && SectionName.isUsual(header);
        const { layout, valueLines: { continuations, found } } = this;
        return new BlockSection(header, line, unclosed, isUsual, layout, values, continuations, found);
    }

    /** A line of `text` with a key, which may be more of the value above, too. Its value follows. */
    key(name: string, isEmpty: boolean, indentation: number, line: number, text: string, start: number, end: number): void {
        this.valueLines.goOn(line, text, start, end, indentation, true);
        if (this.parent !== undefined && indentation <= this.parent.indentation) {
            this.parent = undefined;
        }
        this.layout = this.layout.followedBy(name, line, this.parent?.key);
        this.valueLines.note(this.count, isEmpty, indentation);
        this.indentation = indentation;
        if (this.parent === undefined && isEmpty) {
            this.parent = { key: name, indentation };
        }
    }

    /** The value of the last key. */
    value(value: string): void {
        this.values[this.count] = value;
        this.count += 1;
    }

    /** The value of the last key, from a text. */
    valueFrom(text: string, start: number, end: number): void {
        this.value(this.layout.valueFrom(text, start, end));
    }

    /** A line without a key. */
    text(text: string, indentation: number, line: number): void {
        if (this.count > 0 && indentation > this.indentation) {
            this.valueLines.continue(this.count - 1, line);
        }
        this.valueLines.goOn(line, text, 0, text.length, indentation, false);
    }
}
