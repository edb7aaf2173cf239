/** TOML as Go writes it: the plain values first, then a table for each object. */
import type {Json} from '../model/json.js';

type Table = Readonly<Record<string, Json | undefined>>;

const isTable = (value: Json | undefined): value is Table =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isTables = (value: Json | undefined): value is readonly Table[] =>
	Array.isArray(value) && value.length > 0 && value.every(item => isTable(item as Json));

const tableLines = (table: Table, path: readonly string[]): string[] => {
	const indent = '  '.repeat(path.length);
	const plain = Object.entries(table).flatMap(([key, value]) =>
		value === undefined || value === null || isTable(value) || isTables(value)
			? []
			: [`${indent}${key} = ${JSON.stringify(value)}`],
	);
	const tables = Object.entries(table).flatMap(([key, value]) => {
		const inner = [...path, key];
		const head = '  '.repeat(path.length);
		if (isTables(value)) {
			return value.flatMap(item => ['', `${head}[[${inner.join('.')}]]`, ...tableLines(item, inner)]);
		}

		return isTable(value) ? ['', `${head}[${inner.join('.')}]`, ...tableLines(value, inner)] : [];
	});
	return [...plain, ...tables];
};

/** A document. */
export const toml = (table: Table): string => `${tableLines(table, []).join('\n')}\n`;
