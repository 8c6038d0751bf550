import type { Authorization } from '../state/sign-in-records';

/** A person's decision about a sign-in. */
export type Decision = 'approved' | 'denied';

/** The consequence of a decision. */
export interface Decided {
    /** Address to which the browser goes next; absent in the device flow, whose client polls. */
    readonly redirect?: string;
}

/** Notes the decision of a person about a sign-in that waited for it. */
export function decide(authorization: Authorization, decision: Decision): Decided {
    authorization.decision = decision;
    const { code, redirect } = authorization;
    if (redirect === undefined) {
        return {};
    }
    const target = new URL(redirect.uri);
    target.search = new URLSearchParams(decision === 'approved'
        ? { code, state: redirect.state }
        // RFC 6749 section 4.1.2.1
        : { error: 'access_denied', error_description: 'The person refused.', state: redirect.state }).toString();
    return { redirect: target.href };
}
