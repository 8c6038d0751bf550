import type { ILogger } from '@theia/core/lib/common/logger';

/** Keeps what is logged. */
export class FakeLogger {

    readonly errors: string[] = [];
    readonly warnings: string[] = [];

    async error(message: unknown, ...more: unknown[]): Promise<void> {
        this.errors.push([message, ...more].map(String).join(' '));
    }

    async warn(message: unknown, ...more: unknown[]): Promise<void> {
        this.warnings.push([message, ...more].map(String).join(' '));
    }

    asService(): ILogger {
        return this as unknown as ILogger;
    }
}
