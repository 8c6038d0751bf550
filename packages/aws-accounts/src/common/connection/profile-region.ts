/** The place where the region of a profile was found; `default` means that nothing names one, `chosen` that the person said so here. */
export interface ProfileRegion {
    readonly name: string;
    readonly origin: 'profile' | 'environment' | 'default' | 'chosen';
    /** Another profile than the one whose region it is. */
    readonly profile?: string;
    /** With `chosen`: what files and environment say. */
    readonly found?: ProfileRegion;
}

export namespace ProfileRegion {

    /** The region that somebody named; `undefined` for the one that is taken when nobody did. */
    export function named({ name, origin }: ProfileRegion): string | undefined {
        return origin === 'default' ? undefined : name;
    }
}
