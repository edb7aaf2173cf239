/**
 * Modules that the start of a calm cluster does not call, in files of their own: what is known of errors, and all else. Their
 * functions are imported as before, and a file is loaded, all at once, when the first of them is called: V8 reads every
 * function of a file that is loaded, called or not, and at the first start after an installation that takes longer than
 * everything else.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Plugin} from 'esbuild';
import ts from 'typescript';

/** A file of modules that are loaded later: its name, and the modules. */
export type Later = {readonly name: string; readonly modules: readonly string[]};

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

const quoted = (text: string): string => JSON.stringify(text);

/** Each function loads the file at its first call. */
const standIn = (file: string, index: number, names: readonly string[]): string =>
	[
		`import {later} from ${quoted(`${file}?load`)};`,
		...names.map(
			name => `export let ${name} = (...given) => (${name} = later().m${index}.${name})(...given);`,
		),
	].join('\n');

/** What has the file. */
const loader = (file: string): string =>
	[
		'let loaded;',
		`export const later = () => (loaded ??= ${now}(() => import(${quoted(file)})));`,
		`export const load = async () => { loaded = await import(${quoted(file)}); };`,
	].join('\n');

/** What loads every file, for source/modes/startup/load-all.ts. */
const loaderOfAll = (files: readonly string[]): string =>
	[
		...files.map((file, index) => `import {load as load${index}} from ${quoted(`${file}?load`)};`),
		`export const loadAll = async () => { await Promise.all([${files.map((_, index) => `load${index}()`).join(',')}]); };`,
	].join('\n');

/** The module that has all of a file, by their indexes. */
const wholeOf = (modules: readonly string[], functions: ReadonlyMap<string, readonly string[]>): string =>
	modules
		.map((module, index) =>
			functions.get(module)!.length > 0 ? `export * as m${index} from ${quoted(`./${module}`)};` : '',
		)
		.join('\n');

const readIfThere = (file: string): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

/**
 * For esbuild. `laters`: as in `laterFiles` (start-lists.ts); a module that is no more does no harm. Whoever imports more of
 * one than functions imports it as any other.
 */
export const laterModules = (root: string, laters: readonly Later[]): Plugin => {
	const placeOf = new Map(
		laters.flatMap(({name, modules}) =>
			modules.map((module, index) => [module, {file: name, index}] as const),
		),
	);
	const functions = new Map(
		placeOf.keys().map(module => [module, functionsOf(readIfThere(path.join(root, module)))] as const),
	);
	const imports = new Map<string, ReadonlyMap<string, readonly string[]>>();
	const moduleOf = (absolute: string): string => path.relative(root, absolute).split(path.sep).join('/');
	const namesIn = (importer: string, imported: string): readonly string[] => {
		let found = imports.get(importer);
		if (!found) {
			found = importsOf(importer, readIfThere(importer));
			imports.set(importer, found);
		}

		return found.get(imported) ?? [];
	};

	return {
		name: 'later-modules',
		setup({onResolve, onLoad}) {
			onResolve({filter: /^\..*\.js$/}, ({path: imported, importer, kind, resolveDir, namespace}) => {
				const module = moduleOf(path.resolve(resolveDir, imported)).replace(/\.js$/, '.ts');
				const place = placeOf.get(module);
				// In one file they need no detour.
				if (
					!place ||
					kind !== 'import-statement' ||
					namespace !== 'file' ||
					placeOf.get(moduleOf(importer))?.file === place.file
				) {
					return undefined;
				}

				const known = functions.get(module)!;
				const names = namesIn(importer, imported);
				return names.length > 0 && names.every(name => known.includes(name))
					? {path: module, namespace: 'stand-in', sideEffects: false}
					: undefined;
			});
			onResolve({filter: /\/load-all\.js$/}, () => ({path: 'all', namespace: 'load-all'}));
			onLoad({filter: /^/, namespace: 'stand-in'}, ({path: module}) => {
				const {file, index} = placeOf.get(module)!;
				return {
					contents: standIn(file, index, functions.get(module)!),
					loader: 'js',
					resolveDir: root,
				};
			});
			onLoad({filter: /^/, namespace: 'load-all'}, () => ({
				contents: loaderOfAll(laters.map(({name}) => name)),
				loader: 'js',
				resolveDir: root,
			}));
			for (const {name, modules} of laters) {
				onResolve({filter: new RegExp(String.raw`^${name}(?:\?load)?$`)}, ({path: id}) => ({
					path: id,
					namespace: name,
				}));
				onLoad({filter: /^/, namespace: name}, ({path: id}) => ({
					contents: id === name ? wholeOf(modules, functions) : loader(name),
					loader: 'js',
					resolveDir: root,
				}));
			}
		},
	};
};

const loading = new RegExp(String.raw`\b${now}\(\(\)\s*=>\s*import\((?<file>"[^"]+")\)\)`, 'gv');

/** The text of a file of the bundle in which what is to be loaded at once is: an import alone would be waited for. */
export const loadedNow = (text: string): string =>
	text.replaceAll(loading, 'process.getBuiltinModule("node:module").createRequire(import.meta.url)($<file>)');
