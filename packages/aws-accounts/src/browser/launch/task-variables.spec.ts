import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import { TaskVariables } from './task-variables';

const VARIABLES = { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1' };

type Part = { readonly [name: string]: unknown };

function task(more: Part): TaskConfiguration {
    return { label: 'deploy', type: 'shell', _scope: 'file:///workspace', command: 'make', ...more };
}
disableJSDOM();

describe('the environment of a task', () => {

    const cases: readonly (readonly [string, Part, Part])[] = [
        ['is that of the profile', {}, { options: { env: VARIABLES } }],
        [
            'keeps the folder and the shell',
            { options: { cwd: '/w', shell: { executable: 'zsh' } } },
            { options: { cwd: '/w', shell: { executable: 'zsh' }, env: VARIABLES } }
        ],
        ['keeps what the task says', { options: { env: { STAGE: 'test' } } }, { options: { env: { ...VARIABLES, STAGE: 'test' } } }],
        [
            'keeps the region of the task',
            { options: { env: { AWS_REGION: 'eu-west-1' } } },
            { options: { env: { AWS_PROFILE: 'dev', AWS_REGION: 'eu-west-1' } } }
        ],
        [
            'keeps the profile of the task, and adds no region to it',
            { options: { env: { AWS_PROFILE: 'theirs' } } },
            { options: { env: { AWS_PROFILE: 'theirs' } } }
        ],
        [
            'keeps the older name of it',
            { options: { env: { AWS_DEFAULT_PROFILE: 'theirs' } } },
            { options: { env: { AWS_DEFAULT_PROFILE: 'theirs' } } }
        ],
        [
            'keeps the keys of the task',
            { options: { env: { AWS_ACCESS_KEY_ID: 'AKIA' } } },
            { options: { env: { AWS_ACCESS_KEY_ID: 'AKIA' } } }
        ],
        [
            'keeps the web identity of the task',
            { options: { env: { AWS_WEB_IDENTITY_TOKEN_FILE: '/token' } } },
            { options: { env: { AWS_WEB_IDENTITY_TOKEN_FILE: '/token' } } }
        ],
        [
            'keeps the container address of the task',
            { options: { env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1/c' } } },
            { options: { env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1/c' } } }
        ],
        [
            'keeps the container path of the task',
            { options: { env: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/c' } } },
            { options: { env: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/c' } } }
        ],
        [
            'is that of the profile in the options for one system, which replace the others',
            { linux: { command: 'gmake', options: { cwd: '/w' } } },
            { options: { env: VARIABLES }, linux: { command: 'gmake', options: { cwd: '/w', env: VARIABLES } } }
        ],
        [
            'keeps the profile that the task says for one system',
            { osx: { options: { env: { AWS_PROFILE: 'mac' } } } },
            { options: { env: VARIABLES }, osx: { options: { env: { AWS_PROFILE: 'mac' } } } }
        ],
        [
            'adds no options for a system that has none',
            { windows: { command: 'nmake' } },
            { options: { env: VARIABLES }, windows: { command: 'nmake' } }
        ]
    ];
    for (const [sentence, before, after] of cases) {
        it(sentence, () => {
            const given = task(before);
            const text = JSON.stringify(given);
            expect(TaskVariables.add(given, VARIABLES)).to.deep.equal(task(after));
            expect(JSON.stringify(given)).to.equal(text);
        });
    }

    const kinds: readonly (readonly [string, Part, boolean])[] = [
        ['a shell task', { type: 'shell' }, true],
        ['a process task', { type: 'process' }, true],
        ['a task of an extension that runs in a shell', { type: 'npm', executionType: 'shell' }, true],
        ['a task that an extension runs itself', { type: 'npm', executionType: 'customExecution' }, false],
        ['a task of a kind that is not known', { type: 'other' }, false]
    ];
    for (const [name, more, expected] of kinds) {
        it(`is ${expected ? '' : 'not '}for ${name}`, () => expect(TaskVariables.startsProcess(task(more))).to.equal(expected));
    }
});
