import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const CONFIG = `[default]
region = us-east-1

[profile dev]
region = eu-central-1

[profile ops]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = dev

[sso-session corp]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access

[profile sandbox]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = AdministratorAccess

[profile broken]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = gone
`;

export const CREDENTIALS = `[default]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY

[dev]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
`;

/** A temporary home folder with files in it. */
export class HomeFolder {

    readonly path = mkdtempSync(join(tmpdir(), 'aws-accounts-e2e-'));
    readonly workspace = this.pathOf('workspace');

    constructor() {
        mkdirSync(this.workspace);
    }

    pathOf(...parts: string[]): string {
        return join(this.path, ...parts);
    }

    write(name: string, text: string): void {
        mkdirSync(dirname(this.pathOf(name)), { recursive: true });
        writeFileSync(this.pathOf(name), text);
    }

    delete(name: string): void {
        rmSync(this.pathOf(name));
    }

    read(name: string): string {
        return readFileSync(this.pathOf(name), 'utf8');
    }

    /** The person's own settings of the IDE. */
    writeSettings(settings: { [preference: string]: unknown }): void {
        this.write('.theia/settings.json', JSON.stringify(settings));
    }

    remove(): void {
        rmSync(this.path, { recursive: true, force: true });
    }
}
