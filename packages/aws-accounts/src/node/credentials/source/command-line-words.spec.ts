import { expect } from 'chai';
import { commandLineWords } from './command-line-words';

describe('commandLineWords', () => {

    const posix: [line: string, words: string[] | undefined][] = [
        ['tool --json', ['tool', '--json']],
        ['  tool\t a  ', ['tool', 'a']],
        ['"/opt/my tool/run" \'a b\'', ['/opt/my tool/run', 'a b']],
        ['a"b c"d', ['ab cd']],
        ['tool ""', ['tool', '']],
        ['/opt/my\\ tool', ['/opt/my tool']],
        ['"say \\"hi\\" \\n"', ['say "hi" \\n']],
        ['\'no \\ escape\'', ['no \\ escape']],
        ['echo $HOME | cat', ['echo', '$HOME', '|', 'cat']],
        ['"open', undefined],
        ['', []]
    ];
    for (const [line, words] of posix) {
        it(`splits ${line || 'nothing'}`, () => expect(commandLineWords(line, false)).to.deep.equal(words));
    }

    it('leaves the backslashes of Windows paths alone', () =>
        expect(commandLineWords('"C:\\Program Files\\tool.exe" C:\\new\\a \'b', true)).to.deep.equal(['C:\\Program Files\\tool.exe', 'C:\\new\\a', '\'b']));
});
