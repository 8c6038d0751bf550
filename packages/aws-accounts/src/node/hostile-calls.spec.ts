import { PreferenceService } from '@theia/core/lib/common/preferences';
import type { interfaces } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AssignedRolesServer } from '../common/protocol/assigned-roles-protocol';
import { AwsDiagnosis } from '../common/protocol/aws-diagnosis-protocol';
import { DeveloperProfilesServer } from '../common/protocol/developer-profiles-protocol';
import { AwsProfilesServer } from '../common/protocol/aws-profiles-protocol';
import { AwsToolsServer } from '../common/protocol/aws-tools-protocol';
import { AwsAccountsServerImpl } from './aws-accounts-server';
import { bindWindow } from './aws-accounts-backend-module';
import { HostCheck } from './host/host-check';
import { CallShape } from './rpc/call-shapes';
import { checkedCalls, CallShapes } from './rpc/checked-calls';
import { BackendFixture } from './test/backend-fixture';
import { HostileWindow } from './test/hostile-window';

type Service = readonly [name: string, id: interfaces.ServiceIdentifier<object>, shapes: CallShapes<Record<string, unknown>>];

const SERVICES: readonly Service[] = [
    ['accounts', AwsAccountsServerImpl, CallShape.ACCOUNTS], ['profiles', AwsProfilesServer, CallShape.PROFILES],
    ['roles', AssignedRolesServer, CallShape.ROLES], ['tools', AwsToolsServer, CallShape.TOOLS],
    ['diagnosis', AwsDiagnosis, CallShape.DIAGNOSIS], ['developer profiles', DeveloperProfilesServer, CallShape.DEVELOPER_PROFILES]
];

const proto = (text: string): unknown => JSON.parse(text);

/** Values that no window of the product ever sends. */
const NASTY: readonly unknown[] = [
    undefined, null, 0, -1, NaN, Infinity, true, '', 'x', '__proto__', 'constructor', 'profile:__proto__', 'profile:none', 'profile:dev',
    'sso-session:of-another-window', 'x'.repeat(2_000_000), 'a\nb\u0000c', [], {}, [[[]]], ['profile:dev'], { connectionId: 'profile:dev' },
    proto('{"__proto__":{"kind":"production","production":true}}'), proto('{"kind":"__proto__"}'), proto('{"kind":"constructor"}'),
    { kind: 'production', production: 'x' }, { kind: 'production' }, { kind: 'region', region: {} }, { kind: 'profile' }, { kind: 'other' },
    { kind: 'accessKeys', name: 5, exists: true, accessKeyId: [] }, { draft: {} }, { terminalId: 1e400, pinned: true },
    { terminalId: 1, pinned: true, startedWith: { connectionId: 'x'.repeat(2_000_000), variables: {} } }, Array(20_000).fill({}),
    { signInId: 's', target: { kind: 'connection', connectionId: '__proto__' } }, { signInId: {}, target: { kind: 'builderId' } }
];

describe('A window that means harm', () => {
    let fixture: BackendFixture;
    let services: Map<string, { readonly [method: string]: (...args: unknown[]) => Promise<unknown> }>;
    let hostile: HostileWindow;

    before(async () => {
        fixture = await BackendFixture.create();
        hostile = new HostileWindow(fixture.home);
        await fixture.write('.aws/config', '[profile dev]\nregion = eu-central-1\n');
        await fixture.write('.aws/credentials', '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI\n');
        const backend = fixture.startBackend();
        backend.rebind<object>(HostCheck).toConstantValue({ allows: () => true });
        backend.bind<object>(PreferenceService)
            .toConstantValue({ get: () => undefined, inspect: () => undefined, ready: Promise.resolve() });
        const connection = backend.createChild();
        bindWindow(connection.bind.bind(connection));
        services = new Map(SERVICES.map(([name, id, shapes]) => [name, checkedCalls(connection.get<object>(id), shapes) as never]));
        await services.get('accounts')?.attach(undefined);
        await services.get('accounts')?.changeProfile('profile:dev', { kind: 'production', production: true });
    });

    after(async () => {
        hostile.dispose();
        await fixture.dispose();
    });

    for (const [name, , shapes] of SERVICES) {
        for (const [method, parameters] of Object.entries(shapes)) {
            if (parameters?.length === 0) {
                continue;
            }
            // @threat wild-calls
            it(`gets a known error of ${name}.${method}, or a harmless answer, and writes nothing`, async () => {
                const values = NASTY.filter(value => !(method === 'signIn' && value === undefined));
                await hostile.attack(services.get(name)?.[method] as never, values, 40);
            }).timeout(20_000);
        }
    }

    it('reaches no method that is not meant for windows', () => {
        for (const [name, , shapes] of SERVICES) {
            const served = services.get(name) ?? {};
            expect(Object.keys(served).sort()).to.deep.equal(Object.keys(shapes).sort());
            expect(['dispose', 'setClient', 'constructor', 'toString', '__proto__'].filter(method => method in served)).to.deep.equal([]);
        }
    });
});
