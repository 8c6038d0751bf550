import type { interfaces } from '@theia/core/shared/inversify';
import { ConsoleBrowser } from './console-browser';
import { ConsoleSignIn } from './console-sign-in';
import { ConsoleSignOut } from './console-sign-out';
import { ConsoleTokenService } from './console-token-service';

/** The sign-in with the console's credentials. */
export function bindLogin(bind: interfaces.Bind): void {
    bind(ConsoleTokenService).toSelf().inSingletonScope();
    bind(ConsoleBrowser).toSelf().inSingletonScope();
    bind(ConsoleSignIn).toSelf().inSingletonScope();
    bind(ConsoleSignOut).toSelf().inSingletonScope();
}
