import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsClients } from '../http/aws-clients';
import { LocalService } from '../test/local-service';
import { DeveloperProfileService } from './profile-service';

describe('The service of developer profiles', () => {
    let service: LocalService;

    afterEach(() => service.stop());

    async function list(body: unknown): Promise<unknown> {
        service = await LocalService.start(() => ({ status: 200, body }));
        const container = new Container();
        container.bind<object>(AwsClients)
            .toConstantValue({ endpoint: () => ({ endpoint: service.url }), requestHandler: async () => ({}) });
        return container.resolve(DeveloperProfileService).list('us-east-1', 'token', new AbortController().signal).catch(AwsFailure.of);
    }

    // @threat endless-answers
    it('is not read to the end of an answer that is longer than any of AWS', async () => {
        expect(await list('x'.repeat(5_000_000))).to.include({ reason: 'malformedResponse' });
    });

    // @threat endless-answers
    it('is not asked for page after page where there is always one more', async () => {
        const arn = 'arn:aws:codewhisperer:us-east-1:111122223333:profile/A';
        expect(await list({ profiles: [{ arn, profileName: 'A' }], nextToken: 'more' })).to.have.length(20);
        expect(service.requests).to.have.length(20);
    });
});
