import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';
import type { StatefulWidget } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { CommandService } from '@theia/core/lib/common/command';
import type { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { AwsAccountsModel } from 'theia-aws-accounts/lib/browser';
import { WELCOME_STEPS, WelcomeStep } from './welcome-steps';

/** A page with four things to try. A step ticks itself off when the snapshot shows that it was taken, and stays so. */
@injectable()
export class WelcomePage extends ReactWidget implements StatefulWidget {

    static readonly ID = 'aws-sample-welcome';
    static readonly LABEL = 'Try AWS Accounts';

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(CommandService) protected readonly commands: CommandService;

    protected readonly taken = new Set<string>();

    @postConstruct()
    protected init(): void {
        this.id = WelcomePage.ID;
        this.title.label = WelcomePage.LABEL;
        this.title.caption = WelcomePage.LABEL;
        this.title.iconClass = codicon('checklist');
        this.title.closable = true;
        this.addClass('aws-sample-welcome');
        this.node.tabIndex = -1;
        this.toDispose.push(this.model.onDidChange(() => this.look()));
        this.look();
    }

    protected look(): void {
        const { snapshot } = this.model;
        if (snapshot !== undefined) {
            WELCOME_STEPS.filter(step => step.isTaken(snapshot)).forEach(({ id }) => this.taken.add(id));
        }
        this.update();
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        (this.node.querySelector<HTMLElement>('.theia-button.main') ?? this.node).focus();
    }

    protected render(): React.ReactNode {
        const next = WELCOME_STEPS.find(({ id }) => !this.taken.has(id));
        return <main aria-labelledby='aws-sample-welcome-title'>
            <h1 id='aws-sample-welcome-title'>{WelcomePage.LABEL}</h1>
            <p>Nothing here reaches AWS or your own files: an emulator answers, and the home folder is a sample.</p>
            <ol>{WELCOME_STEPS.map(step => this.renderStep(step, step === next))}</ol>
            <p role='status'>{this.taken.size} of {WELCOME_STEPS.length} steps done</p>
        </main>;
    }

    protected renderStep(step: WelcomeStep, isNext: boolean): React.ReactNode {
        const { id, title, text, action } = step;
        const isTaken = this.taken.has(id);
        return <li key={id} data-step={id} data-taken={isTaken} aria-current={isNext ? 'step' : undefined}>
            <span
                className={codicon(isTaken ? 'pass-filled' : 'circle-large-outline')} role='img' aria-label={isTaken ? 'Done' : 'To do'}
            ></span>
            <div>
                <h2>{title}</h2>
                <p>{text}</p>
                <button type='button' className={`theia-button ${isNext ? 'main' : 'secondary'}`} onClick={() => this.run(step)}>
                    {action}
                </button>
            </div>
        </li>;
    }

    protected run({ command, args }: WelcomeStep): void {
        // A command tells the person itself when it fails, and a cancelled one is no failure.
        this.commands.executeCommand(command, ...args).catch(() => undefined);
    }

    storeState(): object {
        return { taken: [...this.taken] };
    }

    restoreState({ taken = [] }: { readonly taken?: readonly string[] }): void {
        taken.forEach(id => this.taken.add(id));
        this.update();
    }
}
