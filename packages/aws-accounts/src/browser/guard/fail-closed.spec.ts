import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { AwsConnection } from '../../common/connection/aws-connection';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import type { ConnectionState } from '../../common/state/connection-state';
import { CONNECTED, CORP, profile, SIGNED_IN } from '../test/snapshot-samples';
import { AwsGuard } from './aws-guard';
import { ProductionUnconfirmed, RequirementNotMet } from './guard-errors';
import type { AwaitedDeclarations } from './declaration/awaited-declarations';
import type { AwsRequirementContribution } from './declaration/aws-requirement-registry';
import { errorOf, GuardFixture, RecordedCommand, settled } from './test/guard-fixture';
disableJSDOM();

type Verdict = AwsVerdict['kind'];

interface Situation {
    readonly requirement: AwsRequirement;
    readonly connection: AwsConnection;
    /** `undefined`: nothing is in use. */
    readonly state: ConnectionState | undefined;
    /** The state that would let the command run. */
    readonly good: ConnectionState;
}

const IAM: AwsRequirement = { kind: 'iam' };
const TOKEN: AwsRequirement = { kind: 'token', scopes: ['codewhisperer:completions'] };
const UNREACHABLE: ConnectionState = { kind: 'unreachable', failure: { reason: 'network' } };
const dev = profile('dev');

const SITUATIONS: { readonly [verdict in Verdict]: Situation } = {
    satisfied: { requirement: IAM, connection: dev, state: CONNECTED, good: CONNECTED },
    notConnected: { requirement: IAM, connection: dev, state: undefined, good: CONNECTED },
    incompatible: { requirement: IAM, connection: dev, state: { kind: 'failed', failure: { reason: 'accessDenied' } }, good: CONNECTED },
    expired: { requirement: IAM, connection: dev, state: { kind: 'expired' }, good: CONNECTED },
    missingScopes: {
        requirement: TOKEN,
        connection: CORP,
        state: { kind: 'signedIn', expiresAt: '2031-01-01T00:00:00Z', renews: true, scopes: [] },
        good: SIGNED_IN
    },
    pending: { requirement: IAM, connection: dev, state: { kind: 'notConnected' }, good: CONNECTED }
};

/** Still waiting, or what the caller gets: a result, or an error told by its name, code or message. */
type Ending = 'waiting' | 'result' | 'Canceled' | 'AwsRequirementNotMet' | 'NO_ACTIVE_HANDLER' | 'fault';

/** A guarded command in one situation, and one call of it. */
class Cell {
    readonly fixture: GuardFixture;
    readonly command: RecordedCommand;
    readonly endings: Ending[] = [];

    constructor(readonly situation: Situation, attached = true, contributions: readonly AwsRequirementContribution[] = []) {
        this.fixture = new GuardFixture(contributions);
        this.command = this.fixture.command('deploy', 'result');
        this.fixture.requirements.register('deploy', situation.requirement);
        if (attached) {
            this.attach();
        }
    }

    attach(): void {
        this.fixture.attach();
        if (this.situation.state) {
            this.fixture.use(this.situation.connection, this.situation.state);
        }
    }

    call(id = 'deploy'): void {
        const index = this.endings.push('waiting') - 1;
        void this.fixture.registry
            .executeCommand(id)
            .then(() => 'result' as const, endingOf)
            .then(ending => {
                this.endings[index] = ending;
            });
    }

    /** Calls, and gets as far as the dialog; a satisfied command has run by then. */
    async reachDialog(): Promise<void> {
        this.call();
        await this.askedInVain();
    }

    /** The guard has AWS asked where that may help; it does not. */
    async askedInVain(): Promise<void> {
        await settled();
        if (this.fixture.backend.connects.length > 0) {
            this.fixture.backend.connected(UNREACHABLE);
            await settled();
        }
    }

    /** The person decides, if there is a dialog; `good`: and what they chose works. */
    async decide(decided: boolean, good = false): Promise<void> {
        if (good) {
            this.fixture.use(this.situation.connection, this.situation.good);
        }
        if (this.fixture.chooser.openCount > 0) {
            this.fixture.chooser.answer(decided);
        }
        await settled();
    }
}

