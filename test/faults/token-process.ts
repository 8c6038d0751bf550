import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import backendModule from 'theia-aws-accounts/lib/node/aws-accounts-backend-module';
import type { SsoSession } from 'theia-aws-accounts/lib/node/shared-config/sso-session';
import { SsoTokenCache } from 'theia-aws-accounts/lib/node/sso/token/sso-token-cache';
import { SsoTokenManager } from 'theia-aws-accounts/lib/node/sso/token/sso-token-manager';

/** A command to the process. */
export type TokenOrder =
    | { readonly kind: 'getToken'; readonly session: SsoSession }
    /** Write one token after the other, until killed; each is `accessToken` repeated, so that half a file shows. */
    | { readonly kind: 'writeTokens'; readonly session: SsoSession };

/** An answer of the process. */
export type TokenReport =
    | { readonly kind: 'ready' }
    | { readonly kind: 'token'; readonly accessToken: string; readonly expiresAt: string }
    | { readonly kind: 'failed'; readonly error: string }
    | { readonly kind: 'wrote' };

/** Longer than what a file system writes at once. */
const LENGTH = 20_000;

// The token manager as a backend has it, in a process of its own: HOME and AWS_ENDPOINT_URL say where.
const container = new Container();
container.load(backendModule);

async function getToken(session: SsoSession): Promise<void> {
    const { accessToken, expiresAt } = await container.get(SsoTokenManager).getToken(session);
    report({ kind: 'token', accessToken, expiresAt });
}

async function writeTokens(session: SsoSession): Promise<void> {
    const cache = container.get(SsoTokenCache);
    for (let round = 0; ; round += 1) {
        const accessToken = String(round % 10).repeat(LENGTH + round);
        const failure = await cache.write(session, { accessToken, refreshToken: accessToken, expiresAt: '2030-01-01T00:00:00Z' });
        report(failure ? { kind: 'failed', error: JSON.stringify(failure) } : { kind: 'wrote' });
    }
}

function obey(order: TokenOrder): Promise<void> {
    switch (order.kind) {
        case 'getToken':
            return getToken(order.session);
        case 'writeTokens':
            return writeTokens(order.session);
    }
}

function report(what: TokenReport): void {
    process.send?.(what);
}

process.on('message', (order: TokenOrder) => {
    obey(order).catch((error: Error) => report({ kind: 'failed', error: error.message }));
});
report({ kind: 'ready' });
