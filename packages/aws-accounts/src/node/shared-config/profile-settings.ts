import type { SourceLocation } from '../../common/source-location';
import type { IniEntry, IniSection } from './ini/ini-document';

/** A value of a section and where it stands. May be a secret: stays in the backend. */
export interface Setting {
    readonly value: string;
    readonly location: SourceLocation;
    readonly inCredentialsFile: boolean;
}

/** Both names of the setting, in the order in which the AWS CLI looks for them. */
export const SESSION_TOKENS = ['aws_security_token', 'aws_session_token'] as const;

/** The merged settings of one profile or SSO session. */
export class SectionSettings {

    /** A map, not an object: names come from files, and `__proto__` is one that people try. */
    protected readonly settings = new Map<string, Setting>();
    protected readonly places: SourceLocation[] = [];

    constructor(readonly name: string) { }

    get locations(): readonly SourceLocation[] {
        return this.places;
    }

    /**
     * Adds a section; its keys win over those added before, unless they are empty: the SDK does not see those.
     *
     * @param inherited what counts for each section of the file that does not say it itself
     */
    add({ line, entries }: IniSection, file: string, inCredentialsFile: boolean, inherited: readonly IniEntry[] = []): void {
        this.places.push({ file, line });
        for (const entry of [...inherited.filter(({ key }) => this.settings.get(key)?.location.file !== file), ...entries]) {
            if (entry.value !== '' || !this.settings.has(entry.key)) {
                this.settings.set(entry.key, { value: entry.value, location: { file, line: entry.line }, inCredentialsFile });
            }
        }
    }

    /** The value of `key`; an empty one counts as absent. */
    get(key: string): string | undefined {
        return this.settings.get(key)?.value || undefined;
    }

    /** The token that goes with temporary keys. The AWS CLI looks for the old name first. */
    sessionToken(): string | undefined {
        return SESSION_TOKENS.map(key => this.get(key)).find(token => token !== undefined);
    }

    /** Every key with its value, in the order of the files. */
    all(): [key: string, value: string][] {
        return [...this.settings].map(([key, { value }]) => [key, value]);
    }

    setting(key: string): Setting | undefined {
        return this.settings.get(key);
    }

    /** Whether any of `keys` has a value. */
    has(...keys: string[]): boolean {
        return keys.some(key => this.get(key) !== undefined);
    }
}
