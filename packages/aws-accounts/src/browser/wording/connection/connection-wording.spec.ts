import { expect } from 'chai';
import type { IamProfileSource } from '../../../common/connection/aws-connection';
import { BUILDER_ID, CONNECTED, CORP, entry, profile, SIGNED_IN } from '../../test/snapshot-samples';
import { callerRole } from './caller-role';
import { connectionDetail, connectionName, connectionShortName, locationText, portalText } from './connection-wording';
import { profileSourceText } from './profile-source-wording';

const AT_REST = { kind: 'notConnected' } as const;

describe('the words for connections', () => {
    it('names them by what people know', () => {
        expect([BUILDER_ID, CORP, profile('dev')].map(connectionName)).to.deep.equal(['AWS Builder ID', 'corp', 'dev']);
        expect([BUILDER_ID, CORP, profile('dev')].map(connectionShortName)).to.deep.equal(['Builder ID', 'corp', 'dev']);
    });

    const details: readonly (readonly [string, Parameters<typeof connectionDetail>[0], string])[] = [
        [
            'the account that AWS confirmed, the role and the region',
            entry(profile('dev'), CONNECTED),
            '111122223333 · Admin · eu-central-1'
        ],
        [
            'account and role of the files before AWS was asked',
            entry(profile('a', { accountId: '444455556666', roleName: 'Ops' }), AT_REST),
            '444455556666 · Ops · eu-central-1'
        ],
        [
            'the confirmed account before the one of the files',
            entry(profile('a', { accountId: '444455556666' }), CONNECTED),
            '111122223333 · Admin · eu-central-1'
        ],
        ['a role that is called like its profile only once', entry(profile('Admin'), CONNECTED), '111122223333 · eu-central-1'],
        [
            'that a region is only the default',
            entry(profile('a', { region: { name: 'us-east-1', origin: 'default' } }), AT_REST),
            'us-east-1 (default)'
        ],
        [
            'that a region comes from the environment',
            entry(profile('a', { region: { name: 'us-west-2', origin: 'environment' } }), AT_REST),
            'us-west-2 (environment)'
        ],
        ['portal and region of an organization', entry(CORP, SIGNED_IN), 'd-1234567890 · us-east-1'],
        ['nothing for Builder ID', entry(BUILDER_ID, SIGNED_IN), '']
    ];
    for (const [name, connection, text] of details) {
        it(`tells ${name}`, () => expect(connectionDetail(connection)).to.equal(text));
    }

    it('shortens a start URL to what people know', () => {
        expect(portalText('https://d-1234567890.awsapps.com/start/')).to.equal('d-1234567890');
        expect(portalText('https://sso.example.org/start')).to.equal('sso.example.org/start');
    });

    it('shortens a place in a file', () => {
        expect(locationText({ file: '/home/jo/.aws/config', line: 31 })).to.equal('config:31');
        expect(locationText({ file: 'C:\\Users\\jo\\.aws\\credentials', line: 2 })).to.equal('credentials:2');
    });
});

describe('where a profile gets its credentials', () => {
    const sources: { readonly [source in IamProfileSource]: string } = {
        accessKeys: 'access keys',
        sessionToken: 'temporary keys',
        assumeRole: 'role through base',
        ssoSession: 'SSO corp',
        ssoLegacy: 'SSO corp',
        process: 'external process',
        webIdentity: 'web identity',
        loginSession: 'console sign-in',
        none: 'no credentials'
    };
    for (const [source, text] of Object.entries(sources) as [IamProfileSource, string][]) {
        it(`${source}: ${text}`, () =>
            expect(profileSourceText(profile('a', { source, sourceProfile: 'base', ssoSession: 'corp' }))).to.equal(text));
    }

    it('says that a code will be asked for', () =>
        expect(profileSourceText(profile('a', { needsMfa: true }))).to.equal('access keys · MFA'));

    it('tells the start URL of a profile without an SSO session', () =>
        expect(profileSourceText(profile('a', { source: 'ssoLegacy', ssoSession: CORP.startUrl }))).to.equal('SSO d-1234567890'));
});

describe('the role of a caller', () => {
    const table: readonly (readonly [string, string | undefined])[] = [
        ['arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_PowerUser_0123456789abcdef/jo', 'PowerUser'],
        ['arn:aws-cn:sts::111122223333:assumed-role/Ops/session', 'Ops'],
        ['arn:aws:iam::111122223333:user/teams/blue/jo', 'jo'],
        ['arn:aws:iam::111122223333:root', undefined],
        ['nonsense', undefined]
    ];
    for (const [arn, role] of table) {
        it(`is ${role} in ${arn}`, () => expect(callerRole(arn)).to.equal(role));
    }
});
