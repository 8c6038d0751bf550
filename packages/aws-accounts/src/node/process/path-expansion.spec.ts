import { expect } from 'chai';
import { expandPath } from './path-expansion';

const VARIABLES = { HOME: '/home/jo', custom_1: 'own', EMPTY: '' };
const USERS = 'root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann/:/bin/bash\n';

describe('The path that a variable names', () => {

    const CASES: [path: string, expanded: string][] = [
        ['/a/b', '/a/b'],
        ['$HOME/custom/config', '/home/jo/custom/config'],
        ['${HOME}/custom/${custom_1}', '/home/jo/custom/own'],
        ['~', '/home/jo'],
        ['~/x', '/home/jo/x'],
        ['~ann/x', '/home/ann/x'],
        ['~nobody/x', '~nobody/x'],
        ['a/~/x', 'a/~/x'],
        ['$NONE/x', '$NONE/x'],
        ['${NONE}/x', '${NONE}/x'],
        ['/x/$EMPTY/y', '/x//y'],
        ['$custom_1.bak', 'own.bak'],
        ['100$', '100$'],
        ['$', '$']
    ];
    for (const [path, expanded] of CASES) {
        it(`is ${expanded} for ${path}`, () => {
            expect(expandPath(path, VARIABLES, '/home/jo', () => USERS)).to.equal(expanded);
        });
    }

    it('may stand in a variable as a whole', () => {
        expect(expandPath('$WHERE/x', { WHERE: '~ann' }, '/home/jo', () => USERS)).to.equal('/home/ann/x');
    });
});
