/**
 * `code` for a screen reader, which then reads it letter by letter: `A B C D, E F G H` for `ABCD-EFGH`. Digits of an account id come in
 * fours.
 */
export function spelledText(code: string): string {
    const groups = /^\d{12}$/.test(code) ? code.match(/\d{4}/g) ?? [] : code.split('-');
    return groups.map(group => [...group].join(' ')).join(', ');
}
