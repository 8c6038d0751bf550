import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lead } from './lead-process';

/** Variables of a process. */
export type Variables = Readonly<Record<string, string>>;

/** Variables that would lead a process past this one. */
const NO_PROXY_OF_THE_MACHINE: Variables = Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap(name => [[name, ''], [name.toLowerCase(), '']])
);

/** Leads a process to an emulator by its variables. The files that they name lie in one folder. */
export class ProcessVariables {

    constructor(protected readonly folder: string, protected readonly lead: Omit<Lead, 'port'>) { }

    /** File with the certificate of the authority. */
    get authorityFile(): string {
        return join(this.folder, 'authority.pem');
    }

    /** Makes the dials of a Node.js process end at `port` of this machine. */
    directly(port: number): Variables {
        return { ...NO_PROXY_OF_THE_MACHINE, NODE_EXTRA_CA_CERTS: this.authorityFile, NODE_OPTIONS: this.preloading(port) };
    }

    throughProxy(proxyUrl: string): Variables {
        const noProxy = '127.0.0.1,localhost';
        return {
            ...NO_PROXY_OF_THE_MACHINE, HTTPS_PROXY: proxyUrl, https_proxy: proxyUrl, NO_PROXY: noProxy, no_proxy: noProxy,
            AWS_CA_BUNDLE: this.authorityFile, NODE_EXTRA_CA_CERTS: this.authorityFile, NODE_OPTIONS: this.preloading()
        };
    }

    /** The file says all that it has to know, so that no variable of the process tells of it. */
    protected preloading(port?: number): string {
        const lead: Lead = { ...this.lead, port };
        const file = join(this.folder, port === undefined ? 'refuse.cjs' : 'lead.cjs');
        writeFileSync(file, `require(${JSON.stringify(join(__dirname, 'lead-process.js'))}).lead(${JSON.stringify(lead)});\n`);
        return `--require ${JSON.stringify(file)}`;
    }
}
