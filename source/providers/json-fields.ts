/** Fields of JSON of any type: one with another type than expected counts as absent. */
import {isObject} from '../dm/values/json-object.js';

/** The value of a JSON text; undefined for what is not JSON. */
export const parseJson = (json: string): unknown => {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
};

/** The objects in a list; [] for what is not a list. */
export const records = (value: unknown): Array<Record<string, unknown>> =>
	Array.isArray(value) ? value.filter(item => isObject(item)) : [];

/** A string; '' for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
