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
        ['tool C:\\', undefined],
        ['$"a" $\'b\'', ['$a', '$b']],
        ['a\u00a0b\vc\fd\u3000e', ['a\u00a0b\vc\fd\u3000e']],
        ['a\rb\nc', ['a', 'b', 'c']],
        ['a\\\nb', ['a\nb']],
        ['', []]
    ];
    for (const [line, words] of posix) {
        it(`splits ${line || 'nothing'}`, () => expect(commandLineWords(line, false)).to.deep.equal(words));
    }

    it('leaves the backslashes of Windows paths alone', () =>
        expect(commandLineWords('"C:\\Program Files\\tool.exe" C:\\new\\a \'b', true))
            .to.deep.equal(['C:\\Program Files\\tool.exe', 'C:\\new\\a', '\'b']));

    const windows: [line: string, words: string[] | undefined][] = [
        ['"C:\\a b\\\\" c', ['C:\\a b\\', 'c']],
        ['a\\"b c', ['a"b', 'c']],
        ['"say \\"hi\\""', ['say "hi"']],
        ['\\\\server\\share', ['\\\\server\\share']],
        ['tool "" x', ['tool', '', 'x']],
        ['"open', undefined]
    ];
    for (const [line, words] of windows) {
        it(`splits ${line} on Windows`, () => expect(commandLineWords(line, true)).to.deep.equal(words));
    }
});
