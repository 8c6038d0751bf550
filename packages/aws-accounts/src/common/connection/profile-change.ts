import { isObject } from '../value/json-value';

/** Change that a person makes to a profile, beside the files: remembered for the user, whatever the workspace. */
export type ProfileChange =
    /** True when commands that change or destroy something ask first. */
    | { readonly kind: 'production'; readonly production: boolean }
    /**
     * Marks that were lost are not missed: no profile counts as production any more unless the person said so. Said at one profile, it
     * holds for all.
     */
    | { readonly kind: 'lostMarksForgotten' }
    /** Region for calls with the profile; `undefined`: that of the files. */
    | { readonly kind: 'region'; readonly region: string | undefined };

export namespace ProfileChange {

    /** Tells whether `value`, which came over the wire, is a change that this version knows. */
    export function is(value: unknown): value is ProfileChange {
        if (!isObject(value)) {
            return false;
        }
        switch (value.kind as ProfileChange['kind']) {
            case 'production':
                return typeof value.production === 'boolean';
            case 'region':
                return value.region === undefined || typeof value.region === 'string';
            case 'lostMarksForgotten':
                return true;
            default:
                return false;
        }
    }
}
