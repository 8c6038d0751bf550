const SEPARATOR = '://';
/** No scheme is longer. */
const LONGEST_SCHEME = 31;

const SCHEME = /[a-z0-9+.-]/i;
const LETTER = /[a-z]/i;
const SPACE = /\s/;
/** Characters that end the user, the place, and the query of an address. */
const [ENDS_USER, ENDS_PLACE, ENDS_QUERY] = ['/?#', '?#"\'', '"\''];

/**
 * Takes users with their passwords, queries and fragments out of all addresses. Looks at each character a few times at the most, however
 * the text is made: an expression that begins anew at every letter takes the square of a long word.
 *
 * @param text any number of characters; a `String` will do
 */
export function withoutUsersAndQueries(text: string): string {
    const parts: string[] = [];
    let done = 0;
    for (let at = text.indexOf(SEPARATOR); at !== -1; at = text.indexOf(SEPARATOR, Math.max(done, at + 1))) {
        if (endsScheme(text, at, done)) {
            const begin = at + SEPARATOR.length;
            const place = endOfUser(text, begin);
            const query = endOf(text, place, ENDS_PLACE);
            parts.push(text.slice(done, begin), text.slice(place, query));
            done = text[query] === '?' || text[query] === '#' ? endOf(text, query + 1, ENDS_QUERY) : query;
        }
    }
    return parts.join('') + text.slice(done);
}

/** Tells whether a scheme stands before `end`, and not before `begin`. */
function endsScheme(text: string, end: number, begin: number): boolean {
    const first = Math.max(begin, end - LONGEST_SCHEME);
    let at = end - 1;
    while (at >= first && SCHEME.test(text[at]) && !LETTER.test(text[at])) {
        at--;
    }
    return at >= first && LETTER.test(text[at]);
}

/** The place behind the last `@` of the user; `begin` where there is none. */
function endOfUser(text: string, begin: number): number {
    let [at, end] = [begin, begin];
    while (at < text.length && !ENDS_USER.includes(text[at]) && !SPACE.test(text[at])) {
        at++;
        end = text[at - 1] === '@' ? at : end;
    }
    return end;
}

function endOf(text: string, begin: number, ends: string): number {
    let at = begin;
    while (at < text.length && !ends.includes(text[at]) && !SPACE.test(text[at])) {
        at++;
    }
    return at;
}
