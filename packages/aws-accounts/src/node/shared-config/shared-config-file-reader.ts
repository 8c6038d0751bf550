import { readFile } from 'node:fs/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../common/aws-accounts-error';
import type { SharedConfigFile } from '../../common/aws-accounts-snapshot';
import { Clock } from '../process/clock';
import { IniDocument, parseIni } from './ini/ini-document';
import type { IniFlaw } from './ini/ini-flaws';
import { foreignEncoding } from './ini/foreign-encoding';
import { SharedConfigText } from './ini/shared-config-text';

/** A file as it was found, and what is in it: nothing if it is not there or cannot be read. */
export interface ReadConfigFile {
    readonly file: SharedConfigFile;
    readonly document: IniDocument;
}

/** Other tools write in place: what is empty or flawed is looked at again this often, this many milliseconds apart. */
const ATTEMPTS = 5;
const PAUSE_MS = 50;

type Content = { readonly kind: 'text'; readonly bytes: Buffer } | { readonly kind: 'missing' } | { readonly kind: 'unreadable'; readonly code: string | undefined };

/** Reads one shared config file and says what is wrong with it, if anything. */
@injectable()
export class SharedConfigFileReader {

    @inject(Clock) protected readonly clock: Clock;

    /** Content that looked half-written and stayed that way, by path: it is not waited for again. */
    protected readonly settled = new Map<string, Buffer>();

    /** Never rejects: whatever is wrong is part of the result. */
    async read(path: string): Promise<ReadConfigFile> {
        for (let attempt = 1; ; attempt += 1) {
            const content = await readContent(path);
            const { read, isWhole } = interpretContent(path, content);
            if (isWhole || content.kind !== 'text' || this.settled.get(path)?.equals(content.bytes)) {
                return read;
            }
            if (attempt === ATTEMPTS) {
                this.settled.set(path, content.bytes);
                return read;
            }
            await this.clock.delay(PAUSE_MS);
        }
    }
}

async function readContent(path: string): Promise<Content> {
    try {
        return { kind: 'text', bytes: await readFile(path) };
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', code };
    }
}

function interpretContent(path: string, content: Content): { read: ReadConfigFile; isWhole: boolean } {
    switch (content.kind) {
        case 'missing':
            return { read: { file: { path, exists: false }, document: parseIni('') }, isWhole: true };
        case 'unreadable': {
            const failure: AwsFailure = {
                reason: 'fileUnreadable',
                subject: path,
                detail: content.code,
                location: { file: path, line: 1 }
            };
            return { read: { file: { path, exists: true, failure }, document: parseIni('') }, isWhole: true };
        }
        case 'text': {
            const encoding = foreignEncoding(content.bytes);
            if (encoding !== undefined) {
                return { read: { file: { path, exists: true, failure: encodingFailure(path, encoding) }, document: parseIni('') }, isWhole: false };
            }
            const { text, brokenLine } = SharedConfigText.decode(content.bytes);
            const document = parseIni(SharedConfigText.readable(text));
            const failure = firstFailure(path, document, brokenLine);
            return { read: { file: { path, exists: true, failure }, document }, isWhole: failure === undefined && text !== '' };
        }
    }
}

/** A file of which nothing is read, and to which nothing is written. */
export function encodingFailure(path: string, name: string): AwsFailure {
    return { reason: 'fileBroken', subject: path, location: { file: path, line: 1 }, trouble: { kind: 'encoding', name } };
}

/** The first flaw of a file; the rest of the file counts all the same. */
function firstFailure(path: string, { flaws: [flaw] }: IniDocument, brokenLine: number | undefined): AwsFailure | undefined {
    const first: IniFlaw | undefined =
        brokenLine !== undefined && (flaw === undefined || brokenLine <= flaw.line) ? { line: brokenLine, kind: 'notUtf8' } : flaw;
    return first && {
        reason: 'fileBroken', subject: path, detail: first.kind, location: { file: path, line: first.line },
        ...first.other !== undefined && { trouble: { kind: 'twice', line: first.other } }
    };
}
