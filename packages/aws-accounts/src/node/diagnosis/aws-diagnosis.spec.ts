import { PreferenceService } from '@theia/core/lib/common/preferences';
import type { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ProfileProblem } from '../../common/connection/profile-problem';
import { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import { ConnectionStore } from '../connection/connection-store';
import { BackendFixture } from '../test/backend-fixture';

/** Secrets that must not be found, wherever they were put. */
const SECRETS = {
    keyId: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLEsessionTokenOfTheFile',
    environmentToken: 'IQoJb3JpZ2luX2VjEXAMPLEsessionTokenOfTheShell',
    /** Printed by a process alone. */
    shortCode: '8213',
    unlistedKey: '9drTJvcXLB89EXAMPLELB8923FB892xMFIexample',
    proxyPassword: 'h4nter&2',
    authorization: 'Basic am86c2VjcmV0',
    webToken: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJqbyJ9.c2lnbmF0dXJl',
    signature: 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'
};
const PRESIGNED =
    `https://jo:${SECRETS.unlistedKey}@bucket.s3.amazonaws.com/report?X-Amz-Credential=${SECRETS.keyId}&X-Amz-Signature=${SECRETS.signature}`;

const CONFIG = `[profile dev]
region = eu-central-1
ca_bundle = HOME/corp.pem
[profile elsewhere]
region = ${SECRETS.unlistedKey}
credential_process = true
[profile helper]
credential_process = sh -c 'echo "denied: ${SECRETS.webToken} ${SECRETS.unlistedKey} ${SECRETS.shortCode}" >&2; exit 3'
[profile odd]
credential_source = ${SECRETS.secretKey}
role_arn = arn:aws:iam::111122223333:role/Deployer
[sso-session corp]
sso_region = us-east-1
sso_start_url = https://corp.awsapps.com/start?token=${SECRETS.webToken}
`;

describe('A diagnosis', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let backend: Container;
    const before = { ...process.env };
    const settings: Record<string, unknown> = {};

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', CONFIG.replaceAll('HOME', fixture.home));
        await fixture.write(
            '.aws/credentials',
            `[dev]\naws_access_key_id = ${SECRETS.keyId}\naws_secret_access_key = ${SECRETS.secretKey}\n` +
                `[temporary]\naws_access_key_id = ${SECRETS.keyId}\naws_secret_access_key = ${SECRETS.secretKey}\naws_session_token = ${SECRETS.sessionToken}\n`
        );
        Object.assign(process.env, {
            AWS_PROFILE: 'dev', AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: SECRETS.keyId, AWS_SECRET_ACCESS_KEY: SECRETS.secretKey,
            AWS_SESSION_TOKEN: SECRETS.environmentToken, AWS_CA_BUNDLE: `${fixture.home}/bundle.pem`, AWS_ENDPOINT_URL_S3: PRESIGNED,
            HTTPS_PROXY: `http://jo:${encodeURIComponent(SECRETS.proxyPassword)}@proxy.corp:3128`, NO_PROXY: '127.0.0.1'
        });
        Object.keys(settings).forEach(name => delete settings[name]);
        backend = fixture.startBackend();
        backend
            .bind(PreferenceService)
            .toConstantValue({ ready: Promise.resolve(), inspect: (name: string) => ({ globalValue: settings[name] }) });
    });

    afterEach(async () => {
        await fixture.dispose();
        Object.keys(process.env).filter(name => !(name in before)).forEach(name => delete process.env[name]);
        Object.assign(process.env, before);
    });

    const describeConnection = async (id?: string, failure?: AwsFailure): Promise<string> =>
        backend.get<AwsDiagnosis>(AwsDiagnosis).describe(id, failure);

    it('tells versions, connection, failure, network and environment', async () => {
        const { server } = fixture.openWindow(backend);
        await server.attach(undefined);
        backend.get(ConnectionStore).setState('profile:dev', {
            kind: 'failed', failure: {
                reason: 'clockSkew', subject: 'dev', clockSkewMs: -1_200_000, location: { file: fixture.pathOf('.aws', 'config'), line: 2 },
                requestId: '00000000-0000-4000-8000-000000000000'
            }
        });
        const text = await describeConnection('profile:dev');
        for (const line of [
            /^ {2}AWS Accounts for Theia: \d+\.\d+\.\d+$/m,
            /^ {2}Theia: 1\.\d+\.\d+$/m,
            /^ {2}Node\.js: \d+/m,
            /^ {2}Operating system: \w+/m,
            /^ {2}Kind: IAM profile$/m,
            /^ {2}Name: dev$/m,
            /^ {2}State: failed$/m,
            /^ {2}Class: clock skew$/m,
            /^ {2}About: dev$/m,
            /^ {2}Where: ~\/\.aws\/config:2$/m,
            /^ {2}Clock of this machine: 1200 seconds behind AWS$/m,
            /^ {2}Request id: 00000000-0000-4000-8000-000000000000$/m,
            /^ {2}Region: eu-central-1 \(from the profile\)$/m,
            /^ {2}Defined in: ~\/\.aws\/config:1, ~\/\.aws\/credentials:1$/m,
            /^ {2}Proxy: proxy\.corp:3128 \(HTTPS_PROXY\)$/m,
            /^ {2}AWS_CA_BUNDLE: ~\/bundle\.pem$/m,
            /^ {2}ca_bundle: ~\/corp\.pem$/m,
            /^ {2}Endpoints: AWS_ENDPOINT_URL = 127\.0\.0\.1:\d+, AWS_ENDPOINT_URL_S3 = bucket\.s3\.amazonaws\.com$/m,
            /^ {2}AWS_PROFILE: dev$/m,
            /^ {2}AWS_REGION: eu-west-1$/m,
            /^ {2}Set as well: .*AWS_ACCESS_KEY_ID, .*AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN$/m
        ]) {
            expect(text).to.match(line);
        }
    });

    it('says that a wish for no verification is not followed, and which proxy the settings name', async () => {
        settings['http.proxy'] = `http://jo:${encodeURIComponent(SECRETS.proxyPassword)}@settings.corp:8080`;
        settings['http.proxyStrictSSL'] = false;
        const text = await describeConnection();
        expect(text)
            .to.contain('Proxy: settings.corp:8080 (http.proxy)')
            .and.to.contain('on; http.proxyStrictSSL is off, which is not followed');
    });

    it('shortens account ids', async () => {
        const { server } = fixture.openWindow(backend);
        await server.attach(undefined);
        backend
            .get(ConnectionStore)
            .setState('profile:dev', { kind: 'connected', renews: true, identity: { accountId: '111122223333', arn: '', userId: '' } });
        const text = await describeConnection('profile:dev');
        expect(text).to.contain('Account: ********3333').and.not.to.contain('111122223333');
    });

    it('holds none of the secrets that files, environment, settings, processes and AWS may bring along', async () => {
        settings['http.proxy'] = `http://jo:${encodeURIComponent(SECRETS.proxyPassword)}@settings.corp:8080`;
        settings['http.proxyAuthorization'] = SECRETS.authorization;
        const { server } = fixture.openWindow(backend);
        const { connections } = await server.attach(undefined);
        await server.connect('profile:helper');
        const store = backend.get(ConnectionStore);
        const everything = Object.values({ ...SECRETS, shortCode: '' }).join(' ');
        const problem: ProfileProblem = { kind: 'invalidValue', key: 'region', value: everything };
        store.setState('profile:dev', { kind: 'failed', failure: { reason: 'internal', subject: PRESIGNED, detail: everything, problem } });
        const location = { file: `/tmp/${SECRETS.secretKey}`, line: 1 };
        store.setState('profile:temporary', { kind: 'failed', failure: { reason: 'tls', subject: everything, location } });
        const ids = [undefined, ...connections.map(({ connection }) => connection.id)];
        const texts = (await Promise.all(ids.map(id => describeConnection(id)))).join('\n');
        for (const part of ['Name: helper', 'Class: process failed', 'The process ended with: 3', 'Name: odd', 'Name: corp']) {
            expect(texts).to.contain(part);
        }
        for (const [name, secret] of Object.entries(SECRETS)) {
            expect(texts, name).to.not.contain(secret);
            expect(texts, name).to.not.contain(encodeURIComponent(secret));
        }
        expect(texts).to.not.match(/X-Amz-|IQoJ|jo:/);
    });

    it('leaves out the values of settings, and what in the words of AWS is no word', async () => {
        const problem: ProfileProblem = { kind: 'invalidValue', key: 'region', value: 'moon-12' };
        const text = await describeConnection('builder-id', {
            reason: 'accessDenied',
            subject: 'dev',
            detail: 'refused q7w8e9r0t1y2u3i4',
            problem
        });
        expect(text).to.contain('Problem: invalid value region').and.not.to.contain('moon-12');
        expect(text).to.contain('The other side said: refused [...]');
    });

    it('is about the failure that the person was told of, where the connection knows nothing of it', async () => {
        const text = await describeConnection('builder-id', { reason: 'hostNotFound', subject: `https://x/?token=${SECRETS.webToken}` });
        expect(text).to.contain('Class: host not found').and.to.contain('About: https://x/').and.not.to.contain(SECRETS.webToken);
    });

    it('makes no call', async () => {
        await describeConnection('profile:dev');
        expect(fixture.emulator.requests).to.deep.equal([]);
    });
});
