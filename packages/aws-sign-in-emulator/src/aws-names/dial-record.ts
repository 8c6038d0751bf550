import { existsSync, readFileSync } from 'node:fs';

/** One line of the record that led processes write. */
export interface DialLine {
    readonly kind: 'dialled' | 'connected' | 'refused';
    readonly host: string;
    readonly port: number;
    /** Local port of the connection, by which the server knows it again. */
    readonly from?: number;
    /** Epoch milliseconds. */
    readonly at: number;
    readonly pid: number;
}

/** The dials of led processes, read from the file that they write. */
export class DialRecord {

    constructor(readonly file: string) { }

    lines(): DialLine[] {
        return existsSync(this.file)
            ? readFileSync(this.file, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line) as DialLine)
            : [];
    }

    /** Each `host:port` that was dialled or refused, oldest first. */
    dials(): DialLine[] {
        return this.lines().filter(({ kind }) => kind !== 'connected');
    }
}
