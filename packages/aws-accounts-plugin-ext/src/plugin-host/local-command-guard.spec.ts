import type { RPCProtocol } from '@theia/plugin-ext/lib/common/rpc-protocol';
import { CommandRegistryImpl } from '@theia/plugin-ext/lib/plugin/command-registry';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { expect } from 'chai';
import { AwsPluginMain, HostState, PluginRpc } from '../common/plugin-host-protocol';
import { HostLink } from './host-link';
import { guardLocalCommands } from './local-command-guard';

const STATE: HostState = { connections: [], uses: {}, consents: [] };

describe('commands that are run within a plugin host', () => {
    let registry: CommandRegistryImpl;
    let link: HostLink;
    let guarded: Set<string>;
    let asked: string[];
    let entered: string[];
    let seen: readonly unknown[];
    let remote: unknown[][];
    let enter: () => Promise<void>;
    let isGuarded: (id: string) => Promise<boolean>;
    let ran: unknown[][];

    beforeEach(() => {
        [asked, entered, remote, ran] = [[], [], [], []];
        guarded = new Set(['tool.deploy']);
        enter = async () => undefined;
        isGuarded = async id => guarded.has(id);
        const page = {
            $registerCommand: () => undefined,
            $unregisterCommand: () => undefined,
            $registerHandler: () => undefined,
            $unregisterHandler: () => undefined,
            $executeCommand: async (...args: unknown[]) => remote.push(args)
        };
        registry = new CommandRegistryImpl({ getProxy: () => page } as unknown as RPCProtocol);
        const main: Partial<AwsPluginMain> = {
            $attach: async () => STATE,
            $isGuarded: id => {
                asked.push(id);
                return isGuarded(id);
            },
            $enter: (id, args) => {
                entered.push(id);
                seen = args;
                return enter();
            }
        };
        link = new HostLink(main as AwsPluginMain);
        expect(guardLocalCommands(hostWith(registry), link)).to.equal(true);
        for (const id of ['tool.deploy', 'tool.free']) {
            registry.registerCommand({ id }, (...args) => {
                ran.push([id, ...args]);
                return 'done' as never;
            });
        }
    });

    function hostWith(commands: unknown): PluginRpc {
        return { locals: new Map([['CommandRegistryExt', commands]]) } as unknown as PluginRpc;
    }

    it('run once with their arguments and give their result when the guard lets them', async () => {
        expect(await registry.executeCommand('tool.deploy', 1, 'two')).to.equal('done');
        expect({ ran, entered }).to.deep.equal({ ran: [['tool.deploy', 1, 'two']], entered: ['tool.deploy'] });
    });

    const troubles: [string, () => void][] = [
        ['the person says no', () => { enter = () => Promise.reject(Object.assign(new Error('Cancelled'), { name: 'Canceled' })); }],
        ['the guard fails', () => { enter = () => Promise.reject(new Error('gone')); }],
        ['nobody can tell whether they are guarded', () => { isGuarded = () => Promise.reject(new Error('gone')); }]
    ];
    for (const [trouble, arrange] of troubles) {
        it(`do not run when ${trouble}`, async () => {
            arrange();
            const error = await Promise.resolve(registry.executeCommand('tool.deploy')).then(() => undefined, (caught: Error) => caught);
            expect(error).to.be.instanceOf(Error);
            expect(ran).to.deep.equal([]);
        });
    }

    it('show the guard their arguments as plain JSON, and do not run where that cannot be', async () => {
        const uri = { toJSON: () => ({ path: '/x' }), open: () => undefined };
        await registry.executeCommand('tool.deploy', uri);
        expect(seen).to.deep.equal([{ path: '/x' }]);
        expect(ran[0][1]).to.equal(uri);
        const circle: { self?: unknown } = {};
        circle.self = circle;
        const error = await Promise.resolve(registry.executeCommand('tool.deploy', circle)).then(
            () => undefined,
            (caught: Error) => caught
        );
        expect(error).to.be.instanceOf(TypeError);
        expect(ran).to.have.length(1);
    });

    it('do not run while the answer is open', async () => {
        let answer: () => void = () => undefined;
        enter = () => new Promise(resolve => { answer = resolve; });
        const running = registry.executeCommand('tool.deploy');
        await new Promise(resolve => setImmediate(resolve));
        expect(ran).to.deep.equal([]);
        answer();
        await running;
        expect(ran).to.have.length(1);
    });

    it('of tree items and code lenses with arguments are stopped too', async () => {
        enter = () => Promise.reject(new Error('no'));
        const safe = registry.converter.toSafeCommand({ command: 'tool.deploy', title: '', arguments: [1] }, new DisposableCollection());
        expect(safe.id).to.match(/^theia_safe_cmd_/);
        // As the page runs it.
        const error = await Promise.resolve(registry.$executeCommand(safe.id, ...(safe.arguments ?? []))).then(
            () => undefined,
            (caught: Error) => caught
        );
        expect(error).to.have.property('message', 'no');
        expect(ran).to.deep.equal([]);
    });

    it('that came from the page have passed the guard there, and are not asked for again', async () => {
        await registry.$executeCommand('tool.deploy');
        expect({ ran, asked }).to.deep.equal({ ran: [['tool.deploy']], asked: [] });
    });

    it('without a requirement cost one question, and after that a look-up', async () => {
        await registry.executeCommand('tool.free');
        await registry.executeCommand('tool.free');
        expect({ asked, entered, ran }).to.deep.equal({ asked: ['tool.free'], entered: [], ran: [['tool.free'], ['tool.free']] });
    });

    it('are asked for anew when somebody has declared something', async () => {
        await registry.executeCommand('tool.free');
        guarded.add('tool.free');
        link.$onRequirements();
        await registry.executeCommand('tool.free');
        expect(entered).to.deep.equal(['tool.free']);
    });

    it('do not keep an answer that was given before the declaration', async () => {
        let answer: (guarded: boolean) => void = () => undefined;
        isGuarded = () => new Promise(resolve => { answer = resolve; });
        const running = registry.executeCommand('tool.free');
        link.$onRequirements();
        answer(false);
        await running;
        isGuarded = async () => true;
        await registry.executeCommand('tool.free');
        expect(entered).to.deep.equal(['tool.free']);
    });

    it('of the page go there, where the guard is', async () => {
        await registry.executeCommand('workbench.something', 1);
        expect({ remote, asked }).to.deep.equal({ remote: [['workbench.something', 1]], asked: [] });
    });

    it('cannot be guarded where Theia keeps them elsewhere, which is told', () => {
        for (const rpc of [
            {} as PluginRpc,
            hostWith(undefined),
            hostWith({ handlers: {}, executeCommand: () => undefined }),
            hostWith({ handlers: new Map() })
        ]) {
            expect(guardLocalCommands(rpc, link)).to.equal(false);
        }
    });
});
