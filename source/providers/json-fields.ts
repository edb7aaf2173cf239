/** Fields of JSON that may be of any type: one of another type than expected counts as absent. */
import {isObject} from '../dm/values/json-object.js';

/** The objects in a list; [] for what is not a list. */
export const records = (value: unknown): Array<Record<string, unknown>> =>
	Array.isArray(value) ? value.filter(item => isObject(item)) : [];

/** A text; '' for what is none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
