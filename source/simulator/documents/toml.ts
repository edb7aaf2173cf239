/** TOML as Go writes it: the plain values first, then a table for each object. */
import {isObject} from '../../dm/values/json-object.js';
import type {Json} from '../model/json.js';

type Table = Readonly<Record<string, Json | undefined>>;

const isTables = (value: Json | undefined): value is readonly Table[] =>
	Array.isArray(value) && value.length > 0 && value.every(item => isObject(item));

const tableLines = (table: Table, path: readonly string[]): string[] => {
	const indent = '  '.repeat(path.length);
	const plain = Object.entries(table).flatMap(([key, value]) =>
		value === undefined || value === null || isObject(value) || isTables(value)
			? []
			: [`${indent}${key} = ${JSON.stringify(value)}`],
	);
	const tables = Object.entries(table).flatMap(([key, value]) => {
		const inner = [...path, key];
		const head = '  '.repeat(path.length);
		if (isTables(value)) {
			return value.flatMap(item => ['', `${head}[[${inner.join('.')}]]`, ...tableLines(item, inner)]);
		}

		return isObject(value) ? ['', `${head}[${inner.join('.')}]`, ...tableLines(value, inner)] : [];
	});
	return [...plain, ...tables];
};

/** A document. */
export const toml = (table: Table): string => `${tableLines(table, []).join('\n')}\n`;
