import type { Page } from '@playwright/test';

/** A text that a person sees, and how well. */
export interface SeenText {
    readonly text: string;
    /** From 1 (the colour of what is behind it) to 21 (black on white), as WCAG 2 counts it. */
    readonly contrast: number;
}

/** Every text below `selector` that is in view, with the contrast that the styles give it against what lies behind it. */
export function seenTexts(page: Page, selector: string): Promise<SeenText[]> {
    return page.evaluate(root => {
        type Colour = readonly [red: number, green: number, blue: number, alpha: number];
        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const colourOf = (text: string): Colour => {
            // A canvas understands every colour that a style may hold.
            context?.clearRect(0, 0, 1, 1);
            Object.assign(context ?? {}, { fillStyle: text });
            context?.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = context?.getImageData(0, 0, 1, 1).data ?? [0, 0, 0, 0];
            return [red, green, blue, alpha / 255];
        };
        const over = (top: Colour, below: Colour, alpha = top[3]): Colour =>
            [0, 1, 2].map(part => top[part] * alpha + below[part] * (1 - alpha)).concat(1) as unknown as Colour;
        const behind = (element: Element | null): Colour => element === null
            ? [255, 255, 255, 1]
            : over(colourOf(getComputedStyle(element).backgroundColor), behind(element.parentElement));
        const opacity = (element: Element | null): number =>
            element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement);
        const luminance = (colour: Colour): number => [0.2126, 0.7152, 0.0722].reduce((sum, weight, part) => {
            const share = colour[part] / 255;
            return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
        }, 0);
        const contrastOf = (element: Element): number => {
            const back = behind(element);
            const colour = colourOf(getComputedStyle(element).color);
            const front = over(colour, back, colour[3] * opacity(element));
            const [dark, light] = [luminance(front), luminance(back)].sort((one, other) => one - other);
            return (light + 0.05) / (dark + 0.05);
        };
        return Array.from(document.querySelectorAll(`${root} *`))
            .filter(element => Array.from(element.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
            .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map(element => ({ text: element.textContent?.trim() ?? '', contrast: contrastOf(element) }));
    }, selector);
}
