import { arch, platform, release } from 'node:os';
import type { ApplicationInfo } from '@theia/core/lib/common/application-protocol';
import type { DiagnosisSection } from './diagnosis-text';

/** Versions of everything that takes part. */
export function productSection(application: ApplicationInfo | undefined): DiagnosisSection {
    return {
        title: 'Product',
        lines: [
            ['AWS Accounts for Theia', versionOf(require('../../../package.json'))],
            ['Application', application && `${application.name} ${application.version}`],
            ['Theia', versionOf(require('@theia/core/package.json'))],
            ['Node.js', process.versions.node],
            ['Operating system', `${platform()} ${release()} ${arch()}`]
        ]
    };
}

function versionOf(manifest: unknown): string | undefined {
    return (manifest as { readonly version?: string }).version;
}
