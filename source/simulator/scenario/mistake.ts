import {say} from '../../language/say.js';
import {nearest} from '../../dm/nearest.js';

/** A mistake in a scenario, with its place. */
export class ScenarioError extends Error {
	override readonly name = 'ScenarioError';

	constructor(
		/** The scenario's name or path. */
		readonly scenario: string,
		/** Counted from 1. */
		readonly line: number,
		/** Counted from 1. */
		readonly column: number,
		/** What is wrong and what to write instead. */
		readonly what: string,
	) {
		super(`${scenario}:${line}:${column}: ${what}`);
	}
}

/** ": did you mean …?" with the nearest of the names, or the whole list when none is near. */
export const suggestion = (written: string, names: readonly string[]): string => {
	const meant = nearest(written, names);
	if (meant !== undefined) {
		return say(': did you mean "{meant}"?', {meant});
	}

	if (names.length === 0) {
		return '';
	}

	const shown = names.slice(0, 30);
	const list = shown.join(', ');
	return names.length > shown.length
		? say('; there is {names} and {count} more', {names: list, count: names.length - shown.length})
		: say('; there is {names}', {names: list});
};
