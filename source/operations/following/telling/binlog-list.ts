/**
 * DM's answer to `binlog list`: the positions at which something will be skipped, replaced or injected.
 */
import {errorOps} from '../../../dm/enums.js';
import {isObject} from '../../../dm/values/json-object.js';
import {say} from '../../../language/say.js';

/** Pb.ErrorOp, as the JSON of the list has it. */
const verbs: ReadonlyMap<unknown, 'skip {place}' | 'replace {place}' | 'inject before {place}'> = new Map([
	[errorOps.Skip, 'skip {place}'],
	[errorOps.Replace, 'replace {place}'],
	[errorOps.Inject, 'inject before {place}'],
] as const);

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** "(mysql-bin.000001, 4)" as `-b` takes it. */
const positionOf = (text: string): string => {
	const place = /^\((?<file>[^\(\),]+), (?<offset>\d+)\)$/v.exec(text)?.groups;
	return place ? `${place['file']!}:${place['offset']!}` : text;
};

const operatorText = (operator: unknown): string => {
	const {op, binlogPos, sqls} = isObject(operator) ? operator : {};
	const place = typeof binlogPos === 'string' ? positionOf(binlogPos) : say('an unknown place');
	const statements = Array.isArray(sqls) ? sqls.filter(sql => typeof sql === 'string') : [];
	const verb = verbs.get(op);
	const told =
		verb === undefined
			? say('operation {operation} at {place}', {operation: String(op), place})
			: say(verb, {place});
	return statements.length === 0 ? told : `${told}${say(': {reason}', {reason: statements.join('; ')})}`;
};

/**
 * The list in words, from the `msg` of each source (syncer/handle_error.go, a JSON list of pb.HandleWorkerErrorRequest);
 * a message in any other form stays as it is.
 */
export const setText = (messages: readonly string[]): string => {
	const texts = messages.flatMap(message => {
		if (message.trim() === '') {
			return [];
		}

		const list = parse(message);
		return Array.isArray(list) ? list.map(operator => operatorText(operator)) : [message];
	});
	return texts.length === 0
		? say('nothing is set to be skipped, replaced or injected')
		: [...new Set(texts)].join(say('; '));
};
