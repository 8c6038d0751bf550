import { injectable } from '@theia/core/shared/inversify';

/** Texts that stay in the page; an older one was heard long ago. */
const KEPT = 10;

/**
 * Says texts to people who hear the IDE, politely: after what is being said. Each text is an element of its own, so that one that follows
 * at once does not take the place of the one before it.
 */
@injectable()
export class LiveRegion {

    protected region: HTMLElement | undefined;

    /** Puts the region into the page. It is there before its first text, since a region that comes with its text is not read. */
    attach(): void {
        if (this.region !== undefined) {
            return;
        }
        this.region = document.createElement('div');
        this.region.className = 'theia-aws-live-region';
        this.region.setAttribute('role', 'status');
        this.region.setAttribute('aria-live', 'polite');
        this.region.setAttribute('aria-atomic', 'false');
        document.body.appendChild(this.region);
    }

    detach(): void {
        this.region?.remove();
        this.region = undefined;
    }

    say(text: string): void {
        this.attach();
        const said = document.createElement('p');
        said.textContent = text;
        this.region?.append(said);
        while ((this.region?.childElementCount ?? 0) > KEPT) {
            this.region?.firstElementChild?.remove();
        }
    }
}