function endingOf(error: Error & { readonly code?: string }): Ending {
    if (error.name === 'Canceled' || error.name === 'AwsRequirementNotMet') {
        return error.name;
    }
    return error.code === 'NO_ACTIVE_HANDLER' ? 'NO_ACTIVE_HANDLER' : 'fault';
}

interface Fault {
    readonly name: string;
    /** Outcomes of the calls while the verdict is anything but `satisfied`. The command never runs. */
    readonly ends: readonly Ending[];
    /** The same with a satisfied verdict, with the number of runs. */
    readonly satisfied: readonly [readonly Ending[], runs: number];
    play(situation: Situation): Promise<Cell>;
}

const RUNS: readonly [readonly Ending[], number] = [['result'], 1];

function thrown(): never {
    throw new Error('broken');
}

function awaited(ready: Promise<void>): AwaitedDeclarations {
    return { concerns: () => true, ready: () => ready };
}

/** A fault that happens while the dialog is open; the person presses a button that says yes. */
function duringDialog(
    name: string,
    ends: Ending,
    happens: (cell: Cell) => void,
    good = false,
    contributions: readonly AwsRequirementContribution[] = []
): Fault {
    return {
        name, ends: [ends], satisfied: RUNS,
        play: async situation => {
            const cell = new Cell(situation, true, contributions);
            await cell.reachDialog();
            happens(cell);
            await cell.decide(true, good);
            return cell;
        }
    };
}

/** A fault that is there when the command is called. */
function before(name: string, ends: Ending, happens: (cell: Cell) => void, attached = true): Fault {
    return {
        name, ends: [ends], satisfied: [[ends], 0],
        play: async situation => {
            const cell = new Cell(situation, attached);
            happens(cell);
            cell.call();
            await settled();
            await cell.decide(true);
            return cell;
        }
    };
}

const FAULTS: readonly Fault[] = [
    before('the guard throws while it looks the command up', 'fault', ({ fixture }) => {
        fixture.requirements.demandOf = thrown;
    }),
    before('declarations that are announced are not read yet', 'waiting', ({ fixture }) =>
        fixture.requirements.announce(awaited(new Promise(() => undefined)))
    ),
    before('declarations that are announced cannot be read', 'fault', ({ fixture }) =>
        fixture.requirements.announce(awaited(Promise.reject(new Error('broken'))))
    ),
    {
        name: 'declarations that are announced are not read yet, and the person does not want to wait',
        ends: ['Canceled'],
        satisfied: [['Canceled'], 0],
        play: async situation => {
            const cell = new Cell(situation);
            cell.fixture.requirements.announce(awaited(new Promise(() => undefined)));
            cell.call();
            cell.fixture.timer.ring();
            cell.fixture.messages.openProgress.forEach(progress => progress.cancel());
            await settled();
            return cell;
        }
    },
    duringDialog(
        'another contribution throws, and the person presses Escape',
        'Canceled',
        ({ fixture }) => fixture.chooser.openCount > 0 && fixture.chooser.answer(false),
        false,
        [{ registerRequirements: thrown }]
    ),
    before('the guard throws while it judges', 'fault', ({ fixture }) => {
        fixture.model.check = thrown;
    }),
    before('the model is not ready', 'waiting', () => undefined, false),
    before('the backend is gone', 'waiting', ({ fixture }) => fixture.model.disconnect()),
    {
        name: 'the backend is gone, and the person does not want to wait', ends: ['Canceled'], satisfied: [['Canceled'], 0],
        play: async situation => {
            const cell = new Cell(situation);
            cell.fixture.model.disconnect();
            cell.call();
            await settled();
            cell.fixture.messages.openProgress.forEach(progress => progress.cancel());
            await settled();
            return cell;
        }
    },
    duringDialog(
        'nothing goes wrong, and the person presses Escape',
        'Canceled',
        ({ fixture }) => fixture.chooser.openCount > 0 && fixture.chooser.answer(false)
    ),
    duringDialog('the person says yes to something that does not work', 'AwsRequirementNotMet', () => undefined),
    duringDialog('the backend goes while the dialog is open', 'AwsRequirementNotMet', ({ fixture }) => fixture.model.disconnect(), true),
    duringDialog('a reconnect during the dialog brings the same trouble again', 'AwsRequirementNotMet', cell => {
        cell.fixture.model.disconnect();
        cell.attach();
    }),
    duringDialog('the dialog fails', 'fault', ({ fixture }) => fixture.chooser.openCount > 0 && fixture.chooser.fail(new Error('broken'))),
    duringDialog('the judgement fails after the dialog', 'fault', ({ fixture }) => { fixture.model.check = thrown; }),
    duringDialog('the command is disposed during the dialog', 'NO_ACTIVE_HANDLER', ({ command }) => command.dispose(), true),
    {
        name: 'the window is closed during the dialog', ends: ['waiting'], satisfied: RUNS,
        play: async situation => {
            const cell = new Cell(situation);
            await cell.reachDialog();
            cell.fixture.container.unbindAll();
            await settled();
            return cell;
        }
    },
    {
        name: 'a second identical command, and Escape', ends: ['Canceled', 'Canceled'], satisfied: [['result', 'result'], 2],
        play: async situation => {
            const cell = new Cell(situation);
            await cell.reachDialog();
            cell.call();
            await cell.askedInVain();
            expect(cell.fixture.chooser.openCount).to.be.at.most(1);
            await cell.decide(false);
            return cell;
        }
    },
    {
        name: 'called by the handler of another command, and Escape', ends: ['Canceled'], satisfied: RUNS,
        play: async situation => {
            const cell = new Cell(situation);
            const { registry } = cell.fixture;
            registry.registerCommand({ id: 'outer' }, { execute: () => registry.executeCommand('deploy') });
            cell.call('outer');
            await cell.askedInVain();
            await cell.decide(false);
            return cell;
        }
    }
];

