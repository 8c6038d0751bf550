/** A role of an account, as IAM Identity Center assigns it to a person, that is to become a profile. Plain JSON; holds no secret. */
export interface RoleProfileRequest {
    /** Name of the SSO session that gives the role. */
    readonly ssoSession: string;
    /** 12 digits. */
    readonly accountId: string;
    readonly accountName?: string;
    readonly roleName: string;
    /** Region that the profile gets, for example that of the SSO session. */
    readonly region: string;
    /** Name that a person chose for the profile; without one a free name is proposed. */
    readonly profile?: string;
}

/** Fate of one request. */
export type RoleProfileProposal =
    /** A profile of this name is to be written, or was. */
    | { readonly kind: 'new'; readonly profile: string }
    /** This profile is the role already; nothing is written. */
    | { readonly kind: 'existing'; readonly profile: string }
    /** The chosen name belongs to a profile that is something else; nothing is written. */
    | { readonly kind: 'nameTaken'; readonly profile: string };

/** The lines that would be added to the config file. */
interface RoleProfilePreview {
    /** Absolute path on the backend's machine. */
    readonly path: string;
    /** 1-based: where the first of the lines will stand. */
    readonly line: number;
    readonly lines: readonly string[];
}

export interface RoleProfilePlan {
    /** One for each request, in their order. */
    readonly proposals: readonly RoleProfileProposal[];
    readonly preview: RoleProfilePreview;
}

/** Outcome of the removal of a profile. Only a profile that this product wrote, and nobody changed since, is removed. */
export type RoleProfileRemoval =
    | { readonly kind: 'removed' }
    | { readonly kind: 'notOurs' }
    /** Somebody changed the profile, or added to it, since it was written. */
    | { readonly kind: 'changed' }
    /** Other profiles go through it. */
    | { readonly kind: 'needed'; readonly by: readonly string[] }
    /** Somebody else removed it already; it is forgotten. */
    | { readonly kind: 'gone' };

export namespace RoleProfile {

    /**
     * A name that says which organisation, account and role it is, in characters that every tool accepts: `corp-sandbox-Admin`. Where that
     * is taken it has the account id in it, and a number in the end.
     *
     * @param isTaken whether a profile of that name exists
     */
    export function proposeName(
        { ssoSession, accountId, accountName, roleName }: RoleProfileRequest,
        isTaken: (name: string) => boolean
    ): string {
        const account = wordOf(accountName?.toLowerCase() ?? '') || accountId;
        const [session, role] = [wordOf(ssoSession) || 'sso', wordOf(roleName) || 'role'];
        const names = [`${session}-${account}-${role}`, `${session}-${accountId}-${role}`];
        for (let number = 2; names.every(isTaken); number += 1) {
            names.push(`${session}-${accountId}-${role}-${number}`);
        }
        return names.find(name => !isTaken(name)) ?? names[0];
    }

    function wordOf(text: string): string {
        return text.replace(/[^A-Za-z0-9_.@+]+/g, '-').replace(/^-+|-+$/g, '');
    }
}
