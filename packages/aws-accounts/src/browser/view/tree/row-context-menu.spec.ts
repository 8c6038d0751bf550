import { expect } from 'chai';
import type { CommandService } from '@theia/core/lib/common/command';
import { CompoundMenuNode } from '@theia/core/lib/common/menu';
import { CONNECTED, entry, NOW, profile, snapshot } from '../../test/snapshot-samples';
import { connectionActions } from '../rows/connection-actions';
import { rowContextMenu } from './row-context-menu';

const COMMANDS = {} as CommandService;

describe('the context menu of a row', () => {
    const dev = entry(profile('dev', { locations: [{ file: '/home/jo/.aws/config', line: 3 }] }), CONNECTED);
    const actions = connectionActions(dev, snapshot([dev]), NOW);
    const menu = rowContextMenu(actions, COMMANDS, undefined);
    const groups = menu.children.filter(CompoundMenuNode.is).map(({ children }) => children.map(({ id }) => id));

    it('puts actions of one kind into one group, connecting first and files last', () =>
        expect(groups.filter(ids => ids.length > 0)).to.deep.equal([
            ['use'],
            ['openTerminal', 'openConsole'],
            ['changeRegion', 'setProduction', 'editProfile', 'deleteProfile'],
            ['copyAccountId', 'copyArn', 'copyDiagnosis'],
            ['open:/home/jo/.aws/config:3']
        ]));

    it('leaves no action out', () => expect(groups.flat()).to.have.members(actions.map(({ id }) => id)));
});
