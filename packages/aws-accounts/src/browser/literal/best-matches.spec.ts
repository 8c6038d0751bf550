import { expect } from 'chai';
import { BestMatches } from './best-matches';

const LABELS = ['my-dev', 'dev-eu', 'prod', 'dev', 'DEV-us', 'ops'];
const items = LABELS.map((label, index) => ({ label, description: index === 5 ? 'dev account' : 'eu-central-1' }));
const labels = (matches: BestMatches<{ label: string }>, filter: string, most = 10): [string[], number] => {
    const { best, more } = matches.find(filter, most);
    return [best.map(({ label }) => label), more];
};

describe('The best matches of a long list', () => {

    it('are the first ones, in their order, as long as nothing is typed', () => {
        expect(labels(new BestMatches(items), ' ', 2)).to.deep.equal([['my-dev', 'dev-eu'], 4]);
    });

    it('have that very label first, then those that begin with it, then those that have it in them', () => {
        expect(labels(new BestMatches(items), 'Dev')).to.deep.equal([['dev', 'dev-eu', 'DEV-us', 'my-dev'], 0]);
    });

    it('hold the very label also where it stands behind all that are shown', () => {
        expect(labels(new BestMatches(items), 'dev', 1)).to.deep.equal([['dev'], 3]);
    });

    it('have all words, in any order', () => {
        expect(labels(new BestMatches(items), 'eu dev')).to.deep.equal([['dev-eu'], 0]);
    });

    it('are looked for in descriptions and details only where the list says so', () => {
        const described = [...items, { label: 'x', description: '', detail: 'deviates' }];
        expect(labels(new BestMatches(described), 'dev account')).to.deep.equal([[], 0]);
        expect(labels(new BestMatches(described, { matchOnDescription: true }), 'dev account')).to.deep.equal([['ops'], 0]);
        expect(labels(new BestMatches(described, { matchOnDetail: true }), 'deviates')).to.deep.equal([['x'], 0]);
    });

    it('have what is to be shown always as the last, and count it for nothing', () => {
        const withOther = [...items, { label: 'Other...', alwaysShow: true }];
        expect(labels(new BestMatches(withOther), 'prod')).to.deep.equal([['prod', 'Other...'], 0]);
        expect(labels(new BestMatches(withOther), '', 3)).to.deep.equal([['my-dev', 'dev-eu', 'Other...'], 4]);
    });
});
