import { expect } from 'chai';
import { foreignEncoding } from './foreign-encoding';

const TEXT = '[default]\nregion = eu-west-1\n# größer\n';
/** Few of its bytes are NUL in two or four bytes for each character, and bytes of it look like line ends. */
const JAPANESE = '[a]\n# 設定ファイルの上。中国語の注釈も長く続く一二三四五六七八九十上上\nregion = x\n';

function utf16(text: string, order: 'LE' | 'BE', mark: boolean): Buffer {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    return order === 'LE' ? bytes : bytes.swap16();
}

function utf32(text: string): Buffer {
    return Buffer.concat([...text].map(character => {
        const unit = Buffer.alloc(4);
        unit.writeUInt32LE(character.codePointAt(0) ?? 0);
        return unit;
    }));
}

describe('The encoding of a shared config file', () => {

    const CASES: [what: string, bytes: Buffer, encoding: string | undefined][] = [
        ['UTF-16 as PowerShell writes it', utf16(TEXT, 'LE', true), 'UTF-16'],
        ['UTF-16 with the other order of bytes', utf16(TEXT, 'BE', true), 'UTF-16'],
        ['UTF-16 without a mark', utf16(TEXT, 'LE', false), 'UTF-16'],
        ['UTF-16 without a mark, with the other order of bytes', utf16(TEXT, 'BE', false), 'UTF-16'],
        ['UTF-16 without a mark, of which most is Japanese', utf16(JAPANESE, 'LE', false), 'UTF-16'],
        ['the same with the other order of bytes', utf16(JAPANESE, 'BE', false), 'UTF-16'],
        ['the same with ends of lines that are CR', utf16(JAPANESE.replaceAll('\n', '\r'), 'LE', false), 'UTF-16'],
        ['UTF-16 without a mark, and a single header', utf16('[a]', 'BE', false), 'UTF-16'],
        ['UTF-16 without a mark, to which somebody appended a line of UTF-8',
            Buffer.concat([utf16(JAPANESE, 'LE', false), Buffer.from('[b]\n')]), 'UTF-16'],
        ['UTF-16 to which somebody appended UTF-8', Buffer.concat([utf16(TEXT, 'LE', true), Buffer.from(TEXT)]), 'UTF-16'],
        ['UTF-32', utf32(`\ufeff${TEXT}`), 'UTF-32'],
        ['UTF-32 without a mark', utf32(TEXT), 'UTF-32'],
        ['UTF-32 without a mark, of which most is Japanese', utf32(JAPANESE), 'UTF-32'],
        ['the same with the other order of bytes', utf32(JAPANESE).swap32(), 'UTF-32'],
        ['GB18030 with a mark', Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), Buffer.from(TEXT)]), 'GB18030'],
        ['what a crash left of a file', Buffer.alloc(40), 'NUL'],
        ['UTF-8', Buffer.from(TEXT), undefined],
        ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), undefined],
        ['a file with a line in Latin-1', Buffer.from(TEXT, 'latin1'), undefined],
        ['a value with one NUL', Buffer.from('[default]\nregion = a\u0000b\n'), undefined],
        ['a value that ends in a NUL', Buffer.from('[default]\nregion = ab\u0000\nk = v\n'), undefined],
        ['UTF-8 to which a tool appended a line of UTF-16', Buffer.concat([Buffer.from(TEXT), utf16('k = v\n', 'LE', false)]), undefined],
        ['UTF-8 at whose end a crash left NULs', Buffer.concat([Buffer.from(TEXT), Buffer.alloc(10)]), undefined],
        ['an empty file', Buffer.alloc(0), undefined]
    ];

    for (const [what, bytes, encoding] of CASES) {
        it(`is ${encoding ?? 'nothing to stop at'} for ${what}`, () => {
            expect(foreignEncoding(bytes)).to.equal(encoding);
        });
    }
});
