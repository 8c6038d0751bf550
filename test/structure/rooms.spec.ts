import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';

const ROOT = resolve(__dirname, '..', '..', '..');
const PACKAGES = join(ROOT, 'packages');

/** One import: the file that makes it, the file that it names, and what it takes from there. */
interface Import {
    readonly from: string;
    readonly to: string;
    readonly names: string;
}

function importsOf(src: string): Import[] {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
        file => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|(^|\/)test\//.test(file)
    );
    const known = new Set(files);
    return files.flatMap(from => [...readFileSync(join(src, from), 'utf8')
        .matchAll(/(?:^|\n)(?:import|export)\s+([^'"]*?)from\s+'(\.[^']*)'/g)].flatMap(([, names, path]) => {
        const base = relative(src, resolve(src, dirname(from), path));
        const to = [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(file => known.has(file));
        return to === undefined ? [] : [{ from, to, names: names.trim() }];
    }));
}

/** The first circle of imports among `places`, as its imports; empty where there is none. */
function circle(imports: readonly Import[], placeOf: (file: string) => string): string[] {
    const edges = new Map<string, Map<string, Import>>();
    for (const one of imports.filter(({ from, to }) => placeOf(from) !== placeOf(to))) {
        const out = edges.get(placeOf(one.from)) ?? new Map<string, Import>();
        edges.set(placeOf(one.from), out.set(placeOf(one.to), one));
    }
    const done = new Set<string>();
    const walk = (place: string, way: readonly Import[], open: readonly string[]): string[] => {
        if (open.includes(place)) {
            return way.slice(open.indexOf(place)).map(({ from, to, names }) => `${from} imports ${names} from ${to}`);
        }
        if (done.has(place)) {
            return [];
        }
        for (const [next, one] of edges.get(place) ?? []) {
            const found = walk(next, [...way, one], [...open, place]);
            if (found.length > 0) {
                return found;
            }
        }
        done.add(place);
        return [];
    };
    return [...edges.keys()].map(place => walk(place, [], [])).find(found => found.length > 0) ?? [];
}

/** The rooms of the extension from the top to the bottom, as the table of ARCHITECTURE.md has them: those of one row are equally high. */
function floors(): ReadonlyMap<string, number> {
    const table = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('\n## ').find(part => part.startsWith('Rooms of')) ?? '';
    const rows = [...table.matchAll(/^\| (\**`.*?) \|/gm)].map(
        ([, cell]) => [...cell.replace(/\(.*\)/, '').matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    );
    return new Map(rows.flatMap(([first, ...others], floor) =>
        [first, ...others.map(name => `${dirname(first)}/${name}`)].map(room => [room, floor] as const)));
}

/** The imports from a room to one that stands above it. An inner room is as high as the room around it. */
function arrowsUp(imports: readonly Import[], heights: ReadonlyMap<string, number>): string[] {
    const floorOf = (file: string): number => {
        const room = dirname(file);
        return heights.get(room) ?? (room === '.' ? Number.NaN : floorOf(room));
    };
    return imports.filter(({ from, to }) => !(floorOf(from) <= floorOf(to))).map(
        ({ from, to, names }) => `${from} imports ${names} from ${to}`
    );
}

describe('Imports', () => {
    for (const name of ['aws-accounts', 'aws-accounts-plugin-ext', 'aws-sign-in-emulator']) {
        const imports = importsOf(join(PACKAGES, name, 'src'));

        it(`of ${name} are found`, () => expect(imports).not.to.be.empty);

        it(`of ${name} make no circle of files`, () => expect(circle(imports, file => file)).to.deep.equal([]));

        it(`of ${name} make no circle of rooms`, () => expect(circle(imports, dirname)).to.deep.equal([]));
    }

    it('of aws-accounts lead down the table of rooms', () => {
        expect(arrowsUp(importsOf(join(PACKAGES, 'aws-accounts', 'src')), floors())).to.deep.equal([]);
    });

    it('of aws-accounts are between rooms that the table names', () => {
        const src = join(PACKAGES, 'aws-accounts', 'src');
        const rooms = readdirSync(src, { withFileTypes: true }).flatMap(half => half.isDirectory()
            ? readdirSync(join(src, half.name), { withFileTypes: true }).filter(room => room.isDirectory()).map(
                room => `${half.name}/${room.name}`
            )
            : []);
        const unnamed = rooms.filter(room => !floors().has(room) && !/\/(integration|style|test)$/.test(room));
        expect(unnamed).to.deep.equal([]);
    });
});
