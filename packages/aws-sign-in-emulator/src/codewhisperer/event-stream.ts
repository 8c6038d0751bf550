const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) {
        value = value & 1 ? (value >>> 1) ^ 0xEDB88320 : value >>> 1;
    }
    return value >>> 0;
});

/** CRC-32 of IEEE 802.3: Node.js has one of its own from 22.2 on. */
function crc32(bytes: Buffer): number {
    let crc = 0xFFFFFFFF;
    for (const byte of bytes) {
        crc = CRC_TABLE[(crc ^ byte) & 0xFF] ^ (crc >>> 8);
    }
    return (crc ^ 0xFFFFFFFF) >>> 0;
}

/** A body of `application/vnd.amazon.eventstream`. Source: "Event stream encoding", Amazon Transcribe Developer Guide. */
export namespace EventStream {

    export const CONTENT_TYPE = 'application/vnd.amazon.eventstream';

    export function of(events: readonly (readonly [type: string, payload: unknown])[]): Buffer {
        return Buffer.concat(events.map(([type, payload]) => message(type, payload)));
    }

    function message(type: string, payload: unknown): Buffer {
        const headers = Buffer.concat([
            header(':message-type', 'event'), header(':event-type', type), header(':content-type', 'application/json')
        ]);
        const body = Buffer.from(JSON.stringify(payload));
        const prelude = Buffer.alloc(8);
        prelude.writeUInt32BE(16 + headers.length + body.length, 0);
        prelude.writeUInt32BE(headers.length, 4);
        const whole = Buffer.concat([prelude, number(crc32(prelude)), headers, body]);
        return Buffer.concat([whole, number(crc32(whole))]);
    }

    /** A header with a text as its value (type 7). */
    function header(name: string, value: string): Buffer {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(Buffer.byteLength(value));
        return Buffer.concat([Buffer.from([Buffer.byteLength(name)]), Buffer.from(name), Buffer.from([7]), length, Buffer.from(value)]);
    }

    function number(value: number): Buffer {
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32BE(value);
        return bytes;
    }
}
