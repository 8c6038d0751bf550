import { InvokeCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { expect } from 'chai';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { RealClients, refusalOf } from '../test/real-clients';

const [DEV, STAGING] = sampleOrganisation.users;

describe('The sample service Lambda', () => {

    let aws: RealClients;

    before(async () => aws = await RealClients.start());
    after(() => aws.stop());

    it('lists the functions of the account of the caller', async () => {
        const { Functions = [] } = await aws.lambda(STAGING, { region: 'eu-central-1' }).send(new ListFunctionsCommand({}));
        expect(Functions.map(({ FunctionName }) => FunctionName)).to.deep.equal(['hello-world', 'import-orders']);
        expect(Functions[0].FunctionArn).to.equal('arn:aws:lambda:eu-central-1:444455556666:function:hello-world');
    });

    it('invokes a function, which answers with what it was given and who called', async () => {
        const answer = await aws.lambda(DEV).send(
            new InvokeCommand({ FunctionName: 'hello-world', Payload: JSON.stringify({ name: 'Jürgen', items: [1, 2] }) })
        );
        expect(answer).to.include({ StatusCode: 200, ExecutedVersion: '$LATEST' });
        expect(JSON.parse(answer.Payload?.transformToString() ?? '')).to.deep.equal({
            greeting: 'Hello from hello-world', event: { name: 'Jürgen', items: [1, 2] }, caller: 'arn:aws:iam::111122223333:user/dev'
        });
    });

    it('finds a function by its ARN too', async () => {
        const FunctionName = 'arn:aws:lambda:us-east-1:111122223333:function:resize-image';
        const answer = await aws.lambda(DEV).send(new InvokeCommand({ FunctionName }));
        expect(answer.Payload?.transformToString()).to.contain('Hello from resize-image');
    });

    it('knows no functions of other accounts', async () => {
        const refusal = await refusalOf(aws.lambda(DEV).send(new InvokeCommand({ FunctionName: 'import-orders' })));
        expect(refusal).to.include({ name: 'ResourceNotFoundException', status: 404 });
        expect(refusal.message).to.equal('Function not found: arn:aws:lambda:us-east-1:111122223333:function:import-orders');
    });

    it('takes no bearer token', async () => {
        const { accessToken } = await aws.signIn(['codewhisperer:completions']);
        const response = await aws.fetch('/2015-03-31/functions/', { headers: { authorization: `Bearer ${accessToken}` } });
        expect(response.status).to.equal(403);
    });
});
