import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Variables } from 'aws-sign-in-emulator';

/** Outcome of a run of the AWS CLI. */
export interface AwsCliResult {
    /** Exit code; the CLI's own are 0 (done), 252 to 255 (refused or failed). */
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** API versions by which the CLI finds the endpoint rules of a service. */
const SERVICES = ['sso-oidc/2019-06-10', 'sso/2019-06-10', 'sts/2011-06-15', 'lambda/2015-03-31'];

/** Parameters of the endpoint rules of these services. The CLI refuses a rule set without a parameter that it passes. */
const PARAMETERS = {
    Region: { builtIn: 'AWS::Region', required: false, type: 'String' },
    UseDualStack: { builtIn: 'AWS::UseDualStack', required: true, default: false, type: 'Boolean' },
    UseFIPS: { builtIn: 'AWS::UseFIPS', required: true, default: false, type: 'Boolean' },
    UseGlobalEndpoint: { builtIn: 'AWS::STS::UseGlobalEndpoint', required: false, default: false, type: 'Boolean' },
    Endpoint: { builtIn: 'SDK::Endpoint', required: false, type: 'String' }
};

/** A code to show to a person, as `aws sso login` prints it. */
const USER_CODE = /^([A-Z]{4}-[A-Z]{4})$/m;

/**
 * The real AWS CLI, version 2.9 or newer, with a home folder of its own and every service at the emulator: by endpoint rules, or as AWS.
 * Nothing of this machine's AWS configuration reaches it. The program is the one that `AWS_CLI_PATH` names.
 */
export class AwsCli {

    /** Variables for the next runs, on top of the few that every run gets; for example `AWS_PROFILE`. */
    readonly env: Record<string, string> = {};

    protected ready?: Promise<void>;

    /**
     * @param home the folder that `~` stands for; the configuration is `<home>/.aws/config`
     * @param emulatorUrl base address of a running emulator, without a slash at the end
     * @param asAws variables that lead to that emulator in AWS's place; absent: endpoint rules do
     */
    constructor(readonly home: string, readonly emulatorUrl: string, protected readonly asAws?: Variables) { }

    /** Runs `aws <args>` to its end. Does not reject when the CLI fails: look at `code`. */
    run(...args: string[]): Promise<AwsCliResult> {
        return this.watch(args, () => undefined);
    }

    /**
     * Runs `aws sso login --no-browser <args>` and decides as the person would, as soon as the CLI shows its code.
     *
     * @param decision what the person does on the approval page
     */
    async signIn(decision: 'approve' | 'deny', ...args: string[]): Promise<AwsCliResult> {
        let decided: Promise<unknown> | undefined;
        const result = await this.watch(['sso', 'login', '--no-browser', ...args], stdout => {
            const userCode = USER_CODE.exec(stdout)?.[1];
            if (userCode !== undefined) {
                decided ??= fetch(`${this.emulatorUrl}/emulator/${decision}`, { method: 'POST', body: JSON.stringify({ userCode }) });
            }
        });
        await decided;
        return result;
    }

    /** Writes what directs the CLI at the emulator. Resolves to the environment for whoever runs it instead of `run`. */
    async prepare(): Promise<Record<string, string>> {
        if (this.asAws === undefined) {
            await (this.ready ??= this.writeEndpointRules());
        }
        return this.environment();
    }

    /** As `run`; `onOutput` gets everything printed so far whenever there is more. */
    protected async watch(args: string[], onOutput: (stdout: string) => void): Promise<AwsCliResult> {
        const program = process.env.AWS_CLI_PATH;
        if (program === undefined) {
            throw new Error('AWS_CLI_PATH has to name the AWS CLI, version 2. `npm test -- interop` finds it.');
        }
        const child = spawn(program, args, { cwd: this.home, env: await this.prepare(), stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stderr.setEncoding('utf8').on('data', text => stderr += text);
        child.stdout.setEncoding('utf8').on('data', text => onOutput(stdout += text));
        const code = await new Promise<number>((resolve, reject) => child.once('error', reject).once('close', (exitCode, signal) =>
            exitCode === null ? reject(new Error(`aws ${args.join(' ')} was ended by ${signal}`)) : resolve(exitCode)
        ));
        return { code, stdout, stderr };
    }

    protected environment(): Record<string, string> {
        return {
            PATH: '/usr/bin:/bin', HOME: this.home, AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true',
            AWS_DEFAULT_OUTPUT: 'json', LC_ALL: 'C.UTF-8',
            // Without it the code for the person stays in a buffer until the CLI ends.
            PYTHONUNBUFFERED: '1', ...this.asAws ?? { AWS_DATA_PATH: this.dataFolder }, ...this.env
        };
    }

    /** Outside `.aws`, so that a spec may compare that folder before and after. */
    protected get dataFolder(): string {
        return join(this.home, 'aws-cli-data');
    }

    /** Up to version 2.12 the CLI knows no `AWS_ENDPOINT_URL`; endpoint rules on its data path work with every version. */
    protected async writeEndpointRules(): Promise<void> {
        const rules = [{ conditions: [], type: 'endpoint', endpoint: { url: this.emulatorUrl, properties: {}, headers: {} } }];
        for (const service of SERVICES) {
            const file = join(this.dataFolder, service, 'endpoint-rule-set-1.json');
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, JSON.stringify({ version: '1.0', parameters: PARAMETERS, rules }));
        }
    }
}
