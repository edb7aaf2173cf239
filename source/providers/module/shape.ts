import {describe} from '../../dm/decode/status-format-error.js';

/** Checks a value; gives what is wrong first, such as `status.sources[0].worker: expected text, found nothing`. */
export type Shape = (value: unknown, path: string) => string | undefined;

const wrong = (path: string, expected: string, value: unknown): string =>
	`${path}: expected ${expected}, found ${typeof value === 'function' ? 'a function' : describe(value)}`;

const simple =
	(expected: string, isRight: (value: unknown) => boolean): Shape =>
	(value, path) =>
		isRight(value) ? undefined : wrong(path, expected, value);

export const text: Shape = simple('text', value => typeof value === 'string');
export const truth: Shape = simple('true or false', value => typeof value === 'boolean');
export const number: Shape = simple('a number', value => Number.isFinite(value));

/** A number or a bigint. */
export const int64: Shape = simple(
	'a number or a bigint',
	value => typeof value === 'bigint' || Number.isFinite(value),
);

export const oneOf = (...words: readonly string[]): Shape =>
	simple(`one of ${words.join(', ')}`, value => typeof value === 'string' && words.includes(value));

export const optional =
	(shape: Shape): Shape =>
	(value, path) =>
		value === undefined ? undefined : shape(value, path);

export const list =
	(shape: Shape): Shape =>
	(value, path) => {
		if (!Array.isArray(value)) {
			return wrong(path, 'a list', value);
		}

		for (const [index, item] of value.entries()) {
			const problem = shape(item, `${path}[${index}]`);
			if (problem !== undefined) {
				return problem;
			}
		}

		return undefined;
	};

/** An object with a shape for every field of its type, so that a field added there cannot be forgotten here. */
export const object = <Type>(fields: {readonly [Key in keyof Type]-?: Shape}): Shape => {
	const entries = Object.entries<Shape>(fields);
	return (value, path) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			return wrong(path, 'an object', value);
		}

		const record: Readonly<Record<string, unknown>> = {...value};
		for (const [key, shape] of entries) {
			const problem = shape(record[key], `${path}.${key}`);
			if (problem !== undefined) {
				return problem;
			}
		}

		return undefined;
	};
};
