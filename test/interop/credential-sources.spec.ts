import { rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from 'theia-aws-accounts/lib/common';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS, STAGING_KEYS } from 'theia-aws-accounts/lib/node/credentials/test/credentials-fixture';
import { AwsCli, AwsCliResult } from './aws-cli';
import { CREDENTIAL_SOURCES } from './credential-source-profiles';

/** The result of both: an ARN, or a class of failure. */
type End = string;

/** The CLI's messages are all that it tells; ours are never matched. */
const CLI_FAILURES: readonly (readonly [RegExp, End])[] = [
    [/\(InvalidClientTokenId\)|\(SignatureDoesNotMatch\)|\(InvalidIdentityToken\)/, 'credentials refused'],
    [/\(AccessDenied\)|ForbiddenException|\(UnauthorizedException\)/, 'denied'],
    [/\(ValidationError\)|Parameter validation failed/, 'request refused'],
    [/Token (?:has expired|for .* does not exist)|Error loading SSO Token|sso login/i, 'sign-in needed'],
    [/custom-process|Expecting property name|No such file or directory: '\/nowhere/, 'process failed'],
    [/No credentials found in credential_source/, 'source empty'],
    [/Could not connect to the endpoint/, 'not reachable'],
    [/still expired/, 'expired'],
    [/Unable to parse config file/, 'file refused'],
    [/'NoneType' object|offset-naive|Parser must be a string/, 'crash'],
    [/EOF when reading|getpass|MFA/i, 'code needed'],
    [/No such file or directory: '.*token'/, 'file missing'],
    [
        /Infinite loop|could not be found|Partial credentials|Unable to locate credentials|missing required configuration|no role ARN configured/i,
        'profile unusable'
    ],
    [/does not exist|contains both|is not valid|is inconsistent|which does not exist|to have .* configuration/i, 'profile unusable']
];

const OUR_FAILURES: { readonly [reason in AwsFailureReason]?: End } = {
    invalidCredentials: 'credentials refused',
    accessDenied: 'denied',
    invalidRequest: 'request refused',
    signInRequired: 'sign-in needed',
    awsLoginRequired: 'sign-in needed',
    processFailed: 'process failed',
    credentialSourceEmpty: 'source empty',
    connectionRefused: 'not reachable',
    expiredCredentials: 'expired',
    mfaRequired: 'code needed',
    fileUnreadable: 'file missing',
    profileInvalid: 'profile unusable',
    profileNotFound: 'profile unusable'
};

/** Removes the session name from an ARN: without one in the profile each tool makes its own. */
const withoutDefaultSession = (arn: string): string => arn.replace(/\/(theia-aws-accounts|botocore-session-\d+)$/, '/*');

function endOfCli({ code, stdout, stderr }: AwsCliResult): End {
    if (code === 0) {
        return withoutDefaultSession((JSON.parse(stdout) as { Arn: string }).Arn);
    }
    return CLI_FAILURES.find(([pattern]) => pattern.test(stderr))?.[1] ?? stderr;
}

const KEYS = { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

/** Keys of a session of a role, as somebody would paste them into a file. */
async function temporaryKeysOf(fixture: CredentialsFixture, cli: AwsCli): Promise<string> {
    await fixture.config(`[profile dev]\n${DEV_KEYS}`);
    const { stdout } = await cli.run(
        'sts', 'assume-role', '--role-arn', 'arn:aws:iam::111122223333:role/Deployer', '--role-session-name', 'temporary', '--profile',
        'dev'
    );
    const { AccessKeyId, SecretAccessKey, SessionToken } = (JSON.parse(stdout) as { Credentials: Record<string, string> }).Credentials;
    return `aws_access_key_id = ${AccessKeyId}\naws_secret_access_key = ${SecretAccessKey}\naws_session_token = ${SessionToken}\n`;
}

/** Serves the credentials of a container's role. */
async function startContainer(): Promise<Server> {
    const server = createServer((_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ ...KEYS, Token: '', Expiration: new Date(Date.now() + 3_600_000).toISOString() }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return server;
}

function urlOf(server: Server): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('Credential sources: the same profiles through this product and the AWS CLI', function () {
    this.timeout(20_000);

    let fixture: CredentialsFixture;
    let cli: AwsCli;
    let temporaryKeys: string;
    let container: Server;

    before(async () => {
        fixture = await CredentialsFixture.create();
        fixture.useRealTime();
        cli = new AwsCli(fixture.home, fixture.emulator.url);
        cli.env.AWS_DEFAULT_REGION = 'eu-central-1';
        await fixture.write('token', 'eyJ.web.identity');
        for (const [file, more] of [['print-keys', {}], ['print keys', {}], ['print-expired', { Expiration: '2020-01-01T00:00:00Z' }],
            ['print-basic', { Expiration: '20991125T204021Z' }], ['print-http', { Expiration: 'Wed, 25 Nov 2099 20:40:21 GMT' }],
            ['print-zoneless', { Expiration: '2099-11-25T20:40:21' }],
            ['print-number', { Expiration: 4_098_000_000 }], ['print-null', { Expiration: null }]] as const) {
            await fixture.write(file, JSON.stringify({ Version: 1, ...KEYS, ...more }));
        }
        temporaryKeys = await temporaryKeysOf(fixture, cli);
        container = await startContainer();
    });

    after(async () => {
        container.close();
        await fixture.dispose();
    });

    const ours = async (profile: string): Promise<End> => {
        try {
            return withoutDefaultSession((await fixture.identity(profile)).arn);
        } catch (error) {
            const failure = AwsFailure.of(error);
            return OUR_FAILURES[failure.reason] ?? JSON.stringify(failure);
        }
    };

    for (const { sentence, config, credentials = '', environment = {}, profile = 'p', signIn, end, cliEnd = end } of CREDENTIAL_SOURCES) {
        it(`${sentence}: ${end}`, async () => {
            const fill = (text: string): string => text.replaceAll('HOME', fixture.home).replaceAll(/DEV_KEYS\r?\n/g, DEV_KEYS).replaceAll(
                'TEMPORARY_KEYS\n', temporaryKeys
            )
                .replaceAll('SECURITY_KEYS\n', temporaryKeys.replace('session_token', 'security_token'))
                .replaceAll(/STAGING_KEYS\r?\n/g, STAGING_KEYS).replaceAll(/CAREFUL_KEYS\r?\n/g, CAREFUL_KEYS).replace('CONTAINER', urlOf(
                    container
                ));
            fixture.credentials.forgetAll();
            await rm(fixture.pathOf('.aws'), { recursive: true, force: true });
            await fixture.config(`# config\n${fill(config)}`);
            await fixture.write('.aws/credentials', `# credentials\n${fill(credentials)}`);
            for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_CONTAINER_CREDENTIALS_FULL_URI']) {
                const value = environment[name] && fill(environment[name]);
                fixture.setVariable(name, value);
                delete cli.env[name];
                Object.assign(cli.env, value && { [name]: value });
            }
            if (signIn !== undefined) {
                expect(await cli.signIn('approve', '--profile', signIn)).to.include({ code: 0 });
            }
            expect(await ours(profile), 'this product').to.equal(end);
            expect(endOfCli(await cli.run('sts', 'get-caller-identity', '--profile', profile)), 'the AWS CLI').to.equal(cliEnd);
        });
    }
});
