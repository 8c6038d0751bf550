import { createHash } from 'node:crypto';

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:Canvas;color:CanvasText}
main{max-width:28rem;padding:2rem}h1{font-size:1.3rem;font-weight:600}`;

/** Nothing is loaded, run or sent from the page; only its own style counts. */
const POLICY = [
    `default-src 'none'`, `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    `base-uri 'none'`, `form-action 'none'`, `frame-ancestors 'none'`
].join('; ');

/** Answer to a browser. The address of the page holds the code, so it is neither kept nor passed on. */
export interface LoopbackPage {
    readonly status: number;
    readonly headers: { readonly [name: string]: string };
    readonly body: string;
}

/** A page of a title and a sentence. */
export function page(status: number, title: string, text: string): LoopbackPage {
    const body = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p></main></body></html>`;
    return {
        status,
        headers: {
            'Cache-Control': 'no-store', 'Connection': 'close', 'Content-Security-Policy': POLICY,
            'Content-Type': 'text/html; charset=utf-8',
            'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff'
        },
        body
    };
}

/** Translations are text, not markup. */
function escape(text: string): string {
    return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
