import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { MfaCodeRequest } from '../../../common/connection/mfa';
import type { ResolutionContext } from '../resolution/resolution-context';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS } from '../test/credentials-fixture';
import { MfaCancelled } from './mfa-question';

const DEVICE = 'arn:aws:iam::777788889999:mfa/careful';
const OPERATOR = 'role_arn = arn:aws:iam::777788889999:role/Operator\nrole_session_name = spec\nsource_profile = careful\n';
const OPERATOR_ARN = 'arn:aws:sts::777788889999:assumed-role/Operator/spec';

/** Somebody who types `codes` one after the other, and then gives up. */
function person(...codes: string[]): ResolutionContext & { readonly asked: MfaCodeRequest[] } {
    const asked: MfaCodeRequest[] = [];
    return { asked, askMfaCode: async request => codes[asked.push(request) - 1] };
}

describe('MFA', () => {

    let fixture: CredentialsFixture;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
    });

    afterEach(() => fixture.dispose());

    const profiles: [sentence: string, config: string, arn: string][] = [
        [
            'a role that names the device',
            `[profile careful]\n${CAREFUL_KEYS}[profile p]\n${OPERATOR}mfa_serial = ${DEVICE}\n`,
            OPERATOR_ARN
        ],
        [
            'a role whose source names it',
            `[profile careful]\n${CAREFUL_KEYS}mfa_serial = ${DEVICE}\n[profile p]\n${OPERATOR}`,
            OPERATOR_ARN
        ],
        ['keys without a role', `[profile p]\n${CAREFUL_KEYS}mfa_serial = ${DEVICE}\n`, 'arn:aws:iam::777788889999:user/careful']
    ];
    for (const [sentence, config, arn] of profiles) {
        it(`asks once for ${sentence}, and not again for the rest of the session`, async () => {
            await fixture.config(config);
            const jo = person('123456');
            expect((await fixture.identity('p', jo)).arn).to.equal(arn);
            expect(jo.asked).to.deep.equal([{ profile: 'p', device: DEVICE, rejected: undefined, triesLeft: 3 }]);
            for (let hour = 0; hour < 11; hour += 1) {
                fixture.clock.advance(3_600_000);
                await fixture.get('p', jo);
            }
            expect(jo.asked).to.have.lengthOf(1);
        });

        it(`fails for ${sentence} where nobody can be asked`, async () => {
            await fixture.config(config);
            expect(await fixture.failure('p')).to.deep.equal({ reason: 'mfaRequired', subject: 'p' });
        });
    }

    it('serves whoever cannot be asked while the session lasts', async () => {
        await fixture.config(profiles[0][1]);
        await fixture.get('p', person('123456'));
        fixture.clock.advance(2 * 3_600_000);
        expect((await fixture.identity('p')).arn).to.equal(OPERATOR_ARN);
    });

    it('asks anew when the session has ended', async () => {
        await fixture.config(profiles[0][1]);
        const jo = person('123456', '123456');
        await fixture.get('p', jo);
        fixture.clock.advance(12 * 3_600_000);
        await fixture.get('p', jo);
        expect(jo.asked).to.have.lengthOf(2);
    });

    it('asks once for all roles that go through the same keys and device, at once', async () => {
        await fixture.config(
            `[profile careful]\n${CAREFUL_KEYS}${['p', 'q', 'r'].map(name => `[profile ${name}]\n${OPERATOR}mfa_serial = ${DEVICE}\n`)
                .join('')}`
        );
        const jo = person('123456');
        await Promise.all(['p', 'q', 'r', 'p'].map(name => fixture.get(name, jo)));
        expect(jo.asked).to.have.lengthOf(1);
        expect(fixture.emulator.count('GetSessionToken')).to.equal(1);
    });

    it('asks again with the reason, and sends AWS no code that cannot be one', async () => {
        await fixture.config(profiles[0][1]);
        const jo = person('12', '000000', '123 456');
        expect((await fixture.identity('p', jo)).arn).to.equal(OPERATOR_ARN);
        expect(jo.asked.map(({ rejected, triesLeft }) => [rejected, triesLeft])).to.deep.equal([
            [undefined, 3],
            ['malformed', 2],
            ['refused', 1]
        ]);
        expect(fixture.emulator.count('GetSessionToken')).to.equal(2);
    });

    it('gives up after three tries: it is the code that is missing, not a permission', async () => {
        await fixture.config(profiles[0][1]);
        const jo = person('000000', '000000', '000000', '123456');
        expect(await fixture.failure('p', jo)).to.include({ reason: 'mfaRequired', subject: 'p' });
        expect(jo.asked).to.have.lengthOf(3);
    });

    it('does not ask again for trouble that has nothing to do with the code', async () => {
        await fixture.config(
            `[profile careful]\naws_access_key_id = AKIANOBODY\naws_secret_access_key = x\n[profile p]\n${OPERATOR}mfa_serial = ${DEVICE}\n`
        );
        const jo = person('123456', '123456');
        expect(await fixture.failure('p', jo)).to.include({ reason: 'invalidCredentials' });
        expect(jo.asked).to.have.lengthOf(1);
    });

    it('is cancelled without a failure, and asks again on the next use', async () => {
        await fixture.config(profiles[0][1]);
        expect(await fixture.get('p', person()).catch((error: unknown) => error)).to.be.instanceOf(MfaCancelled);
        expect((await fixture.identity('p', person('123456'))).arn).to.equal(OPERATOR_ARN);
    });

    it('tells somebody whom nobody asked that a code is needed, when the one who was asked cancelled', async () => {
        await fixture.config(profiles[0][1]);
        let background: Promise<string> | undefined;
        const window: ResolutionContext = {
            askMfaCode: async () => {
                background = fixture.get('p').then(() => 'resolved', (error: unknown) => AwsFailure.of(error).reason);
                await new Promise(resolve => setImmediate(resolve));
                return undefined;
            }
        };
        expect(await fixture.get('p', window).catch((error: unknown) => error)).to.be.instanceOf(MfaCancelled);
        expect(await background).to.equal('mfaRequired');
    });

    it('spends the code on the role itself where the source has temporary keys', async () => {
        await fixture.config(
            `[profile dev]\n${DEV_KEYS}[profile careful]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n` +
                `[profile p]\n${OPERATOR}mfa_serial = ${DEVICE}\n`
        );
        const jo = person('123456', '123456', '123456');
        expect(await fixture.failure('p', jo), 'a role has no device').to.include({ reason: 'accessDenied' });
        expect(fixture.emulator.count('GetSessionToken')).to.equal(0);
    });

    it('asks for nothing before the role is refused, when only the source names a device', async () => {
        await fixture.config(
            `[profile dev]\n${DEV_KEYS}mfa_serial = ${DEVICE}\n[profile p]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n`
        );
        const jo = person('123456');
        await fixture.get('p', jo);
        expect(jo.asked).to.deep.equal([]);
    });
});
