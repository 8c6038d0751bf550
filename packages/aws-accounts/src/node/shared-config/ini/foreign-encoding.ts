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
    if (!bytes.includes(0)) {
        return undefined;
    }
    const nulls = [0, 0, 0, 0];
    bytes.forEach((byte, index) => nulls[index % nulls.length] += byte === 0 ? 1 : 0);
    const empty = nulls.map(count => count * nulls.length / bytes.length > MOSTLY);
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
