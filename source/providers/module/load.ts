import {stat} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {say} from '../../language/say.js';
import {sentences} from '../../language/sentences.js';
import {describeValue} from '../../dm/reading/status-format-error.js';
import type {Provider} from '../provider.js';
import {codeOf, messageOf, stackOf} from '../../terminal/thrown.js';
import {reasonOf} from './guard-question.js';
import {guardProvider} from './guard.js';
import {type OwnModules, serveOwnApi} from './own-api.js';

/** A file that cannot be used as a provider; the message says what is wrong with which file. */
export class ProviderModuleError extends Error {
	override readonly name = 'ProviderModuleError';
}

/** A sentence, and an example of a provider. */
const withExample = (sentence: string): string =>
	sentences(
		sentence,
		say('A provider looks like this: {example}', {
			example:
				"export default {name: 'nightly', title: 'nightly.json', async *observe({signal, interval}) { … }}",
		}),
	);

const checkFile = async (file: string, location: string): Promise<void> => {
	try {
		const entry = await stat(location);
		if (entry.isDirectory()) {
			throw new ProviderModuleError(
				say('{file} is a folder. Give the file in it that exports the provider.', {file}),
			);
		}
	} catch (error) {
		if (error instanceof ProviderModuleError) {
			throw error;
		}

		throw new ProviderModuleError(
			codeOf(error) === 'ENOENT'
				? say('{file} does not exist. --provider takes the path of a JavaScript file.', {file})
				: say('{path} cannot be read: {why}', {path: file, why: messageOf(error)}),
		);
	}
};

/** The line of an error in the file, as ":12", if its stack has it. */
const lineOf = (error: Error, location: string): string => {
	const [, ...places] = stackOf(error).split(path.basename(location));
	return /^:\d+/v.exec(places.find(place => /^:\d/v.test(place)) ?? '')?.[0] ?? '';
};

const importFile = async (file: string, location: string): Promise<Readonly<Record<string, unknown>>> => {
	try {
		return (await import(pathToFileURL(location).href)) as Readonly<Record<string, unknown>>;
	} catch (error) {
		if (!(error instanceof Error)) {
			throw new ProviderModuleError(
				say('{file} threw {value} while it was loaded.', {file, value: describeValue(error)}),
			);
		}

		if (error instanceof SyntaxError) {
			throw new ProviderModuleError(
				say('{file} has a mistake in its syntax: {why}. "node --check {file}" shows where.', {
					file,
					why: reasonOf(error),
				}),
				{cause: error},
			);
		}

		throw new ProviderModuleError(
			say('{place} failed while it was loaded: {why}', {
				place: file + lineOf(error, location),
				why: reasonOf(error),
			}),
			{cause: error},
		);
	}
};

/** What is wrong with the optional parts of a provider. */
const partProblems = ({
	operator,
	locks,
}: {
	readonly operator?: Partial<Record<string, unknown>> | undefined;
	readonly locks?: Partial<Record<string, unknown>> | undefined;
}): string[] => [
	...(operator === undefined ||
	(operator?.['kinds'] instanceof Set && typeof operator['operate'] === 'function')
		? []
		: [say('its operator has no Set of kinds, or no operate()')]),
	...(locks === undefined || typeof locks?.['list'] === 'function' ? [] : [say('its locks have no list()')]),
];

/** Every way in which a value is not a provider. */
const problemsOf = (value: Readonly<Record<string, unknown>>): string[] => [
	...(['name', 'title'] as const).flatMap(key =>
		typeof value[key] === 'string' && value[key] !== ''
			? []
			: [
					value[key] === undefined
						? say('it has no {key}', {key})
						: say('its {key} is {value}', {key, value: describeValue(value[key])}),
				],
	),
	...(typeof value['observe'] === 'function'
		? []
		: [
				value['observe'] === undefined
					? say('it has no {key}', {key: 'observe()'})
					: say('its {key} is not a function', {key: 'observe'}),
			]),
	...(['refresh', 'focus', 'now'] as const).flatMap(key =>
		value[key] === undefined || typeof value[key] === 'function'
			? []
			: [say('its {key} is not a function', {key})],
	),
	...partProblems(value),
];

function assertProvider(value: unknown, file: string): asserts value is Provider {
	if (typeof value !== 'object' || value === null) {
		throw new ProviderModuleError(
			withExample(say('{file}: its default export gives {value}.', {file, value: describeValue(value)})),
		);
	}

	// Methods of a class are on its prototype.
	const fields = Object.fromEntries(
		['name', 'title', 'observe', 'refresh', 'focus', 'now', 'operator', 'locks'].map(key => [
			key,
			Reflect.get(value, key) as unknown,
		]),
	);
	const problems = problemsOf(fields);
	if (problems.length > 0) {
		throw new ProviderModuleError(
			withExample(say('{file} exports no provider: {problems}.', {file, problems: problems.join(say(', '))})),
		);
	}
}

/** The provider that a module exports, guarded. */
const makeProvider = async (exported: unknown, file: string): Promise<Provider> => {
	try {
		const made: unknown =
			typeof exported === 'function' ? await Reflect.apply(exported, undefined, []) : exported;
		assertProvider(made, file);
		return guardProvider(made, path.basename(file));
	} catch (error) {
		if (error instanceof ProviderModuleError) {
			throw error;
		}

		throw new ProviderModuleError(
			say('{file}: its default export failed: {why}', {file, why: reasonOf(error)}),
			{cause: error},
		);
	}
};

/**
 * Loads a provider that a user wrote: a module whose default export is a provider, or a function that returns one (or a
 * promise of one). It may import `parseStatus` and the rest of the API from `dm-top`. It is guarded: see
 * `guardProvider`.
 *
 * @param file A path, relative to the working directory.
 * @param modules What it may import from `dm-top` in a single executable.
 * @throws {ProviderModuleError} Saying what is wrong with the file, with an example of a provider.
 */
export const loadProvider = async (file: string, modules?: OwnModules): Promise<Provider> => {
	const location = path.resolve(file);
	await checkFile(file, location);
	serveOwnApi(import.meta.url, modules);
	const module = await importFile(file, location);
	if (!('default' in module)) {
		const names = Object.keys(module);
		throw new ProviderModuleError(
			withExample(
				names.length === 0
					? say('{file} has no default export.', {file})
					: say('{file} has no default export, only {names}.', {file, names: names.join(', ')}),
			),
		);
	}

	return makeProvider(module['default'], file);
};
