import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import { SharedListing } from './shared-listing';

const running = new AbortController().signal;
const nothing = (): void => undefined;

/** A list that a spec tells page by page. */
class ToldList {

    fetches = 0;
    signal = running;
    page: (page: readonly string[]) => void = nothing;
    ends = new Deferred<void>();
    readonly listing = new SharedListing<string>((signal, onPage) => {
        this.fetches += 1;
        this.signal = signal;
        this.page = onPage;
        this.ends = new Deferred();
        signal.addEventListener('abort', () => this.ends.reject(signal.reason), { once: true });
        return this.ends.promise;
    });
}

describe('SharedListing', () => {

    let list: ToldList;

    beforeEach(() => {
        list = new ToldList();
    });

    it('fetches once for all who ask, and tells the late ones what has come before', async () => {
        const [early, late] = [[] as string[], [] as string[]];
        const first = list.listing.join(running, page => early.push(...page));
        list.page(['a', 'b']);
        const second = list.listing.join(running, page => late.push(...page));
        list.page(['c']);
        list.ends.resolve();
        expect(await first).to.deep.equal(['a', 'b', 'c']);
        expect(await second).to.deep.equal(['a', 'b', 'c']);
        expect([early, late]).to.deep.equal([['a', 'b', 'c'], ['a', 'b', 'c']]);
        expect(await list.listing.join(running, nothing)).to.deep.equal(['a', 'b', 'c']);
        expect(list.fetches).to.equal(1);
    });

    it('goes on while somebody waits, and ends with the last one', async () => {
        const [one, two] = [new AbortController(), new AbortController()];
        const ends = [list.listing.join(one.signal, nothing), list.listing.join(two.signal, nothing)].map(end =>
            end.catch((error: Error) => error.name)
        );
        one.abort();
        expect(await ends[0]).to.equal('AbortError');
        expect(list.signal.aborted).to.equal(false);
        two.abort();
        expect(await ends[1]).to.equal('AbortError');
        expect(list.signal.aborted).to.equal(true);
    });

    it('begins anew after a failure', async () => {
        const failing = list.listing.join(running, nothing).catch((error: Error) => error.message);
        list.page(['a']);
        list.ends.reject(new Error('no'));
        expect(await failing).to.equal('no');
        const again = list.listing.join(running, nothing);
        list.page(['a', 'b']);
        list.ends.resolve();
        expect(await again).to.deep.equal(['a', 'b']);
        expect(list.fetches).to.equal(2);
    });

    it('can be called off for everybody', async () => {
        const ends = [list.listing.join(running, nothing), list.listing.join(running, nothing)].map(end =>
            end.catch((error: Error) => error.name)
        );
        list.listing.cancel();
        expect(await Promise.all(ends)).to.deep.equal(['AbortError', 'AbortError']);
        expect(list.listing.isComplete).to.equal(false);
    });
});
