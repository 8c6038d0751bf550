import { expect } from 'chai';
import * as fc from 'fast-check';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { TokenServices } from '../../common/token-service/token-services';
import { atOnce } from '../process/slices';
import { CatalogueParts, SerialisedCatalogue } from './serialised-catalogue';

const FILES = { host: 'here', config: { path: '/config', exists: true }, credentials: { path: '/credentials', exists: false } };

const profile = (index: number, region = 'eu-central-1'): IamProfileConnection => ({
    kind: 'iamProfile', id: `profile:p${index}`, name: `p${index}`, source: 'accessKeys', region: { name: region, origin: 'profile' },
    locations: []
});
const partsOf = (connections: readonly IamProfileConnection[]): CatalogueParts =>
    ({ connections, files: FILES, services: TokenServices.DEFAULT, endpoints: { all: [] } });
const textsOf = (catalogue: SerialisedCatalogue): string[] => {
    const texts = [];
    for (let text = catalogue.textOf(0); text !== undefined; text = catalogue.textOf(texts.length)) {
        texts.push(text);
    }
    return texts;
};

const SOME = Array.from({ length: 1_000 }, (_, index) => profile(index));
/** A profile that says something else, one that comes, or one that goes. */
const CHANGE = fc.record({ at: fc.nat({ max: 999 }), removed: fc.nat({ max: 1 }), added: fc.nat({ max: 1 }) });

describe('A catalogue that is made after an earlier one', () => {

    it('is what it would be without it', () => fc.assert(
        fc.property(fc.array(CHANGE, { maxLength: 3 }), changes => {
            const connections = [...SOME];
            changes.forEach(({ at, removed, added }, index) =>
                connections.splice(at, removed, ...Array.from({ length: added }, () => profile(2_000 + index, 'eu-west-1'))));
            const known = atOnce(SerialisedCatalogue.make(partsOf(SOME)));
            const [now, fresh] = [known, undefined].map(earlier => atOnce(SerialisedCatalogue.make(partsOf(connections), earlier)));
            expect([now.digest, textsOf(now)]).to.deep.equal([fresh.digest, textsOf(fresh)]);
        }),
        { numRuns: 50 }
    ));

    it('has one piece made anew when one profile says something else', () => {
        let made = 0;
        const counted = SOME.map((connection, index) => ({
            ...connection, get id() {
                made += 1;
                return `profile:p${index}`;
            }
        }));
        const known = atOnce(SerialisedCatalogue.make(partsOf(counted)));
        expect(made).to.equal(1_000);
        atOnce(SerialisedCatalogue.make(partsOf(counted.with(500, profile(500, 'eu-west-1') as typeof counted[number])), known));
        expect(made, 'the other 199 of its piece').to.equal(1_199);
    });
});
