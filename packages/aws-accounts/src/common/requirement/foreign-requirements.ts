import { nls } from '@theia/core/lib/common/nls';
import { AwsRequirementDeclaration, BrokenDeclaration } from './aws-requirement-declaration';
import { CommandPattern } from './command-pattern';
import { isObject } from '../value/json-value';

/** Declarations that count, and those that do not. */
interface AdmittedRequirements {
    /** For the registry, which keeps commands from running whose entry is broken. */
    readonly admitted: unknown;
    readonly refused: readonly BrokenDeclaration[];
}

/** Declarations by a workspace or an extension, which may say something about commands of their own and must not stop all others. */
export namespace ForeignRequirements {

    /** Entries of one origin. Several times what the largest extensions contribute. */
    export const MAX_COUNT = 1000;

    /** Characters of a command id or a pattern. */
    export const MAX_LENGTH = 256;

    /** The first parts of ids that belong to Theia, and to the editor in it. */
    const CORE = new Set([
        'ai-features', 'application', 'bulk-edit', 'compare', 'console', 'core', 'cursor', 'debug', 'edit', 'editor', 'file',
        'getting-started', 'help', 'keymaps', 'list', 'mergeEditor', 'navigator', 'notebook', 'notifications', 'outline', 'output',
        'preferences', 'problems', 'quickInput', 'scm', 'search', 'search-in-workspace', 'settings', 'task', 'terminal', 'test',
        'testing', 'textEditor', 'theia', 'toolbar', 'tree', 'variable', 'view', 'vscode', 'window', 'workbench', 'workspace'
    ]);

    /**
     * Takes out entries that would reach beyond commands of their author: too long, too many, patterns without a beginning up to a dot,
     * patterns for commands of the core, and patterns whose requirement cannot be understood.
     *
     * @param value as `AwsRequirementDeclaration.read` takes it
     */
    export function admit(value: unknown): AdmittedRequirements {
        if (!isObject(value)) {
            return { admitted: value, refused: [] };
        }
        const entries = Object.entries(value);
        const counted = entries.slice(0, MAX_COUNT)
            .map(([commands, need]) => ({ commands, need: need, reason: flaw(commands, need) }));
        const refused = counted.flatMap(({ commands, reason }) => (reason === undefined ? [] : [{ commands, reason }]));
        const tooMany = entries.length > MAX_COUNT ? [{ reason: tooManyText(entries.length) }] : [];
        return {
            admitted: Object.fromEntries(counted.flatMap(({ commands, need, reason }) => (reason === undefined ? [[commands, need]] : []))),
            refused: [...tooMany, ...refused]
        };
    }

    function tooManyText(count: number): string {
        return nls.localize('theia/aws-accounts/requirement/tooMany', 'only the first {0} of {1} entries count', MAX_COUNT, count);
    }

    function flaw(commands: string, need: unknown): string | undefined {
        if (commands.length > MAX_LENGTH) {
            return nls.localize(
                'theia/aws-accounts/requirement/tooLong', 'a command id or a pattern has at most {0} characters', MAX_LENGTH
            );
        }
        if (!CommandPattern.is(commands)) {
            return undefined;
        }
        const [first, ...rest] = CommandPattern.beginningOf(commands).split('.');
        if (rest.length === 0) {
            return nls.localize(
                'theia/aws-accounts/requirement/boundless',
                'a pattern has to begin with the first part of the ids that it means, up to a dot'
            );
        }
        if (CORE.has(first)) {
            return nls.localize('theia/aws-accounts/requirement/ofTheIde', 'commands that begin with "{0}." belong to the IDE', first);
        }
        return AwsRequirementDeclaration.read({ [commands]: need }).broken[0]?.reason;
    }
}
