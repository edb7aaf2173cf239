import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {isObject, setMember} from '../../dm/values/json-object.js';
import {describeValue} from '../../dm/reading/status-format-error.js';

/** Which numbers are right: recordings may have those that JSON cannot express, such as NaN. */
export type Numbers = 'finite' | 'any';

/** What a value is to look like. */
export type Shape = {
	/**
	 * The first mistake, after its path, such as `.sources[0].worker: expected text, found nothing`. The path is only
	 * built for mistakes.
	 */
	readonly problem: (value: unknown, numbers?: Numbers) => string | undefined;
	/** See `plainOf`; absent where there is nothing to do. */
	readonly plain?: (value: unknown) => unknown;
};

const wrong = (expected: string, value: unknown): string =>
	say(': expected {expected}, found {value}', {
		expected,
		value: typeof value === 'function' ? say('a function') : describeValue(value),
	});

const simple = (expected: Phrase, isRight: (value: unknown, numbers?: Numbers) => boolean): Shape => ({
	problem: (value, numbers) => (isRight(value, numbers) ? undefined : wrong(say(expected), value)),
});

/** Text of any length. */
export const text: Shape = simple('a string', value => typeof value === 'string');

/** A boolean. */
export const truth: Shape = simple('true or false', value => typeof value === 'boolean');

const isNumber = (value: unknown, numbers?: Numbers): boolean =>
	numbers === 'any' ? typeof value === 'number' : Number.isFinite(value);

/** A number, finite unless others are asked for. */
export const number: Shape = simple('a number', isNumber);

/** A moment, ms since the epoch: always finite. */
export const time: Shape = simple('a number', value => Number.isFinite(value));

/** A number or a bigint. */
export const int64: Shape = simple(
	'a number or a bigint',
	(value, numbers) => typeof value === 'bigint' || isNumber(value, numbers),
);

/** One of these words. */
export const oneOf = (...words: readonly string[]): Shape => ({
	problem: value =>
		typeof value === 'string' && words.includes(value)
			? undefined
			: wrong(say('one of {names}', {names: words.join(', ')}), value),
});

/** The shape, or undefined. */
export const optional = ({problem, plain}: Shape): Shape => ({
	problem: (value, numbers) => (value === undefined ? undefined : problem(value, numbers)),
	...(plain && {plain}),
});

/** A list of anything. */
export const anyList: Shape = {
	problem: value => (Array.isArray(value) ? undefined : wrong(say('a list'), value)),
};

/** A list whose items all have the shape. */
export const list = ({problem, plain}: Shape): Shape => ({
	problem(value, numbers) {
		if (!Array.isArray(value)) {
			return anyList.problem(value);
		}

		for (const [index, item] of value.entries()) {
			const itemProblem = problem(item, numbers);
			if (itemProblem !== undefined) {
				return `[${index}]${itemProblem}`;
			}
		}

		return undefined;
	},
	...(plain && {
		plain(value) {
			if (!Array.isArray(value)) {
				return value;
			}

			const items: readonly unknown[] = value;
			let copy: unknown[] | undefined;
			for (const [index, item] of items.entries()) {
				const after = plain(item);
				if (after === item) {
					continue;
				}

				copy ??= [...items];
				copy[index] = after;
			}

			return copy ?? items;
		},
	}),
});

const isPlain = (value: Record<string, unknown>): boolean => {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

/** An object with a shape for every field of its type, so that a field added there cannot be forgotten here. */
export const object = <Type>(fields: {readonly [Key in keyof Type]-?: Shape}): Shape => {
	const entries = Object.entries<Shape>(fields);
	const nested = entries.flatMap(([key, {plain}]) => (plain ? [{key, plain}] : []));
	return {
		problem(value, numbers) {
			if (!isObject(value)) {
				return wrong(say('an object'), value);
			}

			for (const [key, {problem}] of entries) {
				// The names are those of our own types.
				const found = problem(Reflect.get(value, key), numbers);
				if (found !== undefined) {
					return `.${key}${found}`;
				}
			}

			return undefined;
		},
		plain(value) {
			if (!isObject(value)) {
				return value;
			}

			if (!isPlain(value)) {
				const members = entries.map(
					([key, shape]) => [key, plainOf(shape, Reflect.get(value, key))] as const,
				);
				return Object.fromEntries(members.filter(([, member]) => member !== undefined));
			}

			let copy: Record<string, unknown> | undefined;
			for (const {key, plain} of nested) {
				const member: unknown = Reflect.get(value, key);
				const after = plain(member);
				if (after === member) {
					continue;
				}

				copy ??= {...value};
				setMember(copy, key, after);
			}

			return copy ?? value;
		},
	};
};

/** What is wrong with a value called `name`; undefined for a valid one. */
export const problemOf = (
	name: string,
	shape: Shape,
	value: unknown,
	numbers?: Numbers,
): string | undefined => {
	const problem = shape.problem(value, numbers);
	return problem === undefined ? undefined : name + problem;
};

/**
 * The value with plain objects in place of those of a class, whose members may be getters of the prototype: a copy by
 * `{...value}` would lose them. What has none is the same object as before. Members that the shape does not have are
 * lost with the class.
 */
export const plainOf = ({plain}: Shape, value: unknown): unknown => (plain ? plain(value) : value);
