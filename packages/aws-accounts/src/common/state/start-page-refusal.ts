/** Reason why a start URL on a domain of an organization is not followed. */
export type StartPageRefusal =
    /** It names a machine by its address, and no domain. */
    | { readonly kind: 'notADomain'; readonly host: string }
    /** The host answers with something else than a redirect. */
    | { readonly kind: 'noRedirect'; readonly host: string }
    /** The redirect leads to plain HTTP. */
    | { readonly kind: 'plainHttp'; readonly host: string }
    /** The redirect leads to a host that is not AWS's, where it may go on or not. */
    | { readonly kind: 'foreignHost'; readonly host: string }
    /** The redirect leads to AWS, but to no start page of an organization. */
    | { readonly kind: 'notAStartPage'; readonly host: string };
