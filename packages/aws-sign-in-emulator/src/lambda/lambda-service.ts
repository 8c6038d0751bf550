import type { AccessKey, EmulatorState } from '../emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import { signedCaller } from '../signature/signed-caller';

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** A sample AWS service that takes nothing but IAM credentials: Lambda's ListFunctions and Invoke. */
export class LambdaService {

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return [
            route('ListFunctions', 'GET', '/2015-03-31/functions/', exchange => this.list(exchange)),
            { name: 'Invoke', matches: exchange => exchange.method === 'POST' && INVOCATION.test(exchange.url.pathname), handle: exchange => this.invoke(exchange) }
        ];
    }

    protected list(exchange: Exchange): Reply {
        const { accountId } = this.caller(exchange);
        return Reply.json({
            Functions: this.functions(accountId).map(name => ({
                FunctionName: name, FunctionArn: `arn:aws:lambda:us-east-1:${accountId}:function:${name}`, Runtime: 'nodejs20.x', Handler: 'index.handler'
            }))
        });
    }

    /** The sample functions answer with what they were given and with who called, so that a test sees both. */
    protected invoke(exchange: Exchange): Reply {
        const { accountId, arn } = this.caller(exchange);
        const name = decodeURIComponent(INVOCATION.exec(exchange.url.pathname)?.[1] ?? '');
        if (!this.functions(accountId).includes(name)) {
            throw new Refusal(lambdaError('ResourceNotFoundException', `Function not found: arn:aws:lambda:us-east-1:${accountId}:function:${name}`, 404));
        }
        return Reply.json({ greeting: `Hello from ${name}`, event: Exchange.json(exchange), caller: arn }, 200, { 'x-amz-executed-version': '$LATEST' });
    }

    protected functions(accountId: string): readonly string[] {
        return this.state.organisation.functions[accountId] ?? [];
    }

    protected caller(exchange: Exchange): AccessKey {
        return signedCaller(exchange, this.state, lambdaError);
    }
}

function lambdaError(code: string, message: string, status: number): Reply {
    const name = code === 'InvalidClientTokenId' ? 'UnrecognizedClientException' : code === 'SignatureDoesNotMatch' ? 'InvalidSignatureException' : code;
    return Reply.json({ message, Message: message, Type: 'User' }, status, { 'x-amzn-errortype': name });
}
