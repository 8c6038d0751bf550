import { Reply } from '../http/exchange';

/** The page on which a person decides. */
export function decisionPage(userName: string, ticket: string): Reply {
    return consolePage('Sign in for development', `<p>Continue as <strong>${userName}</strong>?</p>
<form method="post" action="/decision"><input type="hidden" name="code" value="${ticket}">
<button name="decision" value="allow">Continue</button><button name="decision" value="deny">Cancel</button></form>`);
}

/** The last page of a browser elsewhere: the person takes the text to the machine that asked. */
export function confirmationPage(answer: URLSearchParams): Reply {
    const text = Buffer.from(answer.toString()).toString('base64');
    return consolePage('Copy this text', `<p>Paste it where you began to sign in:</p><p><code id="text">${text}</code></p>`);
}

/** A page of the console sign-in. */
export function consolePage(title: string, content: string, status = 200): Reply {
    return Reply.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - AWS sign-in emulator</title></head>
<body><main><h1>${title}</h1>${content}<p>This is the AWS sign-in emulator: not the real AWS.</p></main></body></html>`, status);
}
