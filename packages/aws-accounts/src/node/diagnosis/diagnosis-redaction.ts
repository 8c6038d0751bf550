/** What must not be in a diagnosis, and where the home folder is. */
export interface RedactionRules {
    /** Folders that stand for the person. */
    readonly homes: readonly string[];
    /** Values that are known to be secret on this machine. */
    readonly secrets: readonly string[];
}

/** Shorter values are ordinary words too: to take `test` out everywhere would hide nothing and make the text unreadable. */
const SHORTEST_SECRET = 6;

const ADDRESS = /([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#]*@)?([^\s?#"']+)(?:[?#][^\s"']*)?/gi;
const KEY_ID = /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}/g;
const WEB_TOKEN = /\beyJ[\w-]{8,}(?:\.[\w-]*)*/g;
const SECRET_KEY =
    /(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g;
/** No word has all three kinds of letters at this length. */
const MIXED_TOKEN = /(?=\w*[a-z])(?=\w*[A-Z])(?=[A-Za-z_]*\d)[\w+=]{28,}/g;
const LONG_TOKEN = /(?=[\w+=-]*\d)(?=[\w+=-]*[A-Za-z])[\w+=-]{48,}/g;
// The last part of a request id has as many digits.
const ACCOUNT_ID = /(?<![\d.]|[0-9a-f]{4}-)\d{8}(\d{4})(?![\d.])/g;
const HIDDEN = '[...]';

/**
 * The last look at a diagnosis before it leaves: takes out every known secret and whatever looks like one, user names and queries of
 * addresses, and all but the last four digits of account ids. What makes the text has left secrets out already; this is for what nobody
 * thought of. Pure.
 */
export function withoutSecrets(text: string, { homes, secrets }: RedactionRules): string {
    const longest = secrets.filter(secret => secret.length >= SHORTEST_SECRET).toSorted((one, other) => other.length - one.length);
    const known = longest.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    const plain = [KEY_ID, WEB_TOKEN, SECRET_KEY, MIXED_TOKEN, LONG_TOKEN].reduce(
        (rest, pattern) => rest.replace(pattern, HIDDEN),
        known.replace(ADDRESS, '$1$2')
    );
    return homes.reduce(shortenHome, plain).replace(ACCOUNT_ID, '********$1');
}

function shortenHome(text: string, home: string): string {
    return home.length < 2 ? text : text.replace(new RegExp(`${escaped(home)}(?=[/\\\\:\\s]|$)`, 'gm'), '~');
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
