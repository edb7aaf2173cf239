import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {isObject} from '../../dm/values/json-object.js';
import {describeValue} from '../../dm/reading/status-format-error.js';

/**
 * Checks a value; returns the first mistake, after its path, such as `.sources[0].worker: expected text, found
 * nothing`. The path is only built for mistakes.
 */
export type Shape = (value: unknown) => string | undefined;

const wrong = (expected: string, value: unknown): string =>
	say(': expected {expected}, found {value}', {
		expected,
		value: typeof value === 'function' ? say('a function') : describeValue(value),
	});

const simple =
	(expected: Phrase, isRight: (value: unknown) => boolean): Shape =>
	value =>
		isRight(value) ? undefined : wrong(say(expected), value);

/** Text of any length. */
export const text: Shape = simple('a string', value => typeof value === 'string');

/** A boolean. */
export const truth: Shape = simple('true or false', value => typeof value === 'boolean');

/** A number that is neither infinite nor NaN. */
export const number: Shape = simple('a number', value => Number.isFinite(value));

/** A number or a bigint. */
export const int64: Shape = simple(
	'a number or a bigint',
	value => typeof value === 'bigint' || Number.isFinite(value),
);

/** One of these words. */
export const oneOf =
	(...words: readonly string[]): Shape =>
	value =>
		typeof value === 'string' && words.includes(value)
			? undefined
			: wrong(say('one of {names}', {names: words.join(', ')}), value);

/** The shape, or undefined. */
export const optional =
	(shape: Shape): Shape =>
	value =>
		value === undefined ? undefined : shape(value);

/** A list whose items all have the shape. */
export const list =
	(shape: Shape): Shape =>
	value => {
		if (!Array.isArray(value)) {
			return wrong(say('a list'), value);
		}

		for (const [index, item] of value.entries()) {
			const problem = shape(item);
			if (problem !== undefined) {
				return `[${index}]${problem}`;
			}
		}

		return undefined;
	};

/** An object with a shape for every field of its type, so that a field added there cannot be forgotten here. */
export const object = <Type>(fields: {readonly [Key in keyof Type]-?: Shape}): Shape => {
	const entries = Object.entries<Shape>(fields);
	return value => {
		if (!isObject(value)) {
			return wrong(say('an object'), value);
		}

		for (const [key, shape] of entries) {
			// The names are those of our own types; they may be getters of a class.
			const problem = shape(Reflect.get(value, key));
			if (problem !== undefined) {
				return `.${key}${problem}`;
			}
		}

		return undefined;
	};
};

/** What is wrong with a value called `name`; undefined for a valid one. */
export const problemOf = (name: string, shape: Shape, value: unknown): string | undefined => {
	const problem = shape(value);
	return problem === undefined ? undefined : name + problem;
};
