import { createHash, generateKeyPair, KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext, SecureContext } from 'node:tls';
import { promisify } from 'node:util';
import { md, pki } from 'node-forge';

const DAY_MS = 24 * 3600_000;

interface Key {
    readonly pem: string;
    readonly publicKey: pki.rsa.PublicKey;
    readonly privateKey: pki.rsa.PrivateKey;
}

/** A certificate authority for any host. Its keys exist in the memory of this process alone. */
export class Authority {

    protected readonly contexts = new Map<string, SecureContext>();
    protected serial = 1;

    protected constructor(protected readonly own: Key, protected readonly hosts: Key, protected readonly root: pki.Certificate) { }

    static async create(): Promise<Authority> {
        const [own, hosts] = await Promise.all([newKey(), newKey()]);
        const root = certificateFor('AWS sign-in emulator: throw-away authority', own.publicKey, '01', [
            { name: 'basicConstraints', cA: true, critical: true },
            { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
            { name: 'subjectKeyIdentifier' }
        ]);
        root.setIssuer(root.subject.attributes);
        root.sign(own.privateKey, md.sha256.create());
        return new Authority(own, hosts, root);
    }

    /** The certificate of the authority, in PEM. */
    get certificate(): string {
        return pki.certificateToPem(this.root);
    }

    /** Fingerprint of its public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
    get spki(): string {
        const key = new X509Certificate(this.certificate).publicKey.export({ type: 'spki', format: 'der' });
        return createHash('sha256').update(key).digest('base64');
    }

    /** The key and certificate with which a TLS server answers as `host`. */
    contextFor(host: string): SecureContext {
        const known = this.contexts.get(host);
        if (known) {
            return known;
        }
        const made = createSecureContext({ key: this.hosts.pem, cert: this.certificateOf(host) + this.certificate });
        this.contexts.set(host, made);
        return made;
    }

    protected certificateOf(host: string): string {
        this.serial += 1;
        const serial = this.serial.toString(16);
        const certificate = certificateFor(host, this.hosts.publicKey, serial.padStart(serial.length + serial.length % 2, '0'), [
            { name: 'basicConstraints', cA: false },
            { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
            { name: 'extKeyUsage', serverAuth: true },
            { name: 'subjectAltName', altNames: [{ type: 2, value: host }] }
        ]);
        certificate.setIssuer(this.root.subject.attributes);
        certificate.sign(this.own.privateKey, md.sha256.create());
        return pki.certificateToPem(certificate);
    }
}

/** Made by Node.js, which is quicker at it than JavaScript. */
async function newKey(): Promise<Key> {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    const pem = pemOf(privateKey);
    const parsed = pki.privateKeyFromPem(pem);
    return { pem, privateKey: parsed, publicKey: pki.setRsaPublicKey(parsed.n, parsed.e) };
}

function pemOf(key: KeyObject): string {
    return key.export({ type: 'pkcs1', format: 'pem' }).toString();
}

/** Valid from yesterday, for machines whose clocks differ, and no longer than browsers accept. */
function certificateFor(commonName: string, publicKey: pki.rsa.PublicKey, serialNumber: string, extensions: object[]): pki.Certificate {
    const certificate = pki.createCertificate();
    certificate.publicKey = publicKey;
    certificate.serialNumber = serialNumber;
    certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
    certificate.validity.notAfter = new Date(Date.now() + 90 * DAY_MS);
    certificate.setSubject([{ name: 'commonName', value: commonName }]);
    certificate.setExtensions(extensions);
    return certificate;
}
