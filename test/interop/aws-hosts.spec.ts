import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Arrival, AwsNames, AwsSignInEmulator, sampleOrganisation, Variables } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsCli } from './aws-cli';
import type { HostRequest } from './hosts/host-request';
import { HOSTS, RegionHosts, settingsOf, Variant, VARIANTS } from './hosts/host-table';

const [DEV] = sampleOrganisation.users;
const [CORP] = sampleOrganisation.directories;
const PRODUCT_VARIANTS = VARIANTS;
const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
/** The operation that a row of the table looks at. */
const OPERATIONS = { sts: 'GetCallerIdentity', lambda: 'ListFunctions', oidc: 'RegisterClient', portal: 'GetRoleCredentials' } as const;

/** The line that a right arrival leaves. */
function line(way: Arrival['way'], service: HostRequest['service'], host: string, region: string): string {
    const signing = service === 'sts' || service === 'lambda' ? `${service} in ${region}` : 'nothing';
    return `${OPERATIONS[service]} by ${way}: dialled ${host}:443, server name ${host}, Host ${host}, signed for ${signing}`;
}

function shown({ way, target, sni, host, operation, signing }: Arrival): string {
    const scope = signing ? `${signing.service} in ${signing.region}` : 'nothing';
    return `${operation} by ${way}: dialled ${target}, server name ${sni}, Host ${host}, signed for ${scope}`;
}

/** The calls that clients are asked for, with the line that each has to leave. */
interface Row {
    readonly request: HostRequest;
    readonly host: string;
}

function rowsOf({ region, sts, lambda, oidc, portal }: RegionHosts, variants: readonly Variant[]): Row[] {
    return [
        ...variants.flatMap((variant): Row[] => [
            { request: { service: 'sts', region, profile: `${region}-${variant}` }, host: sts[variant] },
            { request: { service: 'lambda', region, profile: `${region}-${variant}` }, host: lambda[variant] }
        ]),
        { request: { service: 'oidc', region }, host: oidc },
        { request: { service: 'portal', region, profile: `${region}-role` }, host: portal }
    ];
}

