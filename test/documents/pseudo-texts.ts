import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from './source-texts';

const PACKAGES = ['aws-accounts', 'aws-accounts-plugin-ext'];
/** Each letter by one that nobody takes for it, and that a reader still knows. */
const LETTERS: Texts = Object.fromEntries([...'AÅBɃCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ'].flatMap((letter, index, all) => index % 2 === 1 ? [] : [
    [letter, all[index + 1]], [letter.toLowerCase(), all[index + 1].toLowerCase()]
]));

/**
 * A text in a language that does not exist. It is made of the German one, which is long already, and a fifth longer still: where it fits,
 * other languages do. Placeholders stay as they are.
 */
function pseudo(text: string): string {
    const letters = (part: string): string => /^\{\d+\}$/.test(part) ? part : part.replace(/[A-Za-z]/g, letter => LETTERS[letter]);
    return `${text.split(/(\{\d+\})/).map(letters).join('')}${'·'.repeat(Math.ceil(text.length / 5))}`;
}

/**
 * All texts of the packages in that language, by their keys: other tests show that the German ones are for every key.
 *
 * @param root the folder of the repository, which a compiled spec is further away from than a test that is not
 */
export function pseudoTexts(root: string): Texts {
    const texts = PACKAGES.map(name =>
        JSON.parse(readFileSync(join(root, 'packages', name, 'src/node/localization/nls.de.json'), 'utf8')) as Texts);
    return Object.fromEntries(texts.flatMap(all => Object.entries(all)).map(([key, text]) => [key, pseudo(text)]));
}
