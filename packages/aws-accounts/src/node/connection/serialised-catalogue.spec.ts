import { expect } from 'chai';
import * as fc from 'fast-check';
import type { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { ConnectionPlaces } from '../../common/connection/connection-places';
import { AccountsReplica } from '../../common/snapshot/accounts-replica';
import type { CataloguePiece } from '../../common/snapshot/aws-accounts-catalogue';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import { TokenServices } from '../../common/token-service/token-services';
import { atOnce } from '../process/slices';
import { interpret, Interpretation, interpreting } from '../shared-config/config-interpretation';
import { IniDocument, parseIni } from '../shared-config/ini/ini-document';
import { CatalogueParts, SerialisedCatalogue } from './serialised-catalogue';

const FILES = { host: 'here', config: { path: '/config', exists: true }, credentials: { path: '/credentials', exists: false } };

const profile = (index: number, region = 'eu-central-1'): IamProfileConnection => ({
    kind: 'iamProfile', id: `profile:p${index}`, name: `p${index}`, source: 'accessKeys', region: { name: region, origin: 'profile' },
    locations: []
});
const partsOf = (connections: readonly IamProfileConnection[]): CatalogueParts => ({
    connections, lines: ConnectionPlaces.linesOf(connections), files: FILES, services: TokenServices.DEFAULT, endpoints: { all: [] }
});
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

    /** Counts the connections of which text is made. */
    function counting(made: { count: number }): IamProfileConnection[] {
        return SOME.map(connection => ({
            ...connection, get name() {
                made.count += 1;
                return connection.name;
            }
        }));
    }

    it('has one piece made anew when one profile says something else', () => {
        const made = { count: 0 };
        const counted = counting(made);
        const known = atOnce(SerialisedCatalogue.make(partsOf(counted)));
        expect(made.count).to.equal(1_000);
        const others = textsOf(known).slice(1).map(text => JSON.parse(text) as IamProfileConnection[])
            .find(piece => piece.some(({ id }) => id === 'profile:p500'))?.length ?? 0;
        atOnce(SerialisedCatalogue.make(partsOf(counted.with(500, profile(500, 'eu-west-1'))), known));
        expect(made.count, 'the others of its piece').to.equal(1_000 + others - 1);
    });

    it('has one piece made anew when a profile is added above all others', () => {
        const made = { count: 0 };
        const counted = counting(made);
        const known = atOnce(SerialisedCatalogue.make(partsOf(counted)));
        const now = atOnce(SerialisedCatalogue.make(partsOf([profile(2_000), ...counted]), known));
        const before = new Set(textsOf(known));
        expect(textsOf(now).slice(1).filter(text => !before.has(text))).to.have.length(1);
        expect(made.count).to.be.below(1_500);
    });

    it('has pieces of some hundred connections, whatever their names are', () => {
        const sizesOf = (connections: readonly IamProfileConnection[]): number[] =>
            textsOf(atOnce(SerialisedCatalogue.make(partsOf(connections)))).slice(1).map(text => (JSON.parse(text) as unknown[]).length);
        const sizes = sizesOf(Array.from({ length: 10_000 }, (_, index) => profile(index)));
        expect(Math.max(...sizes)).to.be.at.most(240);
        expect(sizes.length).to.be.within(50, 170);
        expect(sizesOf(Array.from({ length: 900 }, () => profile(1)))).to.deep.equal([240, 240, 240, 180]);
    });
});

describe('A window whose catalogue comes in pieces', () => {

    const CONFIG = Array.from({ length: 600 }, (_, index) =>
        `[profile p${index}]\nregion = ${index % 50 === 0 ? '?' : 'eu-west-1'}\naws_access_key_id = x\naws_secret_access_key = y\n`).join('');

    /** The backend reads the file; the window gets what it does not have. */
    class Backend {

        requested: number[] = [];
        protected documents: { config: IniDocument; interpretation: Interpretation } | undefined;
        protected catalogue: SerialisedCatalogue | undefined;
        protected revision = 0;

        read(text: string): AwsAccountsStatus {
            const config = parseIni(text, this.documents?.config);
            const interpretation = atOnce(interpreting(
                { config, credentials: parseIni(''), configFile: '/config', credentialsFile: '/credentials' },
                { region: undefined, endpoints: { settings: [] } }, this.documents?.interpretation
            ));
            this.documents = { config, interpretation };
            this.catalogue = atOnce(SerialisedCatalogue.make(partsOf(interpretation.profiles), this.catalogue));
            return { revision: this.revision += 1, catalogue: this.catalogue.digest, states: {}, uses: {}, marks: { profiles: {} } };
        }

        async piece(piece: number): Promise<CataloguePiece> {
            this.requested.push(piece);
            return { kind: 'piece', text: this.catalogue?.textOf(piece) ?? '' };
        }
    }

    it('names the lines that count now, and requests no piece in which nothing but lines has changed', async () => {
        const backend = new Backend();
        const replica = new AccountsReplica((_digest, piece) => backend.piece(piece));
        const profilesOf = async (text: string): Promise<AwsConnection[]> =>
            (await replica.take(backend.read(text))).connections.map(({ connection }) => connection);
        const first = await profilesOf(CONFIG);
        expect(first[50]).to.deep.include({ locations: [{ file: '/config', line: 201 }] });
        expect(first[50]).to.have.nested.property('problem.location.line', 202);
        for (const edited of [`# c\n${CONFIG}`, `# c\n${CONFIG.replace('[profile p300]', '\n\n[profile p300]')}`, CONFIG]) {
            backend.requested = [];
            const shown = await profilesOf(edited);
            const { profiles } = interpret(
                { config: parseIni(edited), credentials: parseIni(''), configFile: '/config', credentialsFile: '/credentials' }, undefined
            );
            expect(shown).to.deep.equal(JSON.parse(JSON.stringify(profiles)));
            expect(backend.requested.filter(piece => piece > 0).length).to.be.at.most(1);
        }
    });

    it('keeps the objects of the connections above the line that came', async () => {
        const backend = new Backend();
        const replica = new AccountsReplica((_digest, piece) => backend.piece(piece));
        const { connections: before } = await replica.take(backend.read(CONFIG));
        const { connections: now } = await replica.take(backend.read(CONFIG.replace('[profile p300]', '# c\n[profile p300]')));
        expect(now.filter((entry, index) => entry === before[index])).to.have.length(300);
    });
});
