import { AwsHost } from '../hosts/aws-host';
import { Exchange, Reply } from '../http/exchange';
import type { Operation } from '../http/operation';
import type { EmulatorState } from '../state/emulator-state';

/** Pages under start URLs: the access portals of the directories, and vanity URLs that lead to them. */
export class StartPage {

    protected readonly redirects = new Map<string, string>();

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return [
            { name: 'StartPage', matches: exchange => isRead(exchange) && this.isStartPage(exchange), handle: () => portal() },
            {
                name: 'VanityUrl', matches: exchange => isRead(exchange) && this.targetOf(exchange) !== undefined,
                handle: exchange => this.follow(exchange)
            }
        ];
    }

    /** Answers `from` with one redirect to `to`. A host that is not AWS's has to be among `otherHosts` of `AwsNames` as well. */
    redirect(from: string, to: string): void {
        this.redirects.set(withoutSlash(from), to);
    }

    protected isStartPage({ url }: Exchange): boolean {
        return AwsHost.is(url.hostname) && this.state.isStartUrl(withoutSlash(`${url.origin}${url.pathname}`));
    }

    protected targetOf({ url }: Exchange): string | undefined {
        return this.redirects.get(withoutSlash(`${url.origin}${url.pathname}`));
    }

    protected follow(exchange: Exchange): Reply {
        return Reply.redirect(this.targetOf(exchange) ?? '');
    }
}

function isRead({ method }: Exchange): boolean {
    return method === 'GET' || method === 'HEAD';
}

function withoutSlash(url: string): string {
    return url.replace(/\/$/, '');
}

function portal(): Reply {
    return Reply.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Access portal - AWS sign-in emulator</title></head>
<body><main><h1>AWS access portal</h1><p>This is the AWS sign-in emulator: not the real AWS.</p></main></body></html>`);
}
