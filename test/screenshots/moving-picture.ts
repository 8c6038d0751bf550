import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** One state of a moving picture. */
export interface Look {
    /** A PNG file. All of a picture have the same size and kind of colors. */
    readonly picture: Buffer;
    /** Time for which it stands, in milliseconds. */
    readonly ms: number;
}

interface Chunk {
    readonly type: string;
    readonly data: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** It stops by itself: what moves without an end takes the eyes off the text beside it. */
const PLAYS = 3;

/**
 * Writes a moving picture that browsers show and that other programs take for the first of its states.
 * Source: Portable Network Graphics Specification, third edition, sections 11.3.6 (acTL, fcTL, fdAT).
 */
export function movingPicture(path: string, looks: readonly Look[]): void {
    const frames = looks.map(({ picture }) => chunksOf(picture));
    const header = frames[0].filter(({ type }) => type === 'IHDR');
    let sequence = 0;
    const states = frames.flatMap((chunks, index) => [
        { type: 'fcTL', data: control(sequence++, header[0].data, looks[index].ms) },
        ...chunks.filter(({ type }) => type === 'IDAT')
            .map(({ data }) => index === 0 ? { type: 'IDAT', data } : { type: 'fdAT', data: Buffer.concat([uint32(sequence++), data]) })
    ]);
    const animation = { type: 'acTL', data: Buffer.concat([uint32(looks.length), uint32(PLAYS)]) };
    const end = { type: 'IEND', data: Buffer.alloc(0) };
    writeFileSync(path, Buffer.concat([SIGNATURE, ...[...header, animation, ...states, end].map(written)]));
}

function chunksOf(png: Buffer): readonly Chunk[] {
    const chunks: Chunk[] = [];
    for (let at = SIGNATURE.length; at < png.length;) {
        const length = png.readUInt32BE(at);
        chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
        at += length + 12;
    }
    return chunks;
}

/** @param header of the picture: its first eight bytes are the size */
function control(sequence: number, header: Buffer, ms: number): Buffer {
    const place = Buffer.alloc(8);
    const delay = Buffer.alloc(4);
    delay.writeUInt16BE(ms, 0);
    delay.writeUInt16BE(1_000, 2);
    // Neither disposed of nor blended: each state covers the one before it.
    return Buffer.concat([uint32(sequence), header.subarray(0, 8), place, delay, Buffer.alloc(2)]);
}

function written({ type, data }: Chunk): Buffer {
    const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([uint32(data.length), checked, uint32(crc32(checked))]);
}

function uint32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
