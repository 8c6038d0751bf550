import { readFile } from 'node:fs/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { SharedConfigFile } from '../../common/snapshot/aws-accounts-snapshot';
import { lookUntilWhole } from '../files/steady-read';
import { Clock } from '../process/clock';
import { inSlices } from '../process/slices';
import { IniDocument, parseIni, parsing } from './ini/ini-document';
import type { IniFlaw } from './ini/ini-flaws';
import { foreignEncoding } from './ini/foreign-encoding';
import { SharedConfigText } from './ini/shared-config-text';

/** A file as it was found, and what is in it: nothing if it is not there or cannot be read. */
export interface ReadConfigFile {
    readonly file: SharedConfigFile;
    readonly document: IniDocument;
}

type Content = {
    readonly kind: 'text';
    readonly bytes: Buffer;
} | { readonly kind: 'missing' } | { readonly kind: 'unreadable'; readonly code: string | undefined };

interface Known {
    readonly bytes: Buffer;
    readonly read: ReadConfigFile;
    readonly isWhole: boolean;
}

const NO_DOCUMENT = parseIni('');

/** Reads one shared config file and says what is wrong with it, if anything. */
@injectable()
export class SharedConfigFileReader {

    @inject(Clock) protected readonly clock: Clock;

    /** By path: content that says the same is not parsed again. */
    protected readonly known = new Map<string, Known>();
    protected readonly missing = new Map<string, ReadConfigFile>();
    /** Content that looked half-written and stayed that way, by path: it is not waited for again. */
    protected readonly settled = new Map<string, Buffer>();

    /** Never rejects: whatever is wrong is part of the result. The result is the same object as long as the file says the same. */
    async read(path: string): Promise<ReadConfigFile> {
        const { read, isWhole, bytes } = await lookUntilWhole(
            this.clock,
            () => this.look(path),
            found => found.isWhole || this.settled.get(path)?.equals(found.bytes) === true
        );
        if (!isWhole) {
            this.settled.set(path, bytes);
        }
        return read;
    }

    protected async look(path: string): Promise<Known> {
        const content = await readContent(path);
        return content.kind === 'text'
            ? this.interpret(path, content.bytes)
            : { read: this.withoutText(path, content), isWhole: true, bytes: Buffer.of() };
    }

    /** The document of the last reading; for an edit, which parses only new text. */
    documentOf(path: string): IniDocument | undefined {
        return this.known.get(path)?.read.document;
    }

    protected withoutText(path: string, content: Exclude<Content, { kind: 'text' }>): ReadConfigFile {
        this.known.delete(path);
        if (content.kind === 'unreadable') {
            const failure: AwsFailure = {
                reason: 'fileUnreadable', subject: path, detail: content.code, location: { file: path, line: 1 }
            };
            return { file: { path, exists: true, failure }, document: NO_DOCUMENT };
        }
        const missing = this.missing.get(path) ?? { file: { path, exists: false }, document: NO_DOCUMENT };
        this.missing.set(path, missing);
        return missing;
    }

    /** Parses in slices, and only what is new. */
    protected async interpret(path: string, bytes: Buffer): Promise<Known> {
        const known = this.known.get(path);
        if (known?.bytes.equals(bytes)) {
            return known;
        }
        const encoding = foreignEncoding(bytes);
        if (encoding !== undefined) {
            const failure = encodingFailure(path, encoding);
            return this.note(path, { bytes, read: { file: { path, exists: true, failure }, document: NO_DOCUMENT }, isWhole: false });
        }
        const { text, brokenLine } = SharedConfigText.decode(bytes);
        const readable = brokenLine === undefined ? text : SharedConfigText.readable(text);
        const document = await inSlices(parsing(readable, known?.read.document));
        const failure = firstFailure(path, document, brokenLine);
        const isWhole = failure === undefined && text !== '';
        return this.note(path, { bytes, read: { file: { path, exists: true, failure }, document }, isWhole });
    }

    protected note(path: string, known: Known): Known {
        this.known.set(path, known);
        return known;
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
