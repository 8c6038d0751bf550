import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { DebugConfiguration } from '@theia/debug/lib/common/debug-configuration';
import { LaunchVariables } from './launch-variables';

const VARIABLES = { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1' };
const AS_LIST = [{ name: 'AWS_PROFILE', value: 'dev' }, { name: 'AWS_REGION', value: 'eu-central-1' }];

type Part = { readonly [name: string]: unknown };

function launch(more: Part): DebugConfiguration {
    return { type: 'node', name: 'Launch', request: 'launch', ...more };
}
disableJSDOM();

describe('the environment of a debug session', () => {

    const table: readonly (readonly [string, Part, Part | 'as it is', (readonly string[])?])[] = [
        ['is that of the profile', {}, { env: VARIABLES }],
        ['is that of the profile where the type says so', {}, { env: VARIABLES }, ['program', 'env']],
        ['is a map where the type takes both forms', {}, { env: VARIABLES }, ['env', 'environment']],
        ['is a list where the type takes that', {}, { environment: AS_LIST }, ['environment']],
        [
            'keeps the map of the configuration, whatever the type says',
            { env: { A: '1' } },
            { env: { ...VARIABLES, A: '1' } },
            ['environment']
        ],
        [
            'keeps the list of the configuration',
            { environment: [{ name: 'A', value: '1' }] },
            { environment: [...AS_LIST, { name: 'A', value: '1' }] }
        ],
        ['keeps the region of the configuration', { env: { AWS_REGION: 'x' } }, { env: { AWS_PROFILE: 'dev', AWS_REGION: 'x' } }],
        [
            'keeps the region of the list',
            { environment: [{ name: 'AWS_REGION', value: 'x' }] },
            { environment: [AS_LIST[0], { name: 'AWS_REGION', value: 'x' }] }
        ],
        ['keeps the profile of the configuration', { env: { AWS_PROFILE: 'theirs' } }, 'as it is'],
        ['keeps a profile that the configuration takes away', { env: { AWS_PROFILE: null } }, 'as it is'],
        ['keeps the keys of the configuration', { env: { AWS_ACCESS_KEY_ID: 'AKIA' } }, 'as it is'],
        ['keeps the profile of the list', { environment: [{ name: 'AWS_PROFILE', value: 'theirs' }] }, 'as it is'],
        ['keeps what a file may say', { envFile: '/w/.env' }, 'as it is'],
        ['is that of the profile when no file is named', { envFile: '' }, { envFile: '', env: VARIABLES }],
        ['keeps a form that is not known', { env: ['A=1'] }, 'as it is'],
        ['keeps another form that is not known', { environment: 'A=1' }, 'as it is'],
        ['is that of the process that is attached to', { request: 'attach' }, 'as it is']
    ];
    for (const [sentence, before, after, attributes = []] of table) {
        it(sentence, () => {
            const given = launch(before);
            const text = JSON.stringify(given);
            expect(LaunchVariables.add(given, VARIABLES, new Set(attributes))).to.deep.equal(
                after === 'as it is' ? given : launch(after)
            );
            expect(JSON.stringify(given)).to.equal(text);
        });
    }
});
