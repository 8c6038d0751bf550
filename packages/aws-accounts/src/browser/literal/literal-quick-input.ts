import type { InputOptions, PickOptions, QuickPickItem } from '@theia/core/lib/common/quick-pick-service';
import { QuickInputService } from '@theia/core/lib/browser/quick-input/quick-input-service';
import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { inject, injectable } from '@theia/core/shared/inversify';
import { LiteralText } from './literal-text';
import { LiveRegion } from './live-region';
import { LongPick, MOST_ITEMS, Row, ShownItem } from './long-pick';

/** One item of a list, whose texts are shown as they are. */
type Item = Pick<QuickPickItem, 'label' | 'description' | 'detail' | 'alwaysShow'>;

interface ListOptions<T> extends Pick<PickOptions<QuickPickItem>, 'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail'> {
    /** The item that has the focus when the list opens. */
    readonly activeItem?: T;
}

type Texts = { readonly [key: string]: unknown };

/** The one door for lists and questions at the top of the window, whose texts Theia reads icons and links from. */
@injectable()
export class LiteralQuickInput {

    @inject(QuickInputService) protected readonly quickInput: QuickInputService;
    @inject(LiveRegion) protected readonly liveRegion: LiveRegion;

    /** Resolves to the item that the person picks, which is one of `items` itself; `undefined`: they decide against it. */
    async pick<T extends Item>(items: readonly T[], { activeItem, ...options }: ListOptions<T> = {}): Promise<T | undefined> {
        const shown = items.map(item => ({ ...literal(item, ['label', 'description', 'detail']), item }));
        const texts = literal(options, ['title', 'placeHolder']);
        if (shown.length > MOST_ITEMS) {
            return this.pickOfMany(shown, texts, activeItem);
        }
        const active = shown.find(({ item }) => item === activeItem);
        const picked = await this.quickInput.pick(shown, { ...texts, ...active && { activeItem: active } });
        return (picked as { readonly item: T } | undefined)?.item;
    }

    protected pickOfMany<T extends Item>(shown: readonly ShownItem<T>[], options: ListOptions<T>, active?: T): Promise<T | undefined> {
        const { title, placeHolder: placeholder, matchOnDescription = false, matchOnDetail = false } = options;
        const quickPick = this.quickInput.createQuickPick<Row<T>>();
        Object.assign(quickPick, { title, placeholder, matchOnDescription, matchOnDetail });
        return new LongPick(quickPick, shown, { matchOnDescription, matchOnDetail }, text => this.liveRegion.say(text)).pick(active);
    }

    /** Resolves to what the person types; `undefined`: they decide against it, or `cancellation` does. */
    input(options: InputOptions, cancellation?: CancellationToken): Promise<string | undefined> {
        return this.quickInput.input(literal(options, ['title', 'prompt', 'placeHolder']), cancellation);
    }

    /** Puts away what is open. */
    hide(): void {
        this.quickInput.hide();
    }
}

function literal<T extends object>(texts: T, keys: readonly (keyof T)[]): T {
    const changed = keys.flatMap(key => {
        const value: unknown = (texts as Texts)[key as string];
        return typeof value === 'string' ? [[key, LiteralText.inLabel(value)]] : [];
    });
    return { ...texts, ...Object.fromEntries(changed) };
}
