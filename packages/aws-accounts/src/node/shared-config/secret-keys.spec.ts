import { expect } from 'chai';
import { interpret } from './config-interpretation';
import { giveSecret } from './editor/config-secrets';
import { parseIni } from './ini/ini-document';
import { CONFIDENTIAL_KEYS, SECRET_KEYS } from './secret-keys';

describe('A key whose value is secret', () => {
    for (const key of ['aws_secret_access_key', 'aws_session_token', 'aws_security_token']) {
        it(`is known as one everywhere: ${key}`, () => {
            expect(SECRET_KEYS).to.include(key);
            expect(CONFIDENTIAL_KEYS).to.include(key);
            expect(giveSecret([{ kind: 'setKey', section: { kind: 'profile', name: 'a' }, key, value: 'x' }])).to.equal(true);
        });

        it(`tells that a section was meant as a profile: ${key}`, () => {
            const documents = {
                config: parseIni(`[work]\n${key} = x`), credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials'
            };
            expect(interpret(documents, undefined).profiles.map(({ problem }) => problem?.kind)).to.deep.equal(['unreadableName']);
        });
    }
});
