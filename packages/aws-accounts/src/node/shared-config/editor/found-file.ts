import { inSlices } from '../../process/slices';
import { foreignEncoding } from '../ini/foreign-encoding';
import { IniDocument, parsing } from '../ini/ini-document';
import { SharedConfigText } from '../ini/shared-config-text';

/** A file as an edit found it. */
export interface FoundFile {
    /** `undefined`: there is none. */
    readonly bytes: Buffer | undefined;
    readonly text: string;
    readonly document: IniDocument;
    readonly isUtf8: boolean;
    /** Another one than UTF-8. */
    readonly encoding: string | undefined;
}

export namespace FoundFile {

    /** Parses once. @param known an earlier reading: only what it does not have is parsed */
    export async function parse(bytes: Buffer | undefined, known: IniDocument | undefined): Promise<FoundFile> {
        const content = bytes ?? Buffer.of();
        const { text, brokenLine } = SharedConfigText.decode(content);
        const document = await inSlices(parsing(text, known));
        return { bytes, text, document, isUtf8: brokenLine === undefined, encoding: foreignEncoding(content) };
    }

    /** A file that is being written in place is empty first, and then ends anywhere. */
    export function looksWhole({ text, document, isUtf8, encoding }: FoundFile): boolean {
        return encoding === undefined && /[\r\n]$/.test(text.slice(-1)) && isUtf8 && document.flaws.length === 0;
    }
}
