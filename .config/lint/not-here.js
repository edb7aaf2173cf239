/**
 * Rules that find nothing in this project, or nothing that another check does not find, and cost a fifth of the time of a
 * whole lint.
 */

const named = (prefix, names) => names.split(/\s+/v).map(name => `${prefix}/${name}`);

// The runner is vitest.
const otherRunner = named(
	'ava',
	'assertion-arguments hooks-order no-async-fn-without-await no-commented-tests no-conditional-assertion no-duplicate-hooks no-identical-title no-ignored-test-files no-import-test-files no-incorrect-deep-equal no-inline-assertions no-invalid-modifier-chain no-negated-assertion no-nested-assertions no-nested-tests no-only-test no-skip-assert no-skip-test no-todo-implementation no-todo-test no-useless-t-pass prefer-async-await prefer-t-regex prefer-t-throws require-assertion test-title use-t use-t-throws-async-well use-t-well use-test use-true-false',
);

// A terminal has no document.
const browser = named(
	'unicorn',
	'better-dom-traversing dom-node-dataset no-canvas-to-image no-document-cookie no-incorrect-query-selector no-late-current-target-access no-late-event-control no-selector-as-dom-name no-shorthand-property-overrides no-transition-all prefer-classlist-toggle prefer-dom-node-append prefer-dom-node-html-methods prefer-dom-node-remove prefer-dom-node-replace-children prefer-dom-node-text-content prefer-keyboard-event-key prefer-location-assign prefer-modern-dom-apis prefer-observer-apis prefer-path2d prefer-query-selector prefer-scoped-selector prefer-toggle-attribute require-css-escape require-passive-events',
);

// In TypeScript a docstring has no types and no tags that stand for them: jsdoc/no-types and jsdoc/check-tag-names say so.
const typesInDocstrings = named(
	'jsdoc',
	'check-access check-property-names check-syntax check-template-names check-types check-values implements-on-classes imports-as-dependencies reject-any-type reject-function-type require-next-type require-property require-property-description require-property-name ts-no-empty-object-type valid-types',
);

// `tsc` says the same: TS2835, TS2451, TS2393, TS6133.
const saidByTypeScript = [
	'n/file-extension-in-import',
	...named('@typescript-eslint', 'no-redeclare no-dupe-class-members no-unused-private-class-members'),
];

// `knip` says the same, as "Unlisted dependencies".
const saidByKnip = ['n/no-extraneous-import', 'import-x/no-extraneous-dependencies'];

// `any` comes into a test from JSON.parse and from vitest's matchers, and what is expected of it says more than its type.
const anyInTests = named(
	'@typescript-eslint',
	'no-unsafe-argument no-unsafe-assignment no-unsafe-call no-unsafe-member-access no-unsafe-return',
);

const off = rules => Object.fromEntries(rules.map(rule => [rule, 'off']));

/** @type {import('xo').FlatXoConfig} */
export const notHere = [
	{rules: off([...otherRunner, ...browser, ...saidByKnip])},
	{files: ['**/*.ts', '**/*.tsx'], rules: off([...typesInDocstrings, ...saidByTypeScript])},
	{files: ['test/**'], rules: off(anyInTests)},
];
