import { expect } from 'chai';
import type { AccessKeysDraft, FieldProblem, RoleDraft } from '../../common/profile/profile-draft';
import { interpret } from '../shared-config/config-interpretation';
import { parseIni } from '../shared-config/ini/ini-document';
import { remarksOn, remarksOnSecrets } from './profile-draft-check';

const CONFIG = `[profile base]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = s

[profile middle]
role_arn = arn:aws:iam::111122223333:role/M
source_profile = top

[profile top]
role_arn = arn:aws:iam::111122223333:role/T
source_profile = base

[profile broken]
role_arn = x
source_profile = base
`;
const SURROUNDINGS = interpret(
    { config: parseIni(CONFIG), credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials' },
    undefined
);
const KEYS: AccessKeysDraft = {
    kind: 'accessKeys',
    name: 'new',
    exists: false,
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    region: 'eu-central-1'
};
const ROLE: RoleDraft = {
    kind: 'role',
    name: 'new',
    exists: false,
    roleArn: 'arn:aws:iam::111122223333:role/path/R',
    source: { kind: 'profile', name: 'base' }
};
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('what is wrong with a profile that a person drafts', () => {

    const described = (remarks: readonly FieldProblem[]): string => remarks.map(({ field, kind }) => `${field} ${kind}`).join(', ');

    const KEYS_CASES: [what: string, change: Partial<AccessKeysDraft>, remarks: string][] = [
        ['nothing', {}, ''],
        ['no name', { name: '' }, 'name missing'],
        ['a name with a space', { name: 'my keys' }, 'name malformed'],
        ['a name that closes the section', { name: 'a]' }, 'name malformed'],
        ['a name that objects inherit', { name: 'constructor' }, 'name malformed'],
        ['a name that is there', { name: 'base' }, 'name nameTaken'],
        ['a name that differs in case', { name: 'BASE' }, 'name nameTaken'],
        ['the name of the profile that is edited', { name: 'base', exists: true }, ''],
        ['no key id', { accessKeyId: '' }, 'accessKeyId missing'],
        ['no key id in an edit', { name: 'base', exists: true, accessKeyId: '' }, ''],
        ['the secret key as key id', { accessKeyId: SECRET }, 'accessKeyId malformed'],
        ['a line break in the key id', { accessKeyId: 'AKIAIOSFODNN7EXAM\nPLE' }, 'accessKeyId malformed'],
        ['a region that is part of a host name of its own', { region: 'evil.example/' }, 'region malformed'],
        ['no region', { region: undefined }, '']
    ];
    for (const [what, change, remarks] of KEYS_CASES) {
        it(`of keys: ${what}`, () => {
            expect(described(remarksOn({ ...KEYS, ...change }, SURROUNDINGS))).to.equal(remarks);
        });
    }

    const ROLE_CASES: [what: string, change: Partial<RoleDraft>, remarks: string][] = [
        ['nothing', {}, ''],
        ['no ARN', { roleArn: '' }, 'roleArn missing'],
        ['the ARN of a user', { roleArn: 'arn:aws:iam::111122223333:user/dev' }, 'roleArn malformed'],
        ['an account of 11 digits', { roleArn: 'arn:aws:iam::11112222333:role/R' }, 'roleArn malformed'],
        ['the ARN of a session', { roleArn: 'arn:aws:sts::111122223333:assumed-role/R/jo' }, 'roleArn sessionArn'],
        ['an ARN of another partition', { roleArn: 'arn:aws-us-gov:iam::111122223333:role/R' }, ''],
        ['no source', { source: { kind: 'profile', name: '' } }, 'source missing'],
        ['a source that is not there', { source: { kind: 'profile', name: 'gone' } }, 'source unusableSource'],
        ['a source that cannot be used', { source: { kind: 'profile', name: 'broken' } }, 'source unusableSource'],
        ['a circle', { name: 'top', exists: true, source: { kind: 'profile', name: 'middle' } }, 'source unusableSource'],
        ['a source on this machine', { source: { kind: 'machine', name: 'EcsContainer' } }, ''],
        ['a source on this machine that is none', { source: { kind: 'machine', name: 'Toaster' } }, 'source unusableSource'],
        ['a code in place of the device', { mfaSerial: '123456' }, 'mfaSerial malformed'],
        ['a device by ARN', { mfaSerial: 'arn:aws:iam::111122223333:mfa/jo' }, ''],
        ['a device by serial number', { mfaSerial: 'GAHT12345678' }, ''],
        ['an external id that is too short', { externalId: 'x' }, 'externalId malformed'],
        ['an external id that is half a comment', { externalId: 'a #b' }, 'externalId malformed'],
        ['everything at once', { name: '', roleArn: '', externalId: '!' }, 'name missing, roleArn missing, externalId malformed']
    ];
    for (const [what, change, remarks] of ROLE_CASES) {
        it(`of a role: ${what}`, () => {
            expect(described(remarksOn({ ...ROLE, ...change }, SURROUNDINGS))).to.equal(remarks);
        });
    }

    it('names the ARN of the role behind a session', () => {
        const [remark] = remarksOn({ ...ROLE, roleArn: 'arn:aws-cn:sts::111122223333:assumed-role/R/jo' }, SURROUNDINGS);
        expect(remark).to.deep.equal({ field: 'roleArn', kind: 'sessionArn', roleArn: 'arn:aws-cn:iam::111122223333:role/R' });
    });

    const SECRET_CASES: [
        what: string,
        accessKeyId: string,
        secrets: { secretAccessKey: string; sessionToken?: string } | undefined,
        remarks: string
    ][] = [
        ['a secret', KEYS.accessKeyId, { secretAccessKey: SECRET }, ''],
        ['none', KEYS.accessKeyId, undefined, 'secretAccessKey missing'],
        ['half a secret', KEYS.accessKeyId, { secretAccessKey: 'wJalr' }, 'secretAccessKey malformed'],
        ['two lines', KEYS.accessKeyId, { secretAccessKey: `${SECRET}\nregion = x` }, 'secretAccessKey malformed'],
        ['temporary keys without their token', 'ASIAIOSFODNN7EXAMPLE', { secretAccessKey: SECRET }, 'sessionToken missing'],
        ['temporary keys', 'ASIAIOSFODNN7EXAMPLE', { secretAccessKey: SECRET, sessionToken: 'FwoGZXIvYXdzEXAMPLE=' }, ''],
        ['keys that stay as they are', '', undefined, '']
    ];
    for (const [what, accessKeyId, secrets, remarks] of SECRET_CASES) {
        it(`of secrets: ${what}`, () => {
            const found = remarksOnSecrets({ ...KEYS, accessKeyId }, secrets);
            expect(described(found)).to.equal(remarks);
            expect(JSON.stringify(found)).not.to.contain(SECRET);
        });
    }
});
