import { Emitter } from '@theia/core/lib/common/event';
import type { QuickPick, QuickPickItem } from '@theia/core/lib/common/quick-pick-service';
import { expect } from 'chai';
import { LongPick, MOST_ITEMS } from './long-pick';

type Profile = { readonly label: string; readonly alwaysShow?: boolean };
type Row = QuickPickItem & { readonly item?: Profile };

const PROFILES: Profile[] = Array.from({ length: 1_000 }, (_, index) => ({ label: `p${index}` }));

/** Theia's list, as far as it is told to show something. */
class FakeQuickPick {

    protected readonly hidden = new Emitter<void>();
    protected readonly accepted = new Emitter<void>();
    protected readonly typed = new Emitter<string>();
    readonly onDidHide = this.hidden.event;
    readonly onDidAccept = this.accepted.event;
    readonly onDidChangeValue = this.typed.event;
    items: readonly Row[] = [];
    activeItems: readonly Row[] = [];
    selectedItems: readonly Row[] = [];
    isShown = false;
    isDisposed = false;

    show(): void {
        this.isShown = true;
    }

    hide(): void {
        this.hidden.fire();
    }

    dispose(): void {
        this.isDisposed = true;
    }

    type(text: string): void {
        this.typed.fire(text);
    }

    accept(row: Row | undefined): void {
        this.selectedItems = row === undefined ? [] : [row];
        this.accepted.fire();
    }
}

describe('A list of many items', () => {

    let list: FakeQuickPick;
    let said: string[];
    const open = (active?: Profile, profiles = PROFILES): Promise<Profile | undefined> => {
        const shown = profiles.map(item => ({ label: item.label, item }));
        return new LongPick(list as unknown as QuickPick<Row>, shown, {}, text => said.push(text)).pick(active);
    };

    beforeEach(() => {
        list = new FakeQuickPick();
        said = [];
    });

    it('shows a hundred, and says how many more there are', () => {
        void open();
        expect([list.isShown, list.items.length, list.items.at(-1)?.description]).to.deep.equal(
            [true, MOST_ITEMS + 1, '900 more. Type to narrow the list down.']
        );
        list.type('p99');
        expect(list.items.map(({ label }) => label)).to.deep.equal(['p99', ...Array.from({ length: 10 }, (_, index) => `p99${index}`)]);
        expect(said).to.deep.equal(['900 more. Type to narrow the list down.']);
    });

    it('has the item that is in use among them, with the focus, also where it stands far down', () => {
        void open(PROFILES[777]);
        expect(list.activeItems.map(({ item }) => item)).to.deep.equal([PROFILES[777]]);
        expect(list.items.filter(({ item }) => item === PROFILES[777])).to.have.length(1);
    });

    it('keeps the items to show always beside the one that is in use', () => {
        void open(PROFILES[777], [...PROFILES, { label: 'Another...', alwaysShow: true }]);
        expect([list.items[0].label, list.items.at(-2)?.label, list.items.length]).to.deep.equal(['p777', 'Another...', MOST_ITEMS + 1]);
    });

    it('gives the item itself that is picked, and nothing for the line that stands for none', async () => {
        const picked = open();
        list.accept(list.items.at(-1));
        list.accept(list.items[3]);
        expect(await picked).to.equal(PROFILES[3]);
        expect(list.isDisposed).to.equal(true);
    });

    it('gives nothing when the person decides against it', async () => {
        const picked = open();
        list.hide();
        expect(await picked).to.equal(undefined);
        expect(list.isDisposed).to.equal(true);
    });
});
