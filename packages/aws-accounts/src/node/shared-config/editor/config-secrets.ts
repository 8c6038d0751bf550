import { parseIni } from '../ini/ini-document';
import { SharedConfigText } from '../ini/shared-config-text';
import { SECRET_KEYS } from '../secret-keys';
import type { ConfigChange } from './config-change';

/** Tells whether the changes put a secret into the file, or one more. */
export function giveSecret(changes: readonly ConfigChange[]): boolean {
    return changes.some(change => {
        switch (change.kind) {
            case 'setKey':
                return SECRET_KEYS.includes(change.key);
            case 'addSection':
                return change.settings.some(([key]) => SECRET_KEYS.includes(key));
            case 'removeKey':
            case 'removeSection':
                return false;
        }
    });
}

/** Tells whether there is a secret in what a file says. */
export function holdSecret(content: Buffer): boolean {
    const { sections } = parseIni(SharedConfigText.decode(content).text);
    return sections.some(({ entries }) => entries.some(({ key }) => SECRET_KEYS.includes(key)));
}
