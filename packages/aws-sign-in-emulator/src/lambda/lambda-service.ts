import type { EmulatorState } from '../state/emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation } from '../http/operation';
import { SignedCaller, signedCaller } from '../signature/signed-caller';

/** The slash at the end has come and gone with the versions of the service model. */
const FUNCTIONS = /^\/2015-03-31\/functions\/?$/;
const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Names of one refusal in STS and in Lambda. */
const NAMES: { readonly [code: string]: string } = {
    ExpiredToken: 'ExpiredTokenException',
    InvalidClientTokenId: 'UnrecognizedClientException',
    MissingAuthenticationToken: 'MissingAuthenticationTokenException',
    SignatureDoesNotMatch: 'InvalidSignatureException'
};

/** A sample AWS service that takes nothing but IAM credentials: Lambda's ListFunctions and Invoke. */
export class LambdaService {

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return Operation.at(/^lambda(-fips)?\./, [
            {
                name: 'ListFunctions', matches: exchange => exchange.method === 'GET' && FUNCTIONS.test(exchange.url.pathname),
                handle: exchange => this.list(exchange)
            },
            {
                name: 'Invoke', matches: exchange => exchange.method === 'POST' && INVOCATION.test(exchange.url.pathname),
                handle: exchange => this.invoke(exchange)
            }
        ]);
    }

    protected list(exchange: Exchange): Reply {
        const caller = this.caller(exchange);
        return Reply.json({
            Functions: this.functions(caller).map(
                name => ({ FunctionName: name, FunctionArn: arnOf(name, caller), Runtime: 'nodejs20.x', Handler: 'index.handler' })
            )
        });
    }

    /** The sample functions answer with what they were given and with who called, so that a test sees both. */
    protected invoke(exchange: Exchange): Reply {
        const caller = this.caller(exchange);
        const nameOrArn = decodeURIComponent(INVOCATION.exec(exchange.url.pathname)?.[1] ?? '');
        const name = this.functions(caller).find(candidate => candidate === nameOrArn || arnOf(candidate, caller) === nameOrArn);
        if (name === undefined) {
            throw new Refusal(lambdaError('ResourceNotFoundException', `Function not found: ${arnOf(nameOrArn, caller)}`, 404));
        }
        return Reply.json(
            { greeting: `Hello from ${name}`, event: Exchange.json(exchange), caller: caller.arn }, 200,
            { 'x-amz-executed-version': '$LATEST' }
        );
    }

    protected functions({ accountId }: SignedCaller): readonly string[] {
        return this.state.organisation.functions[accountId] ?? [];
    }

    protected caller(exchange: Exchange): SignedCaller {
        return signedCaller(exchange, this.state, 'lambda', lambdaError);
    }
}

function arnOf(name: string, { accountId, region }: SignedCaller): string {
    return name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

function lambdaError(code: string, message: string, status: number): Reply {
    return Reply.json({ message, Message: message, Type: 'User' }, status, { 'x-amzn-errortype': NAMES[code] ?? code });
}
