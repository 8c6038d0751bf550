import type { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import type { Application, Request, Response } from '@theia/core/shared/express';
import { inject, injectable } from '@theia/core/shared/inversify';
import { HostCheck } from '../host/host-check';
import { CONSOLE_PATH } from './console-path';
import type { ConsoleVisit } from './console-visit';
import { PageValidator } from './page-validator';

/** Answers a browser that comes with a ticket. */
export const ConsoleVisitor = Symbol('ConsoleVisitor');
export type ConsoleVisitor = Pick<ConsoleVisit, 'receive'>;

/** Gives it when the first browser comes. */
export const LateConsoleVisitor = Symbol('LateConsoleVisitor');
export type LateConsoleVisitor = () => ConsoleVisitor;

/** The address in this application that a ticket leads to. Only for browsers that hold the cookie of the application. */
@injectable()
export class ConsoleRoute implements BackendApplicationContribution {

    @inject(LateConsoleVisitor) protected readonly visitor: LateConsoleVisitor;
    @inject(PageValidator) protected readonly validator: PageValidator;
    @inject(HostCheck) protected readonly hosts: HostCheck;

    /** True when the address exists. Without a cookie to ask for, everybody who learns of a ticket would be signed in. */
    get isServed(): boolean {
        return this.validator !== undefined;
    }

    configure(app: Application): void {
        const { validator } = this;
        if (validator === undefined) {
            return;
        }
        app.get(
            `${CONSOLE_PATH}/:ticket`,
            (request, response, next) => (this.hosts.allows(request) ? next() : response.status(403).end()),
            (request, response, next) => validator.validateRequest(request, response, next),
            (request, response) => void this.answer(request, response)
        );
    }

    protected async answer({ params }: Request, response: Response): Promise<void> {
        const { status, headers, body } = await this.visitor().receive(params.ticket);
        response.writeHead(status, headers).end(body);
    }
}
