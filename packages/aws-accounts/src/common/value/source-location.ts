/** A place in one of the shared config files. */
export interface SourceLocation {
    /** Absolute path on the machine where the backend runs. */
    readonly file: string;
    /** 1-based line of the section header, or of the key that is meant. */
    readonly line: number;
}
