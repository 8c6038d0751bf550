/** A run of characters that tokens and keys are made of (base64 and base64url). */
const MEMBER = /[\w+/=-]/;

/** Counts of a run of characters, made while it is read. */
interface Run {
    length: number;
    lower: boolean;
    upper: boolean;
    digit: boolean;
}

const HIDDEN = '[...]';

/**
 * Hides runs of characters that look like a secret key or a token. Looks at each character once: expressions that look ahead from every
 * place of a long run take the square of its length.
 *
 * @param text any number of characters; a `String` will do
 */
export function withoutTokens(text: string): string {
    const parts: string[] = [];
    let start = 0;
    while (start < text.length) {
        const end = endOfRun(text, start);
        const piece = text.slice(start, end);
        parts.push(MEMBER.test(piece[0]) ? withoutTokensIn(piece) : piece);
        start = end;
    }
    return parts.join('');
}

/** The end of the run, or of what stands between two runs, that begins at `start`. */
function endOfRun(text: string, start: number): number {
    const inside = MEMBER.test(text[start]);
    let end = start + 1;
    while (end < text.length && MEMBER.test(text[end]) === inside) {
        end++;
    }
    return end;
}

function withoutTokensIn(run: string): string {
    if (run.includes('=')) {
        // Also what stands between a name and its value.
        const parts = run.split('=');
        if (parts.some(isSecretKey)) {
            return parts.map(part => isSecretKey(part) ? HIDDEN : part).join('=');
        }
    } else if (isSecretKey(run)) {
        return HIDDEN;
    }
    // A path has short names between its slashes; an id of a request has short groups between its dashes.
    const withoutMixed = (name: string): string => name.split('-').map(part => isMixedToken(part) ? HIDDEN : part).join('-');
    return run.split('/').map(name => isLongToken(name) ? HIDDEN : withoutMixed(name)).join('/');
}

/** 40 characters of base64, as AWS makes them. */
function isSecretKey(run: string): boolean {
    return run.length === 40 && /^[A-Za-z\d+/]*$/.test(run) && isMixed(count(run));
}

/** No word has all three kinds of letters at this length. */
function isMixedToken(part: string): boolean {
    return part.length >= 28 && isMixed(count(part));
}

function isLongToken(name: string): boolean {
    const { length, digit, lower, upper } = count(name);
    return length >= 48 && digit && (lower || upper);
}

function isMixed({ lower, upper, digit }: Run): boolean {
    return lower && upper && digit;
}

function count(text: string): Run {
    const run: Run = { length: text.length, lower: false, upper: false, digit: false };
    for (const character of text) {
        run.lower ||= character >= 'a' && character <= 'z';
        run.upper ||= character >= 'A' && character <= 'Z';
        run.digit ||= character >= '0' && character <= '9';
    }
    return run;
}
