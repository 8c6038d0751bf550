import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import { TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsCommands } from './aws-accounts-commands';

const PREFIX = 'aws.accounts.';
const PAGE = readFileSync(join(__dirname, '../../../../../docs/building/configuration.md'), 'utf8');
const ROWS = PAGE.split('\n').filter(line => line.startsWith('| '));

/** The ids in a row of the table; all but the first leave the prefix out. */
function idsIn(row: string | undefined): string[] {
    return [...(row ?? '').matchAll(/`(?:aws\.accounts)?\.([A-Za-z]+)`/g)].map(([, id]) => PREFIX + id);
}

describe('the table of the page on configuration', () => {
    const commands = [...Object.values(AwsAccountsCommands).map(({ id }) => id), `${PREFIX}toggleView`];
    const preferences = Object.keys(AwsAccountsPreferences.schemaFor(TokenServices.DEFAULT).properties);

    it('names every command of the palette, and no other', () =>
        expect(idsIn(ROWS.find(row => row.startsWith('| Commands |')))).to.have.members(commands));

    it('has every preference at the head of a row', () =>
        expect(ROWS.flatMap(row => idsIn(/^\| (`[^|]*`) \|/.exec(row)?.[1]))).to.have.members(preferences));

    it('has one row for each subject', () => {
        const heads = ROWS.map(row => row.split('|')[1]).filter(head => head.trim() !== '');
        expect(heads).to.deep.equal([...new Set(heads)]);
    });

    it('calls nothing by an id that is not there', () => {
        const named = [...PAGE.matchAll(/`aws\.accounts\.([A-Za-z]+)`/g)].map(([, id]) => PREFIX + id);
        expect([...commands, ...preferences]).to.include.members(named);
    });
});
