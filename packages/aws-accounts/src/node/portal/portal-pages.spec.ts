import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { PortalCalls } from './portal-calls';
import { PortalPages } from './portal-pages';
import type { FetchPages } from './shared-listing';

const CORP = { name: 'corp', startUrl: 'https://corp.awsapps.com/start', region: 'eu-west-1' };

describe('A list that comes page by page', () => {
    let calls: number;
    let next: (call: number) => string | null | undefined;
    let pages: PortalPages;

    beforeEach(() => {
        calls = 0;
        const container = new Container();
        container.bind<object>(PortalCalls).toConstantValue({ make: async () => ({ items: [calls], nextToken: next(calls += 1) }) });
        container.bind(PortalPages).toSelf();
        pages = container.get(PortalPages);
    });

    const fetchAll = (fetch: FetchPages<unknown> = pages.accounts(CORP)): Promise<void> =>
        fetch(new AbortController().signal, () => undefined);
    const failureOf = (fetching: Promise<void>): Promise<AwsFailure | undefined> => fetching.then(() => undefined, AwsFailure.of);

    // @threat endless-answers
    it('ends with an error where a page leads back to an earlier one', async () => {
        for (const lead of [() => 'same', (call: number) => `page ${call % 3}`]) {
            calls = 0;
            next = lead;
            expect(await failureOf(fetchAll())).to.include({ reason: 'malformedResponse', subject: 'corp' });
            expect(calls).to.be.at.most(4);
        }
    });

    // @threat endless-answers
    it('ends with an error where there is always one more, of accounts and of roles', async () => {
        next = call => `page ${call}`;
        expect(await failureOf(fetchAll())).to.include({ reason: 'malformedResponse' });
        expect(await failureOf(fetchAll(pages.roles(CORP, '111122223333')))).to.include({ reason: 'malformedResponse' });
        expect(calls).to.be.at.most(2 * 5001);
    });

    it('is read to its end, which the portal marks in three ways', async () => {
        for (const end of [null, undefined, '']) {
            calls = 0;
            next = call => (call < 3 ? `page ${call}` : end);
            await fetchAll();
            expect(calls).to.equal(3);
        }
    });
});
