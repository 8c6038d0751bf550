import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { Emitter } from '@theia/core/lib/common/event';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import { TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { profile } from '../test/snapshot-samples';
import { AwsDiagnosisProxy } from '../connection/backend-services';
import { DiagnosisCommands } from './diagnosis-commands';
import { FailureMessages } from './failure-messages';
import { LiteralMessages } from '../literal/literal-messages';

/** A window in which somebody copies a diagnosis. */
class Desk {

    readonly shown: string[] = [];
    readonly run: unknown[][] = [];
    readonly asked: unknown[][] = [];
    clipboard = '';
    allowed = true;
    answer: string | undefined;
    protected readonly written = new Emitter<string>();
    protected readonly container = new Container();

    constructor(inUse?: string, use?: string, services = TokenServices.DEFAULT) {
        const show = async (...texts: unknown[]): Promise<string | undefined> => {
            this.shown.push(texts.filter(text => typeof text === 'string').join(' | '));
            return this.answer;
        };
        const writeText = async (text: string): Promise<void> => {
            if (this.allowed) {
                this.clipboard = text;
                this.written.fire(text);
            }
        };
        const executeCommand = async (...args: unknown[]): Promise<void> => void this.run.push(args);
        this.container.bind<object>(LiteralMessages).toConstantValue({ info: show, warn: show, error: show });
        this.container.bind<object>(CommandService).toConstantValue({ executeCommand });
        this.container
            .bind<object>(ClipboardService)
            .toConstantValue({ readText: () => '', writeText, onDidWriteText: this.written.event });
        this.container.bind<object>(AwsAccountsModel).toConstantValue({
            services,
            inUse: (asked: string) => inUse !== undefined && asked === (use ?? asked) ? { connection: profile(inUse) } : undefined
        });
        this.container
            .bind<object>(AwsDiagnosisProxy)
            .toConstantValue({ describe: async (...args: unknown[]) => this.asked.push(args) && 'DIAGNOSIS' });
    }

    async copy(...args: unknown[]): Promise<void> {
        const registered: ((...args: unknown[]) => Promise<void>)[] = [];
        const registry = { registerCommand: (_command: unknown, { execute }: { execute(): Promise<void> }) => registered.push(execute) };
        this.container.resolve(DiagnosisCommands).registerCommands(registry as unknown as CommandRegistry);
        await registered[0](...args);
    }

    /** The person's answer to the message cannot be carried out. */
    break(): void {
        const executeCommand = async (): Promise<void> => {
            throw new Error('Request aws.accounts.useProfile failed with AKIAIOSFODNN7EXAMPLE');
        };
        this.container.rebind<object>(CommandService).toConstantValue({ executeCommand });
    }

    async tell(failure: AwsFailure): Promise<void> {
        this.container.resolve(FailureMessages).tell(failure, profile('dev'));
        await new Promise(resolve => setImmediate(resolve));
    }
}

describe('Copy Diagnosis', () => {

    it('puts the diagnosis of the named connection into the clipboard, and says so', async () => {
        const desk = new Desk();
        await desk.copy('profile:dev', { reason: 'network' });
        expect(desk.clipboard).to.equal('DIAGNOSIS');
        expect(desk.asked).to.deep.equal([['profile:dev', { reason: 'network' }]]);
        expect(desk.shown).to.deep.equal(['Diagnosis copied. It contains no secrets.']);
    });

    it('is about the connection in use when none is named, and about the machine when none is in use', async () => {
        const [busy, idle] = [new Desk('ops'), new Desk()];
        await busy.copy();
        await idle.copy({ an: 'event' }, 'nonsense');
        expect([busy.asked, idle.asked]).to.deep.equal([[['profile:ops', undefined]], [[undefined, undefined]]]);
    });

    it('is about the sign-in of whichever token service the product has', async () => {
        const desk = new Desk('ops', 'amazonQ', [TokenServices.AMAZON_Q]);
        await desk.copy();
        expect(desk.asked).to.deep.equal([['profile:ops', undefined]]);
    });

    it('does not say that it copied what the browser did not let it copy', async () => {
        const desk = new Desk();
        desk.allowed = false;
        await desk.copy('profile:dev');
        expect(desk.shown).to.deep.equal(['The diagnosis was not copied: the browser does not let this page use the clipboard.']);
    });
});

describe('The message about a failure', () => {

    it('says why, with the action that helps and a diagnosis', async () => {
        const desk = new Desk();
        await desk.tell({ reason: 'network', subject: 'dev' });
        expect(desk.shown).to.deep.equal([
            'dev cannot be reached. Check the network, the VPN and the proxy; every sign-in is kept. | Try Again | Copy Diagnosis'
        ]);
        expect(desk.run).to.deep.equal([]);
    });

    it('says in words for people that its action failed', async () => {
        const desk = new Desk();
        desk.answer = 'Try Again';
        desk.break();
        await desk.tell({ reason: 'network' });
        expect(desk.shown.at(-1)).to.equal('AWS Accounts made a mistake with this request. The log of the IDE says more.');
    });

    const answers: readonly (readonly [string, unknown[]])[] = [
        ['Try Again', ['aws.accounts.useProfile', 'profile:dev']],
        ['Copy Diagnosis', ['aws.accounts.copyDiagnosis', 'profile:dev', { reason: 'network' }]]
    ];
    for (const [answer, run] of answers) {
        it(`does what ${answer} says`, async () => {
            const desk = new Desk();
            desk.answer = answer;
            await desk.tell({ reason: 'network' });
            expect(desk.run).to.deep.equal([run]);
        });
    }
});
