import { isUtf8 } from 'node:buffer';

/** Byte order marks of encodings in which no AWS tool reads a file; the longer one comes first where one begins with another. */
const MARKS: readonly (readonly [name: string, ...mark: readonly number[]])[] = [
    ['UTF-32', 0xff, 0xfe, 0x00, 0x00],
    ['UTF-32', 0x00, 0x00, 0xfe, 0xff],
    ['UTF-16', 0xff, 0xfe],
    ['UTF-16', 0xfe, 0xff],
    ['GB18030', 0x84, 0x31, 0x95, 0x33],
    ['UTF-EBCDIC', 0xdd, 0x73, 0x66, 0x73]
];
/** Share of NUL among the bytes at the place of a unit that is empty in plain English. */
const MOSTLY = 0.6;
/** The same for characters that all lie in the lower plane, and for few plain ones among others. */
const NEARLY_ALL = 0.9;
const SOME = 0.05;

/**
 * The encoding of a file that cannot be read line by line as UTF-8, by its name; `undefined` when it can. Single bytes that are not UTF-8
 * make no such file: the lines around them are read and edited. Source: "Byte order mark", The Unicode Standard, section 23.8.
 */
export function foreignEncoding(bytes: Buffer): string | undefined {
    const marked = MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte));
    return marked === undefined ? unmarkedEncoding(bytes) : marked[0];
}

/** Without a mark the empty bytes of units tell, since section names and keys are plain ASCII. */
function unmarkedEncoding(bytes: Buffer): string | undefined {
    return bytes.includes(0) ? byEmptyBytes(bytes) ?? (isUtf8(bytes) ? undefined : byHalves(bytes)) : undefined;
}

function byEmptyBytes(bytes: Buffer): string | undefined {
    const empty = emptyBytes(bytes).map(share => share > MOSTLY);
    switch (empty.filter(isEmpty => isEmpty).length) {
        case 2:
            return empty[0] === empty[2] ? 'UTF-16' : undefined;
        case 3:
            return empty[1] && empty[2] ? 'UTF-32' : undefined;
        case 4:
            return 'NUL';
        default:
            return undefined;
    }
}

/**
 * Tells of bytes that are not UTF-8 either, as where comments are in Japanese: plain characters then leave empty bytes in one half of the
 * units. No AWS tool reads such a file, so that nothing is lost by a wrong guess.
 */
function byHalves(bytes: Buffer): string | undefined {
    const [first, second, third, fourth] = emptyBytes(bytes);
    if (Math.max(first, fourth) > NEARLY_ALL) {
        return 'UTF-32';
    }
    const [less, more] = [first + third, second + fourth].sort((one, other) => one - other);
    return more > SOME && more > less * 3 ? 'UTF-16' : undefined;
}

/** The share of NUL at each of four places. */
function emptyBytes(bytes: Buffer): readonly [number, number, number, number] {
    const nulls: [number, number, number, number] = [0, 0, 0, 0];
    bytes.forEach((byte, index) => nulls[index % nulls.length] += byte === 0 ? nulls.length / bytes.length : 0);
    return nulls;
}
