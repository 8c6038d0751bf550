/** The session that a profile has is of somebody else than the person who has signed in now. */
export interface SessionReplacement {
    readonly profile: string;
    /** ARNs. */
    readonly before: string;
    readonly now: string;
}
