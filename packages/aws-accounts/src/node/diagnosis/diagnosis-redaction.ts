import { withoutUsersAndQueries } from './addresses';
import { withoutTokens } from './secret-like';

/** Texts that must not be in a diagnosis, and the place of the home folder. */
interface RedactionRules {
    /** Folders that stand for the person. */
    readonly homes: readonly string[];
    /** Values that are known to be secret on this machine. */
    readonly secrets: readonly string[];
}

/** Shorter values are ordinary words too: to take `test` out everywhere would hide nothing and make the text unreadable. */
const SHORTEST_SECRET = 6;

const KEY_ID = /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}/g;
const WEB_TOKEN = /\beyJ[\w-]{8,}(?:\.[\w-]*)*/g;
// The last part of a request id has as many digits.
const ACCOUNT_ID = /(?<![\d.]|[0-9a-f]{4}-)\d{8}(\d{4})(?![\d.])/g;
/** Longest line of a diagnosis: a person reads it, and more does not help them. */
const TOO_LONG = /^(.{2000}).+$/gm;
const HIDDEN = '[...]';

/**
 * The last look at a diagnosis before it leaves: takes out every known secret and whatever looks like one, user names and queries of
 * addresses, and all but the last four digits of account ids. The maker of the text has left secrets out already; this is for what nobody
 * thought of. Pure.
 */
export function withoutSecrets(text: string, { homes, secrets }: RedactionRules): string {
    const longest = secrets.filter(secret => secret.length >= SHORTEST_SECRET).toSorted((one, other) => other.length - one.length);
    const known = longest.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    const plain = withoutTokens(withoutUsersAndQueries(known).replace(KEY_ID, HIDDEN).replace(WEB_TOKEN, HIDDEN));
    return homes.reduce(shortenHome, plain).replace(ACCOUNT_ID, '********$1').replace(TOO_LONG, '$1…');
}

function shortenHome(text: string, home: string): string {
    return home.length < 2 ? text : text.replace(new RegExp(`${escaped(home)}(?=[/\\\\:\\s]|$)`, 'gm'), '~');
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
