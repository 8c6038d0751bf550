/** The parts of a text between white space. Quotes are parts like any other, as where Theia splits the arguments of a shell. */
export function wordsOf(text: string): string[] {
    return text.split(/\s+/).filter(word => word !== '');
}
