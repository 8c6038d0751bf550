/** What a person says about a profile, beside what the files say: remembered for the user, whatever the workspace. */
export type ProfileChange =
    /** Whether commands that change or destroy something ask first. */
    | { readonly kind: 'production'; readonly production: boolean }
    /** Where to call AWS with the profile; `undefined`: where the files say. */
    | { readonly kind: 'region'; readonly region: string | undefined };
