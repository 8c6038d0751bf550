import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { AwsLoginLine } from './aws-login-line';

/** The arguments that a POSIX shell hands to a program. */
function wordsOf(line: string): string[] {
    return execFileSync('/bin/sh', ['-c', `aws() { for word; do printf '%s\\0' "$word"; done; }\n${line}`], { encoding: 'utf8' })
        .split('\0')
        .slice(0, -1);
}

describe('the line that runs aws login', () => {

    const names: readonly (readonly [string, string | undefined, string | undefined])[] = [
        ['dev', 'aws login --profile dev', 'aws login --profile dev'],
        [
            'team/dev@corp.example:1+a=b_d-e',
            'aws login --profile team/dev@corp.example:1+a=b_d-e',
            'aws login --profile team/dev@corp.example:1+a=b_d-e'
        ],
        ['a,b', 'aws login --profile a,b', undefined],
        ['@team', 'aws login --profile @team', undefined],
        ['=ls', "aws login --profile '=ls'", undefined],
        ['two words', "aws login --profile 'two words'", undefined],
        ["it's", "aws login --profile 'it'\\''s'", undefined],
        ['$(touch x)', "aws login --profile '$(touch x)'", undefined],
        ['a;b', "aws login --profile 'a;b'", undefined],
        ['a`b`"c"', "aws login --profile 'a`b`\"c\"'", undefined],
        ['!!', "aws login --profile '!!'", undefined],
        ['~', "aws login --profile '~'", undefined],
        ['*', "aws login --profile '*'", undefined],
        ['-x', "aws login --profile='-x'", undefined],
        ['--endpoint-url=http://evil', "aws login --profile='--endpoint-url=http://evil'", undefined],
        ['entwicklung-grün', "aws login --profile 'entwicklung-grün'", undefined],
        ['%PATH%', 'aws login --profile %PATH%', undefined],
        ['a\\b', undefined, undefined],
        ["\\'; touch x", undefined, undefined],
        ['a\nb', undefined, undefined],
        ['a\rb', undefined, undefined],
        ['a\u001b[2Jb', undefined, undefined],
        ['a\u0003b', undefined, undefined],
        ['', undefined, undefined]
    ];
    for (const [name, posix, windows] of names) {
        it(`for ${JSON.stringify(name)} is ${posix ?? 'not to be had'}, and on Windows ${windows ?? 'not to be had'}`, () => {
            expect([AwsLoginLine.forProfile(name, false), AwsLoginLine.forProfile(name, true)]).to.deep.equal([posix, windows]);
        });
        if (posix !== undefined) {
            it(`hands ${JSON.stringify(name)} to the command as it is`, () => {
                const words = wordsOf(posix).flatMap(word =>
                    word.startsWith('--profile=') ? ['--profile', word.slice('--profile='.length)] : [word]
                );
                expect(words).to.deep.equal(['login', '--profile', name]);
            });
        }
    }
});
