import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { ProfileRegion } from '../../../common/connection/profile-region';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { SimpleRequirement } from '../../../common/requirement/simple-requirement';
import type { SignInRequest, SignInTarget } from '../../../common/sign-in/sign-in';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { Clock } from '../../time/clock';
import { choiceRows } from './choice-rows';
import type { ConnectionAnswer } from './connection-question';
import { answerTo } from './connection-answer';
import { ConnectionDialogOptions } from './connection-dialog-options';
import { DialogState } from './dialog-state';
import { DialogContent, dialogContent } from './dialog-content';
import { ButtonAction } from './dialog-buttons';
import { ProductionCaution } from './dialog-production';
import { signInNeeded } from './sign-in-needed';

/** The choice of a person so far, and the dialog's answer to it. */
@injectable()
export class DialogChoice {

    @inject(ConnectionDialogOptions) protected readonly options: ConnectionDialogOptions;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected selected: AwsConnectionId | undefined;
    readonly onDidChange = this.changed.event;
    filter = '';
    remember = false;

    /** Selects what was picked already, or what is in use, or else the first row that can be chosen. */
    begin(): void {
        this.selected = this.options.question?.picked ?? this.firstChoice();
    }

    get selectedId(): AwsConnectionId | undefined {
        return this.selected;
    }

    /** The region that can be changed from here; none while a command waits, which that would cancel. */
    get regionOfSelected(): ProfileRegion | undefined {
        const connection = this.options.question?.command === undefined ? this.model.find(this.selected)?.connection : undefined;
        return connection?.kind === 'iamProfile' && connection.problem === undefined ? connection.region : undefined;
    }

    /** Tells whether a connection of this method of authentication is an answer. */
    accepts(method: SimpleRequirement['kind']): boolean {
        const { question } = this.options;
        return question !== undefined && AwsRequirement.alternatives(question.requirement).some(({ kind }) => kind === method);
    }

    /** Purpose of a sign-in that is itself the answer; none in particular if a chosen profile lives on it. */
    signInNeed(chosen: AwsConnectionId | undefined): Pick<SignInRequest, 'use' | 'scopes'> {
        const token = AwsRequirement.tokens(this.options.question?.requirement ?? { kind: 'either', of: [] }).at(0);
        const forProfile = this.model.find(chosen)?.connection.kind === 'iamProfile';
        return token && !forProfile
            ? { use: AwsRequirement.use(token, this.model.services), scopes: token.scopes }
            : {};
    }

    /** Tells whether `entry` is known to be something else than what is asked for. */
    mismatches(entry: ConnectionEntry): boolean {
        const { question } = this.options;
        return question !== undefined && AwsRequirement.mismatches(question.requirement, entry).length > 0;
    }

    /** Result of pressing a button; `undefined` when nothing is selected. */
    answer(action: ButtonAction): ConnectionAnswer | undefined {
        const state = this.state();
        return state && answerTo(state, action, this.remember);
    }

    /** The sign-in that has to come before the selected connection can be used. */
    signInFirst(): SignInTarget | undefined {
        const state = this.state();
        const needed = state && signInNeeded(state);
        return needed?.kind === 'token' ? { kind: 'connection', connectionId: needed.connection.id } : needed;
    }

    /** Tells whether AWS has shown that `entry` is no answer as it was chosen. */
    isRefused(entry: ConnectionEntry, answer: ConnectionAnswer | undefined): boolean {
        return this.mismatches(entry) || this.isUnconfirmed(entry, answer);
    }

    /** Tells whether `entry` turned out to be in production, and the person did not see in which account when they chose it. */
    isUnconfirmed(entry: ConnectionEntry, answer: ConnectionAnswer | undefined): boolean {
        const { question } = this.options;
        const caution = question && entry.state.kind === 'connected' ? ProductionCaution.of(question, entry) : undefined;
        return caution !== undefined && caution.account !== answer?.confirmedAccount;
    }

    /** State to draw; `undefined` when there is no question, or nothing is known yet. */
    content(failure?: AwsFailure): DialogContent | undefined {
        const state = this.state(failure);
        return state && dialogContent(state);
    }

    state(failure?: AwsFailure): DialogState | undefined {
        const { question, whenSwitching, recents } = this.options;
        const { snapshot } = this.model;
        const { selected, filter } = this;
        return question && snapshot && {
            question, snapshot, whenSwitching, recents, selected, filter, failure, now: this.clock.now()
        };
    }

    select(id: AwsConnectionId): void {
        this.selected = id;
        this.changed.fire();
    }

    setFilter(filter: string): void {
        this.filter = filter;
        const rows = this.content()?.rows ?? [];
        if (!rows.some(({ id }) => id === this.selected)) {
            this.selected = rows.find(({ problem }) => problem === undefined)?.id;
        }
        this.changed.fire();
    }

    setRemember(remember: boolean): void {
        this.remember = remember;
        this.changed.fire();
    }

    dispose(): void {
        this.changed.dispose();
    }

    protected firstChoice(): AwsConnectionId | undefined {
        const state = this.state();
        if (state === undefined) {
            return undefined;
        }
        const { uses, services } = state.snapshot;
        const inUse = AwsRequirement.alternatives(state.question.requirement)
            .map(alternative => uses[AwsRequirement.use(alternative, services)]);
        const usable = choiceRows(state).filter(({ problem }) => problem === undefined);
        return (usable.find(({ id }) => inUse.includes(id)) ?? usable[0])?.id;
    }
}
