import { expect } from 'chai';
import type { ProfileField, FieldProblem, ProfileRemoval } from '../../common/profile/profile-draft';
import { remarkText } from './field-problem-wording';
import { dialogTitle, removalText, restorationTrouble } from './profile-wording';

describe('the words for adding and editing profiles', () => {
    const FIELDS: readonly ProfileField[] = [
        'name',
        'accessKeyId',
        'secretAccessKey',
        'sessionToken',
        'roleArn',
        'source',
        'mfaSerial',
        'externalId',
        'region'
    ];

    it('say of every field what to do about it', () => {
        const texts = FIELDS.map(field => remarkText({ field, kind: 'malformed' }));
        expect(texts.every(text => /\b(Use|Copy|Enter|Check|without)\b/.test(text)), texts.join('\n')).to.equal(true);
    });

    const REMARKS: [remark: FieldProblem, text: string][] = [
        [{ field: 'name', kind: 'missing' }, 'Give the profile a name, for example dev.'],
        [{ field: 'sessionToken', kind: 'missing' }, 'Keys that begin with ASIA are temporary. Enter their session token too.'],
        [
            { field: 'name', kind: 'nameTaken', name: 'dev' },
            'There is a profile called dev. Choose another name, or edit that one in the Accounts view.'
        ],
        [{ field: 'roleArn', kind: 'sessionArn', roleArn: 'arn:aws:iam::1:role/R' },
            'This is the ARN of a session. That of the role is arn:aws:iam::1:role/R, with the role\'s path if it has one.'],
        [{ field: 'source', kind: 'unusableSource', problem: { kind: 'sourceProfileCycle', names: ['a', 'b', 'a'] } },
            'The role cannot be assumed from here: source profiles go round in a circle: a → b → a. Choose another source.'],
        [{ field: 'file', kind: 'fileTrouble', failure: { reason: 'fileUnwritable', subject: '/home/jo/.aws/config' } },
            '/home/jo/.aws/config cannot be written. Check the owner, the permissions and the space on the disk.']
    ];
    for (const [remark, text] of REMARKS) {
        it(`of ${remark.field}, ${remark.kind}`, () => {
            expect(remarkText(remark)).to.equal(text);
        });
    }

    const REMOVALS: [removal: ProfileRemoval, text: string][] = [
        [{ kind: 'removed', removalId: '1' }, 'Removed profile dev.'],
        [{ kind: 'gone' }, 'Profile dev had been removed already.'],
        [{ kind: 'needed', by: ['x', 'y'] }, 'Profile dev was not removed. It gives credentials to: x, y.']
    ];
    for (const [removal, text] of REMOVALS) {
        it(`of a removal that is ${removal.kind}`, () => {
            expect(removalText('dev', removal)).to.equal(text);
        });
    }

    it('of an undo: nothing when it went well, else why it did not', () => {
        expect(restorationTrouble('dev', { kind: 'restored' })).to.equal(undefined);
        expect(restorationTrouble('dev', { kind: 'nameTaken' })).to.equal(
            'There is another profile dev by now, so the old one was not put back.'
        );
        expect(restorationTrouble('dev', { kind: 'forgotten' })).to.equal('Profile dev was removed too long ago to be put back.');
    });

    it('of the dialog: what it does', () => {
        expect(dialogTitle(undefined)).to.equal('Add an IAM profile');
        expect(dialogTitle({ kind: 'region', name: 'dev', exists: true })).to.equal('Edit profile dev');
    });
});
