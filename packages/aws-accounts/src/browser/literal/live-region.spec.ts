import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
import { expect } from 'chai';
import { LiveRegion } from './live-region';

describe('LiveRegion', () => {
    let disable: () => void;
    let region: LiveRegion;

    before(() => disable = enableJSDOM());
    after(() => disable());
    beforeEach(() => region = new LiveRegion());
    afterEach(() => region.detach());

    const said = (): (string | null)[] => Array.from(document.querySelectorAll('[role=status] > *'), ({ textContent }) => textContent);

    it('keeps a text beside the one that follows at once', () => {
        region.say('dev: connected');
        region.say('Added profile staging.');
        expect(said()).to.deep.equal(['dev: connected', 'Added profile staging.']);
    });

    it('forgets texts that were heard long ago', () => {
        Array.from({ length: 40 }, (_, index) => region.say(`text ${index}`));
        expect(said()).to.have.length(10);
        expect(said().at(-1)).to.equal('text 39');
    });

    it('shows markup as text', () => {
        region.say('<img src=x> & **bold**');
        expect(said()).to.deep.equal(['<img src=x> & **bold**']);
    });

    it('stands in the page once, and is gone when it is detached', () => {
        region.attach();
        region.attach();
        expect(document.querySelectorAll('.theia-aws-live-region')).to.have.length(1);
        region.detach();
        expect(document.querySelectorAll('.theia-aws-live-region')).to.have.length(0);
    });
});
