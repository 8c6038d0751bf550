import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsCredentials } from '../credentials/aws-credentials';
import { writeAtomically } from '../files/atomic-file';
import { newSection } from '../shared-config/editor/section-edit';
import type { ProfileLookup } from '../shared-config/profile-chain';
import type { SectionSettings } from '../shared-config/profile-settings';
import { CredentialsEndpoint } from './credentials-endpoint';
import type { CredentialFreeFiles, EndpointPlace } from './tool-variables';

/** Settings of a profile besides the source of its credentials. */
const KEPT_SETTINGS = [
    'region',
    'output',
    'ca_bundle',
    'endpoint_url',
    'services',
    'ignore_configured_endpoint_urls',
    'use_fips_endpoint',
    'use_dualstack_endpoint'
];

/** The endpoint of this process, and the files by which tools find it: in a folder that only this user can enter, gone with the process. */
@injectable()
export class EndpointPlaces {

    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;

    protected readonly places = new Map<string, Promise<EndpointPlace>>();
    /** Files already written, by their content. */
    protected readonly files = new Map<string, Promise<CredentialFreeFiles>>();
    protected endpoint: Promise<CredentialsEndpoint> | undefined;
    protected folder: Promise<string> | undefined;

    /**
     * The place of a profile, always the same one for the same settings.
     *
     * @throws AwsAccountsError `fileUnwritable`, or the system error when no port can be had
     */
    place(profile: SectionSettings, lookup: ProfileLookup): Promise<EndpointPlace> {
        const config = configOf(profile, lookup);
        const key = JSON.stringify([profile.name, config]);
        const place = this.places.get(key) ?? this.make(profile.name, config);
        this.places.set(key, place);
        place.catch(() => this.places.delete(key));
        return place;
    }

    protected async make(profile: string, config: string): Promise<EndpointPlace> {
        this.endpoint ??= CredentialsEndpoint.listen(name => this.credentials.get(name));
        const { url, token } = (await this.endpoint).serve(profile);
        const folder = await this.newFolder();
        const place = { url, tokenFile: join(folder, 'token'), ...await this.writeFiles(folder, config) };
        await writeAtomically(place.tokenFile, token);
        return place;
    }

    /** Settings of the profile, apart from the source of its credentials. @throws AwsAccountsError `fileUnwritable` */
    async withoutCredentials(profile: SectionSettings, lookup: ProfileLookup): Promise<CredentialFreeFiles> {
        const config = configOf(profile, lookup);
        const files = this.files.get(config) ?? this.newFolder().then(folder => this.writeFiles(folder, config));
        this.files.set(config, files);
        files.catch(() => this.files.delete(config));
        return files;
    }

    protected async newFolder(): Promise<string> {
        this.folder ??= mkdtemp(join(tmpdir(), 'aws-accounts-'));
        return join(await this.folder, randomUUID());
    }

    protected async writeFiles(folder: string, config: string): Promise<CredentialFreeFiles> {
        const files = { configFile: join(folder, 'config'), credentialsFile: join(folder, 'credentials') };
        await writeAtomically(files.configFile, config);
        await writeAtomically(files.credentialsFile, '');
        return files;
    }

    @preDestroy()
    dispose(): void {
        void this.endpoint?.then(endpoint => endpoint.close(), () => undefined);
        void this.folder?.then(folder => rm(folder, { recursive: true, force: true })).catch(() => undefined);
    }
}

/** Addresses may hold a password: they stay in the file, and out of the environment of whatever runs there. */
function configOf(profile: SectionSettings, lookup: ProfileLookup): string {
    const settings = KEPT_SETTINGS.flatMap(key => settingOf(profile, key));
    const services = lookup.services(profile.get('services') ?? '');
    const lines = [
        ...newSection(
            { kind: 'header', header: profile.name === 'default' ? 'default' : `profile ${quoted(profile.name)}` },
            'config',
            settings
        ),
        ...(services
            ? newSection(
                  { kind: 'header', header: `services ${quoted(services.name)}` },
                  'config',
                  services.all().filter(([key]) => key.includes('.'))
              )
            : [])
    ];
    return `${lines.join('\n')}\n`;
}

function settingOf(section: SectionSettings, key: string): [string, string][] {
    const value = section.get(key);
    return value === undefined ? [] : [[key, value]];
}

/** The AWS CLI splits a header as a shell does. */
function quoted(name: string): string {
    return /^[\w.@:/+-]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}
