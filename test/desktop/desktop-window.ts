import { expect } from '@playwright/test';
import { CdpSession } from './cdp-session';

interface Evaluated<T> {
    readonly result: { readonly value: T };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** The Inversify container that Theia puts into the page. */
interface Services {
    get(key: unknown): {
        executeCommand(id: string, ...args: readonly unknown[]): Promise<unknown>;
        getMenu(path: readonly string[]): { readonly children: readonly { readonly label: string; readonly sortString: string }[] };
    };
    readonly _bindingDictionary: { readonly _map: Map<{ readonly name?: string }, unknown> };
}

interface Place {
    readonly x: number;
    readonly y: number;
}

const PATIENCE = { timeout: 30_000 };

/** The page of a desktop application's window, as a person sees it and clicks in it. */
export class DesktopWindow {

    constructor(protected readonly session: CdpSession) { }

    /** Runs `act` in the page. */
    async evaluate<A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
        const expression = `(${act.toString()})(...${JSON.stringify(args)})`;
        const call = { expression, awaitPromise: true, returnByValue: true };
        const { result, exceptionDetails } = await this.session.send<Evaluated<T>>('Runtime.evaluate', call);
        if (exceptionDetails) {
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }
        return result.value;
    }

    /** @returns the texts of what is visible and fits the selector */
    texts(selector: string): Promise<string[]> {
        return this.evaluate(css => Array.from(document.querySelectorAll<HTMLElement>(css))
            .filter(element => element.getClientRects().length > 0).map(element => element.textContent ?? ''), selector);
    }

    /** Waits until something that fits the selector is visible and contains `text`. */
    async expectText(selector: string, text: string): Promise<void> {
        const isThere = async (): Promise<boolean> => (await this.texts(selector)).some(found => found.includes(text));
        await expect.poll(isThere, { ...PATIENCE, message: `${selector}: ${text}` }).toBe(true);
    }

    async expectNone(selector: string): Promise<void> {
        await expect.poll(async () => (await this.texts(selector)).length, { ...PATIENCE, message: `no ${selector}` }).toBe(0);
    }

    /** Clicks with the mouse in the middle of the first element that fits. */
    async click(selector: string, text = ''): Promise<void> {
        let place: Place | undefined;
        await expect.poll(async () => place = await this.place(selector, text), { ...PATIENCE, message: `click ${selector} ${text}` })
            .toBeDefined();
        for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
            await this.session.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
        }
    }

    /** Starts a command as the palette does, and does not wait for its end. */
    async run(commandId: string, ...args: readonly unknown[]): Promise<void> {
        await this.evaluate((id, values) => {
            const { container } = (window as unknown as { theia: { container: Services } }).theia;
            const key = [...container._bindingDictionary._map.keys()].find(({ name }) => name === 'CommandRegistry');
            container.get(key).executeCommand(id, ...values).catch(() => undefined);
        }, commandId, args);
    }

    /** The labels of the menu bar, from the left. */
    mainMenus(): Promise<readonly string[]> {
        return this.evaluate(() => {
            const { container } = (window as unknown as { theia: { container: Services } }).theia;
            const key = [...container._bindingDictionary._map.keys()].find(({ name }) => name === 'MenuModelRegistry');
            return container.get(key).getMenu(['menubar']).children.map(({ label }) => label.replace('&', ''));
        });
    }

    close(): void {
        this.session.close();
    }

    /** The middle of what fits, once nothing lies over it. */
    protected place(selector: string, text: string): Promise<Place | undefined> {
        return this.evaluate((css, part) => {
            const element = Array.from(document.querySelectorAll(css))
                .find(one => one.getClientRects().length > 0 && (one.textContent ?? '').includes(part));
            element?.scrollIntoView({ block: 'nearest' });
            const box = element?.getBoundingClientRect();
            const place = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            const top = place && document.elementFromPoint(place.x, place.y);
            return element && top && (element.contains(top) || top.contains(element)) ? place : undefined;
        }, selector, text);
    }
}
