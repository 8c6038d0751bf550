import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import type { QuickPick, QuickPickItem } from '@theia/core/lib/common/quick-pick-service';
import { nls } from '@theia/core/lib/common/nls';
import { BestMatches, FilteredItem, FilteredParts } from './best-matches';

/** The items that a list shows at once: a person reads no more, and types. */
export const MOST_ITEMS = 100;

/** An item as it is shown, and what it stands for. */
export interface ShownItem<T> extends QuickPickItem {
    readonly item: T;
}

/** The last line, which tells how many items there are besides; it stands for none. */
export type Row<T> = QuickPickItem & { readonly item?: T };

/**
 * A list of thousands. Theia's own looks at each item and each row at every key; this one gives it the best matches alone, and says in the
 * last line how many more there are.
 */
export class LongPick<T extends FilteredItem> {

    protected readonly toDispose = new DisposableCollection();
    protected readonly matches: BestMatches<T>;
    protected readonly shown: ReadonlyMap<T, ShownItem<T>>;

    /** @param say tells people who hear the IDE how many more there are */
    constructor(
        protected readonly quickPick: QuickPick<Row<T>>, items: readonly ShownItem<T>[], parts: FilteredParts,
        protected readonly say: (text: string) => void
    ) {
        this.matches = new BestMatches(items.map(({ item }) => item), parts);
        this.shown = new Map(items.map(shown => [shown.item, shown]));
    }

    /** Opens the list. @returns the item that the person picks; `undefined`: they decide against it */
    pick(active: T | undefined): Promise<T | undefined> {
        const { quickPick } = this;
        return new Promise<T | undefined>(resolve => {
            this.toDispose.pushAll([
                quickPick.onDidChangeValue(filter => this.show(filter)),
                quickPick.onDidAccept(() => {
                    const [row] = [...quickPick.selectedItems, ...quickPick.activeItems];
                    if (row?.item !== undefined) {
                        resolve(row.item);
                        quickPick.hide();
                    }
                }),
                quickPick.onDidHide(() => {
                    resolve(undefined);
                    this.toDispose.dispose();
                }),
                Disposable.create(() => quickPick.dispose())
            ]);
            this.show('', active);
            quickPick.show();
        });
    }

    protected show(filter: string, active?: T): void {
        const { best, more } = this.matches.find(filter, MOST_ITEMS);
        const items = active === undefined || best.includes(active) ? best : withFirst(active, best);
        const rows = items.flatMap((item): Row<T>[] => {
            const shown = this.shown.get(item);
            // An item that is found here stays, also where Theia's own filter would not find it.
            return shown === undefined ? [] : [{ ...shown, alwaysShow: true }];
        });
        if (this.quickPick.activeItems.length > 0) {
            // Theia would keep the row active that was the first for the text before.
            this.quickPick.activeItems = [];
        }
        this.quickPick.items = more === 0 ? rows : [...rows, this.lastRow(more)];
        const activeRow = active && rows.find(({ item }) => item === active);
        if (activeRow !== undefined) {
            this.quickPick.activeItems = [activeRow];
        }
    }

    /** As a description, which Theia never takes for a label to sort by. */
    protected lastRow(more: number): Row<T> {
        const text = nls.localize(
            'theia/aws-accounts/list/more', '{0} more. Type to narrow the list down.', more.toLocaleString(nls.locale ?? 'en')
        );
        this.say(text);
        return { label: '', description: text, alwaysShow: true };
    }
}

/** The items with `first` in the place of the one that fits least. Those to show always stay. */
function withFirst<T extends FilteredItem>(first: T, best: readonly T[]): readonly T[] {
    const least = best.filter(({ alwaysShow }) => alwaysShow !== true).at(-1);
    return [first, ...best.filter(item => item !== least)];
}
