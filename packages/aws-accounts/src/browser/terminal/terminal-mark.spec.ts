import { expect } from 'chai';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { TerminalRecord, ToolIdentity } from '../../common/protocol/aws-tools-protocol';
import { productionMark, terminalMark } from './terminal-mark';

const HERE = 'eu-central-1';

function opened(profile: string | undefined, pinned = false, region: string | undefined = HERE): TerminalRecord {
    const variables: { [name: string]: string } = region === undefined ? {} : { AWS_REGION: region };
    return { terminalId: 1, pinned, startedWith: profile === undefined ? undefined : { connectionId: `profile:${profile}`, variables } };
}

function at(profile: string, region: string | undefined = HERE): ToolIdentity {
    return { connectionId: `profile:${profile}`, region };
}

/** A region that nobody names. */
const nowhere = (profile: string): ToolIdentity => ({ connectionId: `profile:${profile}` });

describe('what the tab of a terminal says', () => {

    const table: readonly (readonly [string, TerminalRecord, ToolIdentity | undefined, ToolIdentity | undefined, string | undefined])[] = [
        ['nothing while its profile is in use', opened('dev'), at('dev'), at('dev'), undefined],
        ['that its profile is no longer in use', opened('dev'), at('ops'), at('dev'), 'stale: dev: no longer in use'],
        ['that its profile is no longer in use when none is', opened('dev'), undefined, at('dev'), 'stale: dev: no longer in use'],
        [
            'that its profile is no longer in use when another one is, elsewhere',
            opened('dev'),
            at('ops', 'eu-west-1'),
            at('dev'),
            'stale: dev: no longer in use'
        ],
        [
            'that its region is no longer in use',
            opened('dev'),
            at('dev', 'eu-west-1'),
            at('dev', 'eu-west-1'),
            'stale: dev eu-central-1: no longer in use'
        ],
        [
            'that a region is in use, which it lacks',
            { ...opened('dev'), startedWith: { connectionId: 'profile:dev', variables: {} } },
            at('dev'),
            at('dev'),
            'stale: dev no region: no longer in use'
        ],
        ['that no region is in use any more', opened('dev'), nowhere('dev'), nowhere('dev'), 'stale: dev eu-central-1: no longer in use'],
        ['that it was opened before there was one', opened(undefined), at('ops'), undefined, 'stale: without AWS profile'],
        ['nothing while there is none', opened(undefined), undefined, undefined, undefined],
        ['the profile that it is for, in use or not', opened('dev', true), at('ops'), at('dev'), 'pinned: dev'],
        ['the profile that it is for, when that is in use', opened('dev', true), at('dev'), at('dev'), 'pinned: dev'],
        ['the profile that it is for, when that is gone', opened('dev', true), at('ops'), undefined, 'pinned: dev'],
        [
            'that the profile that it is for has another region',
            opened('dev', true),
            at('ops'),
            at('dev', 'eu-west-1'),
            'stale: dev eu-central-1: no longer in use'
        ],
        ['a name with a colon as it is', opened('a:b', true), undefined, at('a:b'), 'pinned: a:b'],
        [
            'that the shell changed it, before anything else',
            { ...opened('dev', true), startUp: { kind: 'checked', changed: ['AWS_PROFILE'] } },
            at('ops'),
            at('dev', 'eu-west-1'),
            'changed: dev: changed by the shell'
        ],
        [
            'nothing of a shell that changed nothing',
            { ...opened('dev'), startUp: { kind: 'checked', changed: [] } }, at('dev'), at('dev'), undefined
        ],
        [
            'that the shell could not be checked',
            { ...opened('dev'), startUp: { kind: 'unchecked', shell: 'pwsh' } }, at('dev'), at('dev'), 'unchecked: dev: shell not checked'
        ],
        [
            'that the shell could not be checked, for whatever profile it is',
            { ...opened('dev', true), startUp: { kind: 'unchecked', shell: 'pwsh' } }, at('ops'), at('dev'),
            'unchecked: dev: shell not checked'
        ],
        [
            'that its profile is no longer in use, before that its shell could not be checked',
            { ...opened('dev'), startUp: { kind: 'unchecked', shell: 'pwsh' } }, at('ops'), at('dev'), 'stale: dev: no longer in use'
        ],
        [
            'nothing of a shell without a profile', { ...opened(undefined), startUp: { kind: 'unchecked', shell: 'pwsh' } }, undefined,
            undefined, undefined
        ]
    ];
    for (const [sentence, record, active, own, expected] of table) {
        it(sentence, () => {
            const mark = terminalMark(record, { active, own });
            expect(mark && `${mark.kind}: ${mark.text}`).to.equal(expected);
        });
    }

    it('and it does not call the environment of the backend a profile', () => {
        const environment: ToolIdentity = { connectionId: AwsConnection.ENVIRONMENT, region: HERE };
        const variables = { AWS_REGION: HERE };
        const record: TerminalRecord = { terminalId: 1, pinned: true, startedWith: { connectionId: AwsConnection.ENVIRONMENT, variables } };
        expect(terminalMark(record, { active: at('dev'), own: environment }))
            .to.deep.equal({
                kind: 'pinned', text: 'Environment',
                tooltip: 'This terminal is for the backend\'s environment, whatever the workspace uses.'
            });
        expect(terminalMark({ ...record, pinned: false }, { active: at('dev'), own: environment })?.tooltip)
            .to.equal('This terminal was opened with the backend\'s environment (eu-central-1) and keeps it. AWS services use dev '
                + '(eu-central-1) now; a new terminal gets that.');
        expect(terminalMark(opened('dev'), { active: environment, own: at('dev') })?.tooltip)
            .to.contain('with the AWS profile dev (eu-central-1)').and.contain('AWS services use the backend\'s environment (eu-central-1) '
                + 'now');
    });

    it('and the tooltip of a shell that could not be checked names the shell, and how to find it out', () => {
        const record: TerminalRecord = { ...opened('dev', true), startUp: { kind: 'unchecked', shell: 'pwsh' } };
        expect(terminalMark(record, { active: undefined, own: at('dev') })?.tooltip)
            .to.contain('(pwsh)').and.contain('aws sts get-caller-identity');
    });

    it('and its tooltip says what it has and what a new one would get', () =>
        expect(terminalMark(opened('dev'), { active: at('dev', 'eu-west-1'), own: at('dev', 'eu-west-1') })?.tooltip)
            .to.contain('dev (eu-central-1)').and.contain('dev (eu-west-1)'));

    it('and it says that the profile is marked as production, whatever else it says', () => {
        const dev = {
            kind: 'iamProfile', id: 'profile:dev', name: 'dev', profileKind: 'accessKeys', renews: false
        } as unknown as AwsConnection;
        expect(productionMark(dev)).to.equal(undefined);
        expect(productionMark({ ...dev, production: true } as AwsConnection)).to.deep.equal({
            kind: 'production', text: 'production',
            tooltip: 'You marked dev as production. Commands that are typed here run without a question.'
        });
    });
});
