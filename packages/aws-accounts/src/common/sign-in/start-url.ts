import { AwsPartitions } from '../region/aws-partitions';
import { isLoopbackHost } from '../connection/configured-endpoint';
/** Verdict on a start URL without any call. */
export type StartUrlVerdict =
    | {
        readonly kind: 'valid';
        /** The URL as it is stored and compared. */
        readonly startUrl: string;
        /** Region that the host names, where it does. */
        readonly region?: string;
        /** Not a host of AWS: an organization's own domain may lead there, or somebody else's. */
        readonly unknownHost: boolean;
    }
    | { readonly kind: 'empty' }
    | { readonly kind: 'notAUrl' }
    | { readonly kind: 'wrongScheme'; readonly scheme: string }
    /** The host is right, the path is not; `suggestion` is what was probably meant. */
    | { readonly kind: 'wrongPath'; readonly suggestion: string }
    | { readonly kind: 'builderId' };

export namespace StartUrl {

    /** Reads a start URL as people copy it: with spaces around it, a trailing slash, or the `#/` of the portal's page. */
    export function check(input: string): StartUrlVerdict {
        const text = input.trim();
        if (text === '') {
            return { kind: 'empty' };
        }
        const url = parse(text);
        if (url === undefined) {
            return { kind: 'notAUrl' };
        }
        if (!hasAllowedScheme(url)) {
            return { kind: 'wrongScheme', scheme: url.protocol.replace(/:$/, '') };
        }
        if (!url.hostname.includes('.') && !isLoopbackHost(url.hostname)) {
            return { kind: 'notAUrl' };
        }
        const startUrl = normalize(url);
        if (startUrl === AwsPartitions.BUILDER_ID_START_URL) {
            return { kind: 'builderId' };
        }
        const isAws = AwsPartitions.isPortalHost(url.hostname);
        if (isAws && AwsPartitions.hasStartPath(url.hostname) && !/^\/(start|directory\/[^/]+)$/.test(new URL(startUrl).pathname)) {
            return { kind: 'wrongPath', suggestion: `${url.origin}/start` };
        }
        return { kind: 'valid', startUrl, region: AwsPartitions.regionOfPortal(url.hostname), unknownHost: !isAws };
    }

    /** A name for the SSO session of a start URL: the part of the host that people recognise, in characters that every tool accepts. */
    export function proposeName(startUrl: string): string {
        const url = parse(startUrl);
        const lastPart = url?.pathname.split('/').findLast(part => part !== '');
        const [label] = url?.hostname.split('.') ?? [];
        const name = label === 'identitycenter' || label === 'start' ? lastPart : label;
        return (name ?? '').replace(/[^A-Za-z0-9_.@+-]/g, '-') || 'sso';
    }

    function parse(text: string): URL | undefined {
        const withScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
        return URL.canParse(withScheme) ? new URL(withScheme) : undefined;
    }

    /** Plain HTTP is for this machine only, where a local stand-in for AWS may listen. */
    function hasAllowedScheme({ protocol, hostname }: URL): boolean {
        return protocol === 'https:' || protocol === 'http:' && isLoopbackHost(hostname);
    }

    function normalize({ origin, pathname }: URL): string {
        return `${origin}${pathname}`.replace(/\/+$/, '');
    }
}
