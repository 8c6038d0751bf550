import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ElementHandle, expect, JSHandle } from '@playwright/test';
import type { HomeFolder } from './home-folder';
import type { IdeWindow } from './ide-window';
import { serviceOf } from './page-services';

/** Theia's terminal, as far as a test uses it. */
interface TerminalWidget {
    readonly id: string;
    readonly node: HTMLElement;
    readonly buffer: { readonly length: number; getLines(start: number, length: number): string[] };
    activate(): void;
}

interface TerminalService {
    readonly all: TerminalWidget[];
}

/** One terminal of a window, whose shell listens. */
export class IdeTerminal {

    protected constructor(
        protected readonly window: IdeWindow, protected readonly home: HomeFolder, protected readonly widget: JSHandle<TerminalWidget>
    ) { }

    /**
     * The one terminal that `open` brings. Theia opens another one by itself at a first layout, before a window counts as open. A shell
     * that has printed its prompt reads what is typed; before that, text is lost.
     */
    static async openedBy(window: IdeWindow, home: HomeFolder, open: () => Promise<unknown>): Promise<IdeTerminal> {
        const service = await serviceOf<TerminalService>(window.page, 'TerminalService');
        const before = await service.evaluate(({ all }) => all.map(({ id }) => id));
        const added = (): Promise<number> =>
            service.evaluate(({ all }, known) => all.filter(({ id }) => !known.includes(id)).length, before);
        await open();
        await expect.poll(added).toBe(1);
        const widget = await service.evaluateHandle(({ all }, known) => all.filter(({ id }) => !known.includes(id))[0], before);
        const shown = (): Promise<string> => widget.evaluate(({ buffer }) => buffer.getLines(0, buffer.length).join('').trim());
        await expect.poll(shown, 'a prompt').not.toBe('');
        return new IdeTerminal(window, home, widget);
    }

    static newIn(window: IdeWindow, home: HomeFolder): Promise<IdeTerminal> {
        return IdeTerminal.openedBy(window, home, () => window.run('terminal:new'));
    }

    /** Types a command; what it prints is read from a file, since a terminal draws on a canvas. */
    async run(command: string): Promise<string> {
        // Two windows give their terminals the same ids.
        const file = this.home.pathOf(`output-${randomUUID()}`);
        await this.widget.evaluate(widget => widget.activate());
        const input = await this.widget.evaluateHandle(({ node }) => node.querySelector('.xterm-helper-textarea') as HTMLElement);
        await expect.poll(() => this.hasFocus(input)).toBe(true);
        // In one piece: single keys would be divided between the shell and whatever takes the focus meanwhile.
        await this.window.page.keyboard.insertText(`${command} > ${file} 2>&1; echo ended >> ${file}`);
        await this.window.page.keyboard.press('Enter');
        await expect.poll(() => read(file), { timeout: 120_000 }).toContain('ended\n');
        return read(file).replace(/ended\n$/, '').trim();
    }

    /** Types a command whose output stays in the terminal, and waits until `text` is there. */
    async show(command: string, text: string): Promise<void> {
        await this.run('true');
        // The shell clears what was there.
        await this.window.page.keyboard.press('Control+L');
        await this.window.page.keyboard.insertText(command);
        await this.window.page.keyboard.press('Enter');
        await expect.poll(() => this.widget.evaluate(({ buffer }) => buffer.getLines(0, buffer.length).join('\n')), { timeout: 120_000 })
            .toContain(text);
    }

    protected async hasFocus(input: ElementHandle<HTMLElement>): Promise<boolean> {
        await input.focus();
        return input.evaluate(element => document.activeElement === element);
    }
}

function read(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? '';
    }
}
