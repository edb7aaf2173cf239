/**
 * Modules that no start calls, in a file of their own. Their functions are imported as before, and the file is loaded, all
 * at once, when the first of them is called: V8 reads every function of a file that is loaded, called or not, and at the first
 * start after an installation that takes longer than everything else.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Plugin} from 'esbuild';
import ts from 'typescript';

/** The module that has all of them. */
const all = 'later-modules';

/** How the bundle says that a file is loaded at once: see `loadedNow`. */
const now = 'loadNow';

const parse = (text: string, kind = ts.ScriptKind.TS): ts.SourceFile =>
	ts.createSourceFile('module', text, ts.ScriptTarget.Latest, true, kind);

const isExported = (statement: ts.Statement): boolean =>
	ts.canHaveModifiers(statement) &&
	ts.getModifiers(statement)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** The names of the functions that a module declares and exports. */
export const functionsOf = (text: string): readonly string[] =>
	parse(text)
		.statements.filter(statement => isExported(statement))
		.flatMap(statement => {
			if (ts.isFunctionDeclaration(statement)) {
				return statement.name ? [statement.name.text] : [];
			}

			const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
			return declared
				.filter(
					({initializer: value}) => value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)),
				)
				.map(({name}) => name.getText());
		});

/** What a list of names takes from where it imports, or passes on. */
const takenBy = (names: ts.NamedImports | ts.NamedExports): readonly string[] =>
	[...names.elements]
		.filter(({isTypeOnly}) => !isTypeOnly)
		.map(({name, propertyName = name}) => propertyName.text);

/**
 * What a module imports by name, and what it exports of others, by where it takes it; what it takes in any other way, such as
 * all of a module, is called `*`.
 */
export const importsOf = (file: string, text: string): ReadonlyMap<string, readonly string[]> => {
	const found = new Map<string, readonly string[]>();
	const take = (from: ts.Expression | undefined, names: readonly string[]): void => {
		if (from && ts.isStringLiteral(from)) {
			found.set(from.text, [...(found.get(from.text) ?? []), ...names]);
		}
	};

	for (const statement of parse(text, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS).statements) {
		if (ts.isImportDeclaration(statement)) {
			const {importClause: clause, moduleSpecifier} = statement;
			const bindings = clause?.namedBindings;
			const isNamed = clause?.name === undefined && bindings && ts.isNamedImports(bindings);
			if (clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
				take(moduleSpecifier, isNamed ? takenBy(bindings) : ['*']);
			}
		} else if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
			const {exportClause: clause, moduleSpecifier} = statement;
			take(moduleSpecifier, clause && ts.isNamedExports(clause) ? takenBy(clause) : ['*']);
		}
	}

	return found;
};

/** Each function loads the file at its first call. */
const standIn = (index: number, names: readonly string[]): string =>
	[
		`import {later} from ${JSON.stringify(`${all}?load`)};`,
		...names.map(
			name => `export let ${name} = (...given) => (${name} = later().m${index}.${name})(...given);`,
		),
	].join('\n');

/** What has the file, also for source/modes/startup/load-all.ts. */
const loader = [
	'let loaded;',
	`export const later = () => (loaded ??= ${now}(() => import(${JSON.stringify(all)})));`,
	`export const loadAll = async () => { loaded = await import(${JSON.stringify(all)}); };`,
].join('\n');

const readIfThere = (file: string): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

/**
 * For esbuild. `files`: as in `unusedModules` (start-lists.ts); one that is no more does no harm. Whoever imports more of one than functions
 * imports it as any other.
 */
export const laterModules = (root: string, files: readonly string[]): Plugin => {
	const functions = new Map(files.map(file => [file, functionsOf(readIfThere(path.join(root, file)))]));
	const imports = new Map<string, ReadonlyMap<string, readonly string[]>>();
	const fileOf = (absolute: string): string => path.relative(root, absolute).split(path.sep).join('/');
	const namesIn = (importer: string, imported: string): readonly string[] => {
		let found = imports.get(importer);
		if (!found) {
			found = importsOf(importer, readIfThere(importer));
			imports.set(importer, found);
		}

		return found.get(imported) ?? [];
	};

	return {
		name: all,
		setup({onResolve, onLoad}) {
			onResolve({filter: /^\..*\.js$/}, ({path: imported, importer, kind, resolveDir, namespace}) => {
				const file = fileOf(path.resolve(resolveDir, imported)).replace(/\.js$/, '.ts');
				const known = functions.get(file);
				// Among themselves they need no detour.
				if (
					!known ||
					kind !== 'import-statement' ||
					namespace !== 'file' ||
					functions.has(fileOf(importer))
				) {
					return undefined;
				}

				const names = namesIn(importer, imported);
				return names.length > 0 && names.every(name => known.includes(name))
					? {path: file, namespace: 'stand-in', sideEffects: false}
					: undefined;
			});
			onResolve({filter: new RegExp(String.raw`^${all}(?:\?load)?$`)}, ({path: id}) => ({
				path: id,
				namespace: all,
			}));
			onResolve({filter: /\/load-all\.js$/}, () => ({path: `${all}?load`, namespace: all}));
			onLoad({filter: /^/, namespace: 'stand-in'}, ({path: file}) => ({
				contents: standIn(files.indexOf(file), functions.get(file)!),
				loader: 'js',
				resolveDir: root,
			}));
			onLoad({filter: /^/, namespace: all}, ({path: id}) => ({
				contents:
					id === all
						? files
								.map((file, index) =>
									functions.get(file)!.length > 0
										? `export * as m${index} from ${JSON.stringify(`./${file}`)};`
										: '',
								)
								.join('\n')
						: loader,
				loader: 'js',
				resolveDir: root,
			}));
		},
	};
};

const loading = new RegExp(String.raw`\b${now}\(\(\)\s*=>\s*import\((?<file>"[^"]+")\)\)`, 'v');

/** The text of a file of the bundle in which what is to be loaded at once is: an import alone would be waited for. */
export const loadedNow = (text: string): string =>
	text.replace(loading, 'process.getBuiltinModule("node:module").createRequire(import.meta.url)($<file>)');
