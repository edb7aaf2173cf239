/** YAML as Go writes it: two blanks of indent, lists level with their key. */
import {isObject} from '../../dm/values/json-object.js';
import type {Json, absent} from '../model/json.js';

/** Text that needs no quotes: not special to YAML. */
const plain = /^[.\/A-Z_a-z][\w\-.\/]*(?: [\w\-.\/]+)*$/v;
const reserved = /^(?:true|false|yes|no|on|off|null|[ny~])$/iv;

const scalar = (value: string | number | boolean | typeof absent): string => {
	if (typeof value !== 'string') {
		return String(value);
	}

	if (plain.test(value) && !reserved.test(value)) {
		return value;
	}

	return '*&!%@`{[^'.includes(value.charAt(0)) && value !== ''
		? `'${value.replaceAll("'", "''")}'`
		: JSON.stringify(value);
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The lines of a mapping, without indent. */
const mapLines = (map: Readonly<Record<string, Json | undefined>>): string[] =>
	Object.entries(map).flatMap(([key, value]) => {
		const name = scalar(key);
		if (isList(value)) {
			return value.length === 0 ? [`${name}: []`] : [`${name}:`, ...listLines(value)];
		}

		if (isObject(value)) {
			const lines = mapLines(value);
			return lines.length === 0 ? [`${name}: {}`] : [`${name}:`, ...lines.map(line => `  ${line}`)];
		}

		return value === undefined ? [] : [`${name}: ${scalar(value)}`];
	});

const listLines = (list: readonly Json[]): string[] =>
	list.flatMap(item => {
		const lines = isObject(item) ? mapLines(item) : isList(item) ? listLines(item) : [scalar(item)];
		return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
	});

/** A document with a mapping. */
export const yaml = (map: Readonly<Record<string, Json | undefined>>): string =>
	`${mapLines(map).join('\n')}\n`;
