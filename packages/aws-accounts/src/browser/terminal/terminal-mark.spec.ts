import { expect } from 'chai';
import type { TerminalRecord } from '../../common/aws-tools-protocol';
import { terminalMark } from './terminal-mark';

function opened(profile: string | undefined, pinned = false): TerminalRecord {
    return { terminalId: 1, pinned, environment: profile === undefined ? undefined : { connectionId: `profile:${profile}`, variables: {} } };
}

describe('what the tab of a terminal says', () => {

    const table: readonly (readonly [string, TerminalRecord, string | undefined, string | undefined])[] = [
        ['nothing while its profile is in use', opened('dev'), 'profile:dev', undefined],
        ['that its profile is no longer in use', opened('dev'), 'profile:ops', 'stale: dev: no longer in use'],
        ['that its profile is no longer in use when none is', opened('dev'), undefined, 'stale: dev: no longer in use'],
        ['that it was opened before there was one', opened(undefined), 'profile:ops', 'stale: without AWS profile'],
        ['nothing while there is none', opened(undefined), undefined, undefined],
        ['the profile that it is for, in use or not', opened('dev', true), 'profile:ops', 'pinned: dev'],
        ['the profile that it is for, when that is in use', opened('dev', true), 'profile:dev', 'pinned: dev'],
        ['a name with a colon as it is', opened('a:b', true), undefined, 'pinned: a:b']
    ];
    for (const [sentence, record, active, expected] of table) {
        it(sentence, () => {
            const mark = terminalMark(record, active);
            expect(mark && `${mark.kind}: ${mark.text}`).to.equal(expected);
        });
    }
});
