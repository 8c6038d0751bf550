import { parseIni } from '../ini/ini-document';
import { SharedConfigText } from '../ini/shared-config-text';
import { SESSION_TOKENS } from '../profile-settings';
import type { ConfigChange } from './config-change';

const SECRET: readonly string[] = ['aws_secret_access_key', ...SESSION_TOKENS];

/** Tells whether the changes put a secret into the file, or one more. */
export function giveSecret(changes: readonly ConfigChange[]): boolean {
    return changes.some(change => {
        switch (change.kind) {
            case 'setKey':
                return SECRET.includes(change.key);
            case 'addSection':
                return change.settings.some(([key]) => SECRET.includes(key));
            case 'removeKey':
            case 'removeSection':
                return false;
        }
    });
}

/** Tells whether there is a secret in what a file says. */
export function holdSecret(content: Buffer): boolean {
    return parseIni(SharedConfigText.decode(content).text).sections.some(({ entries }) => entries.some(({ key }) => SECRET.includes(key)));
}
