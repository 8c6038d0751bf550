import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsPartitions } from '../../../common/region/aws-partitions';
import { isLoopbackHost } from '../../../common/connection/configured-endpoint';
import type { StartPage } from '../../../common/sign-in/start-page';
import type { StartPageRefusal } from '../../../common/state/start-page-refusal';
import { StartUrl } from '../../../common/sign-in/start-url';
import { AwsClients } from '../../http/aws-clients';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { reasonOfStatus } from '../../http/failure-tables';
import { Clock } from '../../process/clock';

const DEADLINE_MS = 10_000;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Start of an answer: its body is not read. */
interface Answer {
    readonly status: number;
    readonly location: string | undefined;
}

/**
 * Finds the start page behind a start URL on a domain of an organization, which leads to a host of AWS's by exactly one redirect, as the
 * AWS CLI wants it. A person's own sign-in and the dialog ask for it; nothing in a workspace can. Nothing of the answer but the address at
 * AWS goes anywhere.
 */
@injectable()
export class StartPages {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * @param startUrl a valid one; nothing is called for one of AWS's, nor for one on this machine, where a local stand-in may be
     * @returns the start URL at AWS
     * @throws AwsAccountsError `startUrlRefused`, and what kept the call from the host; the reason of `signal`
     */
    async find(startUrl: string, signal: AbortSignal): Promise<string> {
        const url = new URL(startUrl);
        const checked = StartUrl.check(startUrl);
        if (checked.kind !== 'valid' || !checked.unknownHost || isLoopbackHost(url.hostname)) {
            return startUrl;
        }
        if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) {
            throw refused(startUrl, { kind: 'notADomain', host: url.hostname });
        }
        const { status, location } = await this.inTime(url, signal);
        const trouble = status === 407 || status >= 500 ? reasonOfStatus(status, false) : undefined;
        if (trouble !== undefined) {
            throw AwsFailure.toError({ reason: trouble, subject: url.host });
        }
        if (!REDIRECTS.includes(status) || location === undefined || !URL.canParse(location, url)) {
            throw refused(startUrl, { kind: 'noRedirect', host: url.host });
        }
        return target(startUrl, new URL(location, url));
    }

    /**
     * The same for a person who types it: what is wrong with it is part of the result.
     *
     * @throws AwsAccountsError `invalidRequest` for what is no start URL; the reason of `signal`
     */
    async look(input: string, signal: AbortSignal): Promise<StartPage> {
        const checked = StartUrl.check(input);
        if (checked.kind !== 'valid') {
            throw AwsFailure.toError({ reason: 'invalidRequest', detail: checked.kind });
        }
        try {
            const startUrl = await this.find(checked.startUrl, signal);
            const { host, hostname } = new URL(startUrl);
            return { kind: 'found', startUrl, host, region: AwsPartitions.regionOfPortal(hostname) };
        } catch (error) {
            signal.throwIfAborted();
            return { kind: 'failed', failure: AwsFailure.of(error) };
        }
    }

    protected async inTime(url: URL, signal: AbortSignal): Promise<Answer> {
        const ended = new AbortController();
        const deadline = new AbortController();
        const call = AbortSignal.any([signal, deadline.signal]);
        this.clock.delay(DEADLINE_MS, AbortSignal.any([signal, ended.signal])).then(() => deadline.abort(), () => undefined);
        try {
            const answer = await this.ask('HEAD', url, call);
            // Some servers have no HEAD for what they redirect.
            return REDIRECTS.includes(answer.status) ? answer : await this.ask('GET', url, call);
        } catch (error) {
            signal.throwIfAborted();
            throw AwsFailure.toError(
                deadline.signal.aborted ? { reason: 'timedOut', subject: url.host } : toAwsFailure(error, url.host), error
            );
        } finally {
            ended.abort();
        }
    }

    protected async ask(method: 'HEAD' | 'GET', url: URL, signal: AbortSignal): Promise<Answer> {
        const { NodeHttpHandler } = await import('@smithy/node-http-handler');
        const handler = new NodeHttpHandler(await this.clients.requestHandler());
        const { protocol, hostname, port, pathname, host } = url;
        const request = {
            method, protocol, hostname, port: port === '' ? undefined : Number(port), path: pathname, query: {}, headers: { host }
        };
        const { response } = await handler.handle(request as unknown as Parameters<typeof handler.handle>[0], { abortSignal: signal });
        (response.body as Readable).destroy();
        return { status: response.statusCode, location: response.headers.location };
    }
}

/** The start URL at AWS that a redirect names. @throws AwsAccountsError `startUrlRefused` */
function target(startUrl: string, to: URL): string {
    const { host, protocol } = to;
    const checked = StartUrl.check(to.href);
    if (protocol !== 'https:') {
        throw refused(startUrl, { kind: 'plainHttp', host });
    }
    if (checked.kind === 'builderId' || checked.kind === 'wrongPath') {
        throw refused(startUrl, { kind: 'notAStartPage', host });
    }
    if (checked.kind !== 'valid' || checked.unknownHost) {
        throw refused(startUrl, { kind: 'foreignHost', host });
    }
    return checked.startUrl;
}

function refused(subject: string, startPage: StartPageRefusal): Error {
    return AwsFailure.toError({ reason: 'startUrlRefused', subject, startPage });
}
