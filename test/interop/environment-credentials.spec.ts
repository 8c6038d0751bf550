import { expect } from 'chai';
import { AwsFailure } from 'theia-aws-accounts/lib/common';
import { CallerIdentityService } from 'theia-aws-accounts/lib/node/credentials/caller-identity-service';
import { EnvironmentCredentials } from 'theia-aws-accounts/lib/node/credentials/environment-credentials';
import { CredentialsFixture, DEV_KEYS } from 'theia-aws-accounts/lib/node/credentials/test/credentials-fixture';
import { ToolVariablesService } from 'theia-aws-accounts/lib/node/terminal/tool-variables-service';
import { LocalService } from 'theia-aws-accounts/lib/node/test/local-service';
import { AwsCli } from './aws-cli';

const STAGING = { AccessKeyId: 'AKIAI44QH8DHBEXAMPLE', SecretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' };
const KEYS = { AWS_ACCESS_KEY_ID: STAGING.AccessKeyId, AWS_SECRET_ACCESS_KEY: STAGING.SecretAccessKey };
const STAGING_ARN = 'arn:aws:iam::444455556666:user/staging';
const ROLE = 'arn:aws:iam::111122223333:role/Deployer';
const CONTAINER = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'SERVICE/role' };
const VARIABLES = [
    'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_SESSION_NAME',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_AUTHORIZATION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'
];

interface EnvironmentCase {
    readonly sentence: string;
    readonly variables: { readonly [name: string]: string };
    /** `~/.aws/config`. */
    readonly config?: string;
    /** An ARN, or `refused`. */
    readonly end: string;
}

const CASES: readonly EnvironmentCase[] = [
    { sentence: 'keys', variables: KEYS, end: STAGING_ARN },
    { sentence: 'keys before those of the default profile', variables: KEYS, config: `[default]\n${DEV_KEYS}`, end: STAGING_ARN },
    {
        sentence: 'keys before a container', variables: { ...CONTAINER, ...KEYS, AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1' },
        end: STAGING_ARN
    },
    {
        sentence: 'keys, and a profile that the environment names too', variables: { ...KEYS, AWS_PROFILE: 'dev' },
        config: `[profile dev]\n${DEV_KEYS}`, end: STAGING_ARN
    },
    { sentence: 'a key without its secret', variables: { AWS_ACCESS_KEY_ID: KEYS.AWS_ACCESS_KEY_ID }, end: 'refused' },
    { sentence: 'keys that AWS does not know', variables: { ...KEYS, AWS_SECRET_ACCESS_KEY: 'wrong' }, end: 'refused' },
    { sentence: 'a web identity before a container', variables: {
        ...CONTAINER, AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: 'HOME/token', AWS_ROLE_SESSION_NAME: 'pod'
    },
        end: 'arn:aws:sts::111122223333:assumed-role/Deployer/pod' },
    { sentence: 'a container', variables: { ...CONTAINER, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'right' }, end: STAGING_ARN },
    {
        sentence: 'a container that refuses the token', variables: { ...CONTAINER, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'wrong' },
        end: 'refused'
    },
    { sentence: 'a container where a default profile would be found before it',
        variables: { ...CONTAINER, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'right' }, config: `[default]\n${DEV_KEYS}`, end: STAGING_ARN },
    {
        sentence: 'an address that is no container', variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/role' },
        end: 'refused'
    }
];

describe('The environment: the same variables through this product and the AWS CLI in a terminal of it', function () {
    this.timeout(30_000);

    let fixture: CredentialsFixture;
    let service: LocalService;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        await fixture.write('token', 'eyJ.web.identity');
        service = await LocalService.start(({ headers }) => headers.authorization === 'right'
            ? { status: 200, body: { ...STAGING, Token: '', Expiration: new Date(Date.now() + 6 * 3_600_000).toISOString() } }
            : { status: 403, body: {} });
    });

    afterEach(async () => {
        await service.stop();
        await fixture.dispose();
    });

    const ours = async (): Promise<string> => {
        try {
            const credentials = await fixture.container.get(EnvironmentCredentials).get();
            return (await fixture.container.get(CallerIdentityService).identify(credentials, 'eu-central-1', 'Environment')).arn;
        } catch (error) {
            return AwsFailure.of(error).reason === 'internal' ? 'internal' : 'refused';
        }
    };
    /** Variables of a terminal that the product opened for the environment; half an environment gives none. */
    const inTerminal = async (): Promise<{ readonly [name: string]: string }> =>
        (await fixture.container.get(ToolVariablesService).get('environment').catch(() => ({ variables: {} }))).variables;

    for (const { sentence, variables, config, end } of CASES) {
        it(`${sentence}: ${end}`, async () => {
            const inherited = Object.fromEntries(Object.entries(variables).map(([name, value]) => [
                name, value.replace('SERVICE', service.url).replace('HOME', fixture.home)
            ]));
            VARIABLES.forEach(name => fixture.setVariable(name, inherited[name]));
            await fixture.config(config ?? '# nothing\n');
            expect(await ours(), 'this product').to.equal(end);
            const cli = new AwsCli(fixture.home, fixture.emulator.url);
            const effective = { AWS_DEFAULT_REGION: 'eu-central-1', ...inherited, ...await inTerminal() };
            Object.assign(cli.env, Object.fromEntries(Object.entries(effective).filter(([, value]) => value !== '')));
            const { code, stdout } = await cli.run('sts', 'get-caller-identity');
            expect(code === 0 ? (JSON.parse(stdout) as { Arn: string }).Arn : 'refused', 'the AWS CLI').to.equal(end);
        });
    }
});
