import { rm } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from 'theia-aws-accounts/lib/common';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS, STAGING_KEYS } from 'theia-aws-accounts/lib/node/credentials/test/credentials-fixture';
import { AwsCli, AwsCliResult } from './aws-cli';
import { CREDENTIAL_SOURCES } from './credential-source-profiles';

/** Where both end: an ARN, or a class of failure. */
type End = string;

/** The CLI's messages are all that it tells; ours are never matched. */
const CLI_FAILURES: readonly (readonly [RegExp, End])[] = [
    [/\(InvalidClientTokenId\)|\(SignatureDoesNotMatch\)|\(InvalidIdentityToken\)/, 'credentials refused'],
    [/\(AccessDenied\)|ForbiddenException|\(UnauthorizedException\)/, 'denied'],
    [/\(ValidationError\)|Parameter validation failed/, 'request refused'],
    [/Token (?:has expired|for .* does not exist)|Error loading SSO Token|sso login/i, 'sign-in needed'],
    [/custom-process|Expecting property name/, 'process failed'],
    [/No credentials found in credential_source/, 'source empty'],
    [/EOF when reading|getpass|MFA/i, 'code needed'],
    [/No such file or directory: '.*token'/, 'file missing'],
    [/Infinite loop|could not be found|Partial credentials|Unable to locate credentials|missing required configuration|no role ARN configured/i, 'profile unusable'],
    [/does not exist|contains both|is not valid|is inconsistent|which does not exist|to have .* configuration/i, 'profile unusable']
];

const OUR_FAILURES: { readonly [reason in AwsFailureReason]?: End } = {
    invalidCredentials: 'credentials refused',
    accessDenied: 'denied',
    invalidRequest: 'request refused',
    signInRequired: 'sign-in needed',
    processFailed: 'process failed',
    credentialSourceEmpty: 'source empty',
    mfaRequired: 'code needed',
    fileUnreadable: 'file missing',
    profileInvalid: 'profile unusable',
    profileNotFound: 'profile unusable'
};

/** Whoever names no session gets one that each tool names for itself. */
const withoutDefaultSession = (arn: string): string => arn.replace(/\/(theia-aws-accounts|botocore-session-\d+)$/, '/*');

function endOfCli({ code, stdout, stderr }: AwsCliResult): End {
    if (code === 0) {
        return withoutDefaultSession((JSON.parse(stdout) as { Arn: string }).Arn);
    }
    return CLI_FAILURES.find(([pattern]) => pattern.test(stderr))?.[1] ?? stderr;
}

describe('Credential sources: the same profiles through this product and the AWS CLI', function () {
    this.timeout(20_000);

    let fixture: CredentialsFixture;
    let cli: AwsCli;

    before(async () => {
        fixture = await CredentialsFixture.create();
        cli = new AwsCli(fixture.home, fixture.emulator.url);
        cli.env.AWS_DEFAULT_REGION = 'eu-central-1';
        await fixture.write('token', 'eyJ.web.identity');
        await fixture.write('print-keys', '{"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}');
    });

    after(() => fixture.dispose());

    const ours = async (): Promise<End> => {
        try {
            return withoutDefaultSession((await fixture.identity('p')).arn);
        } catch (error) {
            const failure = AwsFailure.of(error);
            return OUR_FAILURES[failure.reason] ?? JSON.stringify(failure);
        }
    };

    for (const { sentence, config, credentials = '', environment = {}, signIn, end, cliEnd = end } of CREDENTIAL_SOURCES) {
        it(`${sentence}: ${end}`, async () => {
            const fill = (text: string): string => text.replaceAll('HOME', fixture.home).replaceAll('DEV_KEYS\n', DEV_KEYS)
                .replaceAll('STAGING_KEYS\n', STAGING_KEYS).replaceAll('CAREFUL_KEYS\n', CAREFUL_KEYS);
            await rm(fixture.pathOf('.aws'), { recursive: true, force: true });
            await fixture.config(`# config\n${fill(config)}`);
            await fixture.write('.aws/credentials', `# credentials\n${fill(credentials)}`);
            for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
                fixture.setVariable(name, environment[name]);
                delete cli.env[name];
            }
            Object.assign(cli.env, environment);
            if (signIn !== undefined) {
                expect(await cli.signIn('approve', '--profile', signIn)).to.include({ code: 0 });
            }
            expect(await ours(), 'this product').to.equal(end);
            expect(endOfCli(await cli.run('sts', 'get-caller-identity', '--profile', 'p')), 'the AWS CLI').to.equal(cliEnd);
        });
    }
});
