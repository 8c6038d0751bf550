import { expect } from 'chai';
import { nextPace, pauseOf, PollPace, PollReply } from './poll-pace';

describe('The pace of polling', () => {

    const rows: [sentence: string, replies: PollReply[], pauses: number[]][] = [
        ['is the interval while the person is busy', ['pending', 'pending'], [5000, 5000, 5000]],
        [
            'is 5 s slower for good after each slow_down',
            ['slowDown', 'pending', 'slowDown', 'pending'],
            [5000, 10_000, 10_000, 15_000, 15_000]
        ],
        [
            'backs off while nothing gets through, up to half a minute',
            ['unanswered', 'unanswered', 'unanswered', 'unanswered'],
            [5000, 10_000, 20_000, 30_000, 30_000]
        ],
        ['is the interval again after an answer', ['unanswered', 'unanswered', 'pending'], [5000, 10_000, 20_000, 5000]],
        ['keeps what slow_down added through trouble', ['slowDown', 'unanswered', 'pending'], [5000, 10_000, 20_000, 10_000]]
    ];
    for (const [sentence, replies, pauses] of rows) {
        it(sentence, () => {
            let pace: PollPace = { intervalMs: 5000, unanswered: 0 };
            const seen = [pauseOf(pace)];
            for (const reply of replies) {
                pace = nextPace(pace, reply);
                seen.push(pauseOf(pace));
            }
            expect(seen).to.deep.equal(pauses);
        });
    }

    it('never falls below an interval that is longer than the longest back-off', () => {
        expect(pauseOf({ intervalMs: 60_000, unanswered: 3 })).to.equal(60_000);
    });
});
