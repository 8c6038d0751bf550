import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import { Container, ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import frontend from 'theia-aws-accounts/lib/browser/aws-accounts-frontend-module';
import backend from 'theia-aws-accounts/lib/node/aws-accounts-start-module';
import { AwsAuthenticationContribution } from 'theia-aws-accounts-plugin-ext/lib/browser/authentication/aws-authentication-contribution';
import {
    AwsAuthenticationProvider, AwsAuthenticationProviderFactory
} from 'theia-aws-accounts-plugin-ext/lib/browser/authentication/aws-authentication-provider';
import { AwsPluginFrontend } from 'theia-aws-accounts-plugin-ext/lib/browser/aws-plugin-frontend';
import bridgeBackend from 'theia-aws-accounts-plugin-ext/lib/node/aws-plugin-backend-module';
import { UnansweredTheia } from './unanswered-theia';
disableJSDOM();

const ROOT = join(__dirname, '../../..');
/** Turns of the event loop after which something that waits for nothing is long done; one listener on a port of its own is among them. */
const TURNS = 200;

/** The module of the bridge imports an editor that runs in a browser alone. A spec below reads that these are all that it binds. */
const OF_THE_BRIDGE = [AwsAuthenticationContribution, AwsPluginFrontend];
const bridgeFrontend = new ContainerModule(bind => {
    bind(AwsAuthenticationProvider).toSelf();
    bind(AwsAuthenticationProviderFactory).toFactory(({ container }) => () => container.get(AwsAuthenticationProvider));
    OF_THE_BRIDGE.forEach(contribution => {
        bind<object>(contribution).toSelf().inSingletonScope();
        bind(FrontendApplicationContribution).toService(contribution);
    });
});

interface Half {
    readonly name: string;
    readonly modules: readonly ContainerModule[];
    readonly role: interfaces.ServiceIdentifier<object>;
    /** The steps of a start, each for all contributions before the next one. The layout comes when all have started. */
    readonly steps: readonly string[];
}

const HALVES: readonly Half[] = [
    {
        name: 'the page', modules: [frontend, bridgeFrontend], role: FrontendApplicationContribution,
        steps: ['initialize', 'configure', 'onStart']
    },
    {
        name: 'the backend', modules: [backend, bridgeBackend], role: BackendApplicationContribution,
        steps: ['initialize', 'configure', 'onStart']
    }
];

function contributionsOf({ modules, role }: Half): object[] {
    const container = new Container();
    container.parent = new UnansweredTheia();
    container.load(...modules);
    return container.getAll(role);
}

/** Starts as Theia does: one after the other, and each step waits for what a contribution returns. @returns where it stopped, if it did */
async function start(contributions: readonly object[], steps: readonly string[]): Promise<string | undefined> {
    let at: string | undefined;
    const run = async (): Promise<void> => {
        for (const step of steps) {
            for (const contribution of contributions) {
                at = `${contribution.constructor.name}.${step}`;
                await (contribution as { readonly [method: string]: ((app: object) => unknown) | undefined })[step]?.(
                    new UnansweredTheia().get('app')
                );
            }
        }
        at = undefined;
    };
    const running = run();
    for (let turn = 0; turn < TURNS && at !== undefined; turn++) {
        await Promise.race([running, nextTurn()]);
    }
    return at;
}

/** Each of `items` at each place, forwards and backwards: every two of them stand in both orders, next to each other and apart. */
function orders<T>(items: readonly T[]): (readonly T[])[] {
    const rotations = items.map((_item, index) => [...items.slice(index), ...items.slice(0, index)]);
    return rotations.flatMap(rotation => [rotation, [...rotation].reverse()]);
}

describe('the start of a product', () => {

    before(() => {
        enableJSDOM();
        // Theia keeps the configuration in the window, and this is a new one.
        FrontendApplicationConfigProvider.set({});
    });
    after(() => disableJSDOM());

    for (const half of HALVES) {
        it(`waits for nothing of ours in ${half.name}, though nothing of Theia has an answer yet`, async () => {
            for (const contribution of contributionsOf(half)) {
                expect(await start([contribution], half.steps), 'waits for what Theia may start later').to.equal(undefined);
            }
        });

        it(`reaches a contribution of the product in ${half.name}, wherever it stands among ours`, async () => {
            const names = contributionsOf(half).map(({ constructor }) => constructor.name);
            for (const order of orders([...names, 'Product'])) {
                let reached = false;
                const product = { onStart: (): void => { reached = true; } };
                const ours = contributionsOf(half);
                const contributions = order.map(name => ours.find(({ constructor }) => constructor.name === name) ?? product);
                expect(await start(contributions, half.steps), order.join()).to.equal(undefined);
                expect(reached).to.equal(true);
            }
        });
    }

    it('is driven with all that the bridge binds', () => {
        const module = readFileSync(join(ROOT, 'packages/aws-accounts-plugin-ext/src/browser/aws-plugin-frontend-module.ts'), 'utf8');
        const bound = [...module.matchAll(/bind\(FrontendApplicationContribution\)\.toService\((\w+)\)/g)].map(([, name]) => name);
        expect(bound).to.have.members(OF_THE_BRIDGE.map(({ name }) => name));
        expect(module.match(/FrontendApplicationContribution\)/g)).to.have.length(bound.length);
    });

    it('would be seen to stop at a contribution that waits for settings', async () => {
        class Waiting {
            onStart(): Promise<void> {
                return new Promise(() => undefined);
            }
        }
        expect(await start([new Waiting()], ['onStart'])).to.equal('Waiting.onStart');
    });
});
