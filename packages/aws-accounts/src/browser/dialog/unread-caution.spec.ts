import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { FakeTimer } from '../guard/test/fake-timer';
import { Timer } from '../time/timer';
import { UnreadCaution } from './unread-caution';

describe('A caution about production', () => {
    let timer: FakeTimer;
    let caution: UnreadCaution;

    beforeEach(() => {
        timer = new FakeTimer();
        const container = new Container();
        container.bind<object>(Timer).toConstantValue(timer);
        container.bind(UnreadCaution).toSelf();
        caution = container.get(UnreadCaution);
    });

    // @threat stray-enter
    it('holds its buttons for half a second, each time that it is another one', () => {
        let read = 0;
        caution.onDidRead(() => read++);
        for (const text of ['profile:dev 111122223333', 'profile:ops 111122223333']) {
            caution.show(text);
            expect([caution.isUnread, timer.delayMs]).to.deep.equal([true, 500]);
            timer.ring();
            expect(caution.isUnread).to.equal(false);
        }
        expect(read).to.equal(2);
    });

    it('does not begin anew while it stays the same, and holds nothing where there is none', () => {
        caution.show('profile:dev 111122223333');
        timer.ring();
        caution.show('profile:dev 111122223333');
        expect(caution.isUnread).to.equal(false);
        caution.show(undefined);
        expect([caution.isUnread, timer.delayMs]).to.deep.equal([false, undefined]);
    });
});