describe('a guarded command stays where it is', () => {
    for (const fault of FAULTS) {
        for (const [verdict, situation] of Object.entries(SITUATIONS)) {
            const [ends, runs] = verdict === 'satisfied' ? fault.satisfied : [fault.ends, 0];
            it(`${verdict}, ${fault.name}: ${ends.join(' and ')}, ${runs} runs`, async () => {
                const cell = await fault.play(situation);
                expect(cell.endings).to.deep.equal(ends);
                expect(cell.command.runs).to.have.length(runs);
            });
        }
    }
});

describe('a command that changes something stays where it is while its profile may be production, since marks were lost', () => {
    const presumed = profile('dev', { production: 'presumed' });
    type Row = readonly [name: string, ends: Ending, happens: (fixture: GuardFixture) => void];
    const rows: readonly Row[] = [
        ['nobody has answered', 'waiting', () => undefined],
        ['the person says no', 'Canceled', ({ production }) => production.answer(false)],
        ['the question fails', 'fault', ({ production }) => production.fail(new Error('broken'))],
        [
            'the profile expires during the question',
            'AwsRequirementNotMet',
            fixture => {
                fixture.use(presumed, { kind: 'expired' });
                fixture.production.answer(true);
            }
        ],
        [
            'the backend goes during the question',
            'AwsRequirementNotMet',
            fixture => {
                fixture.model.disconnect();
                fixture.production.answer(true);
            }
        ]
    ];
    for (const [name, ends, happens] of rows) {
        it(`${name}: ${ends}`, async () => {
            const cell = new Cell({ requirement: IAM, connection: presumed, state: CONNECTED, good: CONNECTED });
            cell.fixture.requirements.register('deploy', IAM, { effect: 'change' });
            cell.call();
            await settled();
            happens(cell.fixture);
            await settled();
            expect([cell.endings, cell.command.runs]).to.deep.equal([[ends], []]);
        });
    }

    for (const effect of ['change', 'destroy'] as const) {
        for (const [verdict, { requirement, state, connection }] of Object.entries(SITUATIONS)) {
            it(`silent, ${effect}, ${verdict}: an error, and nobody is asked`, async () => {
                const used = connection === dev ? presumed : connection;
                const { fixture } = new Cell({ requirement, connection: used, state, good: CONNECTED });
                const call = errorOf(fixture.container.get(AwsGuard).admit(requirement, { silent: true, effect }));
                await settled();
                if (fixture.backend.connects.length > 0) {
                    fixture.backend.connected(UNREACHABLE);
                }
                expect(await call).to.be.instanceOf(verdict === 'satisfied' ? ProductionUnconfirmed : RequirementNotMet);
                expect([fixture.chooser.asked, fixture.production.asked, fixture.messages.errors]).to.deep.equal([[], [], []]);
            });
        }
    }
});
