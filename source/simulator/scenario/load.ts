/** Finding a scenario: by the name of a shipped one, or by the path of a file. */
import path from 'node:path';
import type {Phrase} from '../../language/text.js';
import {say, translated} from '../../language/say.js';
import {defaultScenario, shippedScenarios} from '../scenarios/shipped.js';
import type {Scenario} from '../model/scenario.js';
import {readTextFileSync} from '../../terminal/files/text-file.js';
import {messageOf, codeOf} from '../../terminal/thrown.js';
import {suggestion} from './mistake.js';
import {readScenario} from './read.js';

/** There is no such scenario, or its file cannot be read. */
export class NoScenarioError extends Error {
	override readonly name = 'NoScenarioError';
}

/** The summary of a scenario; what is wrong with it when it cannot be read. */
const summaryOf = (name: string, text: string): string => {
	try {
		return readScenario(name, text).summary;
	} catch (error) {
		return say('(cannot be read) {why}', {why: messageOf(error)});
	}
};

/** Name and summary of every shipped scenario, the default first. */
export const listScenarios = (
	scenarios = shippedScenarios,
): ReadonlyArray<{readonly name: string; readonly summary: string}> =>
	// Scenarios are not translated, but the summaries of the shipped ones are in the catalogue.
	Object.entries(scenarios).map(([name, text]) => ({
		name,
		summary: translated(summaryOf(name, text) as Phrase),
	}));

const readFile = (file: string): string => {
	try {
		return readTextFileSync(file);
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT' && path.basename(file) === file && path.extname(file) === '') {
			throw new NoScenarioError(
				say('there is no scenario "{name}"{hint}', {
					name: file,
					hint: suggestion(file, Object.keys(shippedScenarios)),
				}),
			);
		}

		const reason =
			code === 'ENOENT'
				? say('there is no such file')
				: code === 'EISDIR'
					? say('it is a folder')
					: error instanceof Error
						? error.message
						: String(error);
		throw new NoScenarioError(say('the scenario {file} cannot be read: {why}', {file, why: reason}));
	}
};

/**
 * A scenario by name or path; the default one for ''.
 *
 * @throws {NoScenarioError} When there is none.
 * @throws {ScenarioError} When it has a mistake; the message names its line.
 */
export const loadScenario = (nameOrPath = ''): Scenario => {
	const wanted = nameOrPath === '' ? defaultScenario : nameOrPath;
	const shipped = Object.hasOwn(shippedScenarios, wanted) ? shippedScenarios[wanted] : undefined;
	return readScenario(wanted, shipped ?? readFile(wanted));
};