describe('The hosts of AWS that are asked', function () {
    this.timeout(240_000);

    let home: string;
    let emulator: AwsSignInEmulator;
    let names: AwsNames;

    before(async () => {
        home = await mkdtemp(join(tmpdir(), 'aws-hosts-'));
        emulator = await AwsSignInEmulator.start();
        names = await AwsNames.serve(emulator);
        await writeFiles();
    });

    beforeEach(() => emulator.forgetRequests());

    after(async () => {
        await names?.stop();
        await emulator?.stop();
        await rm(home, { recursive: true, force: true });
    });

    /** Each row that is asked for leaves its line, and there is no other. */
    function expectLines(way: Arrival['way'], rows: readonly Row[]): void {
        const expected = rows.map(({ request: { service, region }, host }) => line(way, service, host, region));
        const operations = new Set<string>(rows.map(({ request }) => OPERATIONS[request.service]));
        const left = names.arrivals.filter(({ operation }) => operations.has(operation)).map(shown);
        // A role of IAM Identity Center asks STS as well, at the plain host of its region.
        const alongside = rows.filter(({ request }) => request.service === 'portal').map(({ request: { region } }) => {
            const known = HOSTS.find(hosts => hosts.region === region);
            return line(way, 'sts', known?.sts.plain ?? '', region);
        });
        expect(unique(left)).to.deep.equal(unique([...expected, ...alongside]));
    }

    async function runProgram(program: string, variables: Variables, rows: readonly Row[]): Promise<void> {
        const env = {
            PATH: process.env.PATH, HOME: home, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', AWS_EC2_METADATA_DISABLED: 'true',
            ...variables
        };
        const requests = JSON.stringify(rows.map(({ request }) => request));
        const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'hosts', program), requests], { env });
        expect(stdout).to.equal('');
    }

    const clients: [client: string, program: string, variants: readonly Variant[]][] = [
        ['plain clients of the SDK', 'sdk-program.js', VARIANTS], ['the product', 'product-program.js', PRODUCT_VARIANTS]
    ];
    for (const [client, program, variants] of clients) {
        const rows = HOSTS.flatMap(hosts => rowsOf(hosts, variants));

        it(`are those of the table for ${client}, dialled directly`, async () => {
            await runProgram(program, names.directVariables, rows);
            expectLines('direct', rows);
        });

        it(`are those of the table for ${client}, by proxy`, async () => {
            await runProgram(program, names.proxyVariables, rows);
            expectLines('proxy', rows);
            expect(names.dials.filter(({ kind }) => kind === 'refused'), 'past the proxy').to.deep.equal([]);
        });
    }

    it('are those of the table for the AWS CLI, by proxy, as far as its version knows them', async () => {
        const rows = HOSTS.filter(({ cli }) => cli.length > 0).flatMap(hosts => rowsOf(hosts, hosts.cli));
        const cli = new AwsCli(home, emulator.url, names.proxyVariables);
        for (const { request } of rows) {
            const { code, stderr } = await cli.run(...argumentsOf(request));
            expect([code, stderr], JSON.stringify(request)).to.deep.equal([0, '']);
        }
        expectLines('proxy', rows);
    });

    function argumentsOf({ service, region, profile = '' }: HostRequest): string[] {
        switch (service) {
            case 'sts':
            case 'portal':
                return ['sts', 'get-caller-identity', '--profile', profile];
            case 'lambda':
                return ['lambda', 'list-functions', '--profile', profile];
            case 'oidc':
                return ['sso-oidc', 'register-client', '--client-name', 'spec', '--client-type', 'public', '--region', region];
        }
    }

    /** A profile for each region and variant, and a session for each region, signed in. */
    async function writeFiles(): Promise<void> {
        const accessToken = await tokenOf(emulator);
        const cache = join(home, '.aws', 'sso', 'cache');
        await mkdir(cache, { recursive: true });
        const keys = `aws_access_key_id = ${DEV.accessKeyId}\naws_secret_access_key = ${DEV.secretAccessKey}\n`;
        const parts = HOSTS.map(({ region }) => [
            `[sso-session ${region}]\nsso_start_url = ${CORP.startUrl}\nsso_region = ${region}\nsso_registration_scopes = sso:account:access\n`,
            `[profile ${region}-role]\nregion = ${region}\nsso_session = ${region}\nsso_account_id = 111122223333\nsso_role_name = ReadOnly\n`,
            ...VARIANTS.map(variant => `[profile ${region}-${variant}]\nregion = ${region}\n${keys}${settingsOf(variant)}`)
        ].join('\n'));
        await writeFile(join(home, '.aws', 'config'), parts.join('\n'));
        for (const { region } of HOSTS) {
            const token = { startUrl: CORP.startUrl, region, accessToken, expiresAt: new Date(Date.now() + 3000_000).toISOString() };
            await writeFile(join(cache, `${createHash('sha1').update(region).digest('hex')}.json`), JSON.stringify(token));
        }
    }
});

function unique(lines: readonly string[]): string[] {
    return [...new Set(lines)].sort();
}

/** A token that any region takes: it was given out at the emulator's own address, where there are none. */
async function tokenOf(emulator: AwsSignInEmulator): Promise<string> {
    const post = async (path: string, body: object): Promise<Record<string, string>> =>
        await (await fetch(`${emulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Record<string, string>;
    const client = await post('/client/register', { clientName: 'spec', clientType: 'public', scopes: ['sso:account:access'] });
    const { deviceCode } = await post('/device_authorization', { ...client, startUrl: CORP.startUrl });
    emulator.approve();
    const { accessToken } = await post('/token', { ...client, deviceCode, grantType: DEVICE_CODE });
    return accessToken;
}
