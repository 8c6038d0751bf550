const LONGEST_TEXT = 300;

/** Runs of the characters that tokens, codes, keys and secrets are made of: long ones, and shorter ones that no word looks like. */
const SECRET_LOOKING = /[A-Za-z0-9+/_=~.-]{24,}|(?=[A-Za-z+/_=-]*\d)(?=\d*[A-Za-z])[A-Za-z0-9+/_=-]{16,}/g;

/** A text of another system, shortened and without anything that could be a secret. Account ids and ordinary words stay. */
export function redact(text: string): string {
    return text.replace(SECRET_LOOKING, '[...]').slice(0, LONGEST_TEXT);
}
