import { expect } from 'chai';
import { interpret, Interpretation } from './config-interpretation';
import { parseIni } from './ini/ini-document';

function read(config: string): Interpretation {
    return interpret(
        { config: parseIni(config), credentials: parseIni(''), configFile: '/config', credentialsFile: '/credentials' }, undefined
    );
}

describe('A value that goes on in another line', () => {

    const COMMANDS: readonly (readonly [what: string, lines: string, whole: string])[] = [
        ['with an argument', 'tool\n  account', 'tool\naccount'],
        ['with an equals sign', 'tool\n\t--account=2\n\tjson', 'tool\n--account=2\njson'],
        ['with a comment and an empty line between', 'tool\n  # c\n\n  account', 'tool\naccount'],
        ['less deep than the line before', 'tool\n    --a=1\n  b', 'tool\n--a=1\nb'],
        ['with Windows line ends', 'tool\r\n  account', 'tool\naccount'],
        ['up to the next key', 'tool\n  a\noutput = json\n  b', 'tool\na']
    ];
    for (const [what, lines, whole] of COMMANDS) {
        it(`is whole for a command: ${what}`, () => {
            const { settings, profiles: [{ problem }] } = read(`[profile a]\ncredential_process = ${lines}\n`);
            expect([settings.profile('a')?.get('credential_process'), problem]).to.deep.equal([whole, undefined]);
        });
    }

    const REFUSED: readonly (readonly [key: string, lines: string])[] = [
        ['role_arn', 'role_arn = arn:aws:iam::111122223333:role/A\n  dmin\nsource_profile = b\n'],
        ['sso_role_name', 'sso_role_name = Admin\n\tistrator\nsso_account_id = 111122223333\n'],
        ['aws_secret_access_key', 'aws_secret_access_key = wJalr\n  # c\n\n  Xut\naws_access_key_id = A\n'],
        ['region', 'region = us-east-1\n  output = json\n   -2\n'],
        ['credential_process', 'credential_process = /opt/pick\n  Region = us-east-1\n']
    ];
    for (const [key, lines] of REFUSED) {
        it(`is refused where tools would be somebody else, or elsewhere: ${key}`, () => {
            const { profiles: [{ problem }] } = read(`[profile a]\n${lines}`);
            expect(problem).to.deep.equal({ kind: 'valueGoesOn', key, location: { file: '/config', line: 2 } });
        });
    }

    const SESSION = '[sso-session corp]\nsso_start_url = https://a.awsapps.com/start\n';

    it('gives a session the scopes of all lines', () => {
        const { ssoSessions: [{ session }] } =
            read(`${SESSION}sso_region = eu-west-1\nsso_registration_scopes = sso:account:access,\n  codewhisperer:completions\n`);
        expect(session?.scopes).to.deep.equal(['sso:account:access', 'codewhisperer:completions']);
    });

    it('gives no session another start URL', () => {
        const { ssoSessions: [{ connection, session }] } = read(`${SESSION}  /b\nsso_region = eu-west-1\n`);
        const problem = { kind: 'valueGoesOn', key: 'sso_start_url', location: { file: '/config', line: 2 } };
        expect([connection.problem, session]).to.deep.equal([problem, undefined]);
    });
});
