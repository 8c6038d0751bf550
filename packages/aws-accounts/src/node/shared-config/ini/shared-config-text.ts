import { isUtf8 } from 'node:buffer';

/** The text of a shared config file, and the first line that is not UTF-8. */
export interface SharedConfigText {
    /** Bytes that are not UTF-8 stand in it as lone surrogates, U+DC80 to U+DCFF, so that `encode` gives back the very bytes. */
    readonly text: string;
    /** 1-based. The AWS CLI refuses a file with such a line. */
    readonly brokenLine?: number;
}

const LINE_FEED = 0x0a;
const ESCAPE = 0xdc00;

export namespace SharedConfigText {

    export function decode(bytes: Buffer): SharedConfigText {
        if (isUtf8(bytes)) {
            return { text: bytes.toString('utf8') };
        }
        const lines = byteLines(bytes);
        return {
            text: lines.map(line => (isUtf8(line) ? line.toString('utf8') : escape(line))).join(''),
            brokenLine: lines.findIndex(line => !isUtf8(line)) + 1
        };
    }

    export function encode(text: string): Buffer {
        if (!/[\udc80-\udcff]/u.test(text)) {
            return Buffer.from(text, 'utf8');
        }
        return Buffer.concat(text.split(/(?<=\n)/).map(line => /[\udc80-\udcff]/u.test(line) ? unescape(line) : Buffer.from(line, 'utf8')));
    }

    /** The text as it may be shown: with U+FFFD for what is not UTF-8. */
    export function readable(text: string): string {
        return text.replace(/[\udc80-\udcff]/gu, '\ufffd');
    }

    function byteLines(bytes: Buffer): Buffer[] {
        const lines: Buffer[] = [];
        for (let start = 0; start < bytes.length;) {
            const end = bytes.indexOf(LINE_FEED, start);
            const next = end === -1 ? bytes.length : end + 1;
            lines.push(bytes.subarray(start, next));
            start = next;
        }
        return lines;
    }

    function escape(line: Buffer): string {
        return line.toString('latin1').replace(/[\x80-\xff]/g, byte => String.fromCharCode(ESCAPE + byte.charCodeAt(0)));
    }

    function unescape(line: string): Buffer {
        return Buffer.from(line.replace(/[\udc80-\udcff]/g, unit => String.fromCharCode(unit.charCodeAt(0) - ESCAPE)), 'latin1');
    }
}
