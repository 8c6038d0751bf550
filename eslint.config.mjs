import tseslint from 'typescript-eslint';

const sources = [
    'packages/*/src/**/*.{ts,tsx}', 'examples/*/src/**/*.{ts,tsx}',
    'test/{consumer,desktop,e2e,interop,faults,packages,structure,documents,benchmarks,figures,screenshots}/**/*.ts'
];
const specs = ['**/*.spec.{ts,tsx}', 'test/**/*.ts'];

/** Imports that no file may make: the parts of Theia that are to be reached through its `shared` re-exports, and its TypeScript sources. */
const everywhere = [
    { regex: '^inversify(/|$)', message: 'Import from @theia/core/shared/inversify.' },
    { regex: '^react(-dom)?(/|$)', message: 'Import from @theia/core/shared/react.' },
    { regex: '^@theia/[^/]+/src(/|$)', message: 'Import from lib, the sources are not compiled into products.' }
];
/** For everything but specs. The lookahead names the rooms of the extension that have an entry. */
const entries = {
    regex: '^theia-aws-accounts/(?!lib/(common|browser|node)(/integration)?$)',
    message: 'Import from lib/common, lib/browser or lib/node, or their integration.'
};
/** A host or a region of AWS in a string. */
const awsPlace = String.raw`/amazonaws|awsapps|aws\.amazon|app\.aws|\b(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)-(\w+-){1,2}\d\b/`;
const inText = (pattern, message) => ['Literal[value=', 'TemplateElement[value.raw='].map(
    node => ({ selector: `${node}${pattern}]`, message })
);
const places = inText(awsPlace, 'Hosts and regions of AWS stand in aws-partitions.ts alone.');
const commandIds = inText(String.raw`/^aws\.accounts\./`, 'Ids of commands are written once, in browser/commands.');
/** The browser's entry alone repeats one whole: that of both halves, which names everything. */
const exportAll = { selector: 'ExportAllDeclaration', message: 'Name what is exported.' };
const not = (folders, because) => ({ regex: `(^|/)(${folders})(/|$)`, message: because });
/** Doors of Theia behind which a text is read as markup. */
const doors = {
    regex: '^@theia/(core/lib/(common|browser)(/index)?$|core/lib/.*(message|progress|quick-)|messages)',
    importNames: ['MessageService', 'MessageClient', 'ProgressService', 'ProgressMessageService', 'QuickInputService', 'QuickPickService'],
    message: 'Text of others would become markup: use LiteralMessages or LiteralQuickInput.'
};
const imports = (...more) => ['error', { patterns: [...everywhere, entries, ...more] }];
/** Imports that the browser half may not make. */
const browserOnly = [
    not('node|electron-node|electron-main', 'The browser half reaches the backend half over RPC only.'),
    { group: ['node:*', '@aws-sdk/*', '@smithy/*'], message: 'AWS calls, and the secrets they need, stay in the backend.' }
];

export default tseslint.config(
    { ignores: ['**/lib/**', '**/node_modules/**', '**/src-gen/**', '**/gen-esbuild.*', 'test/results/**', 'examples/browser/plugins/**'] },
    {
        files: sources,
        languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        plugins: { '@typescript-eslint': tseslint.plugin },
        rules: {
            '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-floating-promises': 'error',
            '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: true, attributes: true } }],
            '@typescript-eslint/no-non-null-assertion': 'error',
            '@typescript-eslint/no-unnecessary-type-assertion': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            '@typescript-eslint/await-thenable': 'error',
            '@typescript-eslint/return-await': ['error', 'in-try-catch'],
            '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
            'eqeqeq': 'error',
            'max-len': ['error', { code: 140 }],
            'max-lines': ['error', { max: 155 }],
            'max-lines-per-function': ['error', { max: 40, skipComments: true }],
            'no-empty': ['error', { allowEmptyCatch: false }],
            'no-restricted-imports': imports(),
            'no-var': 'error',
            'prefer-const': 'error',
            'quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
            'semi': 'error'
        }
    },
    {
        files: ['packages/*/src/common/**', 'examples/*/src/common/**'],
        ignores: specs,
        rules: {
            'no-restricted-imports': imports(
                not(
                    'browser|node|electron-browser|electron-node|electron-main',
                    'common holds plain types and pure functions; it depends on nothing outside itself.'
                ),
                { group: ['node:*', 'fs', 'path', 'os', 'crypto', '@aws-sdk/*', '@smithy/*'], message: 'common does no input or output.' }
            )
        }
    },
    {
        files: ['packages/*/src/browser/**', 'examples/*/src/browser/**'],
        ignores: specs,
        rules: {
            'no-restricted-imports': imports(...browserOnly, doors)
        }
    },
    {
        // The doors themselves, through which every text of others comes to a person.
        files: ['packages/aws-accounts/src/browser/literal/**'],
        ignores: specs,
        rules: { 'no-restricted-imports': imports(...browserOnly) }
    },
    {
        files: ['packages/*/src/node/**', 'examples/*/src/node/**'],
        ignores: specs,
        rules: {
            'no-restricted-imports': imports(not('browser|electron-browser', 'The backend half knows nothing of the browser half.'))
        }
    },
    {
        // A new region or partition is a change of one table, and nothing is called where nobody has looked.
        files: ['packages/aws-accounts/src/**', 'packages/aws-accounts-plugin-ext/src/**'],
        ignores: [...specs, '**/src/**/test/**', '**/common/region/aws-partitions.ts', 'packages/aws-accounts/src/browser/index.ts'],
        rules: { 'no-restricted-syntax': ['error', ...places, ...commandIds, exportAll] }
    },
    {
        // The home of command ids; `common` knows ids of settings, which begin alike.
        files: ['packages/aws-accounts/src/browser/commands/**', 'packages/aws-accounts/src/common/**'],
        ignores: [...specs, '**/common/region/aws-partitions.ts'],
        rules: { 'no-restricted-syntax': ['error', ...places, exportAll] }
    },
    {
        files: ['packages/aws-sign-in-emulator/src/**'],
        ignores: [...specs, 'packages/aws-sign-in-emulator/src/test/**'],
        rules: {
            'no-restricted-imports': imports({
                group: ['theia-aws-accounts*', '@theia/*', '@aws-sdk/*'],
                message: 'The emulator depends on nothing of the extension, nor on the clients it is checked with.'
            })
        }
    },
    {
        // A spec is a list of sentences: its outer function is as long as the list, and a table may be long too.
        files: specs,
        rules: {
            'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }],
            // Samples of other programs' texts stand in one line as those write them.
            'max-len': ['error', { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
            '@typescript-eslint/no-unused-expressions': 'off',
            'no-restricted-imports': ['error', { patterns: everywhere }]
        }
    }
);
