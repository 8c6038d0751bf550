/**
 * Recognizes a press that a key makes again and again because it is held down: it began somewhere else, so it answers no question. Space
 * in a field is text.
 */
export function isHeldPress({ key, repeat, target }: KeyboardEvent): boolean {
    return repeat && (key === 'Enter' || (key === ' ' && target instanceof HTMLButtonElement));
}
