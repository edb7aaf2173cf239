/**
 * The words of the command line: flags with their values as they were written, and the words of a command.
 */
import {parseArgs, type ParseArgsOptionsConfig} from 'node:util';
import {messageOf} from './providers/thrown.js';
import {nearest} from './dm/nearest.js';

/** A mistake on the command line: its message goes to standard error, alone. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** The flags, as node:util reads them; what they are for is in modes/manual/options.ts. */
export const options = {
	'master-addr': {type: 'string'},
	'ssl-ca': {type: 'string'},
	'ssl-cert': {type: 'string'},
	'ssl-key': {type: 'string'},
	file: {type: 'string'},
	simulate: {type: 'string'},
	provider: {type: 'string'},
	seed: {type: 'string'},
	speed: {type: 'string'},
	deadline: {type: 'string'},
	interval: {type: 'string'},
	name: {type: 'string'},
	once: {type: 'boolean', default: false},
	json: {type: 'boolean', default: false},
	ascii: {type: 'boolean', default: false},
	theme: {type: 'string'},
	lang: {type: 'string'},
	plain: {type: 'boolean', default: false},
	'read-only': {type: 'boolean', default: false},
	'audit-log': {type: 'string'},
	// The old name of --audit-log.
	log: {type: 'string'},
	debug: {type: 'string'},
	source: {type: 'string', multiple: true, short: 's'},
	position: {type: 'string', short: 'b'},
	sql: {type: 'string', multiple: true},
	'remove-meta': {type: 'boolean', default: false},
	'start-time': {type: 'string'},
	'safe-mode': {type: 'string'},
	yes: {type: 'boolean', default: false},
	wait: {type: 'boolean', default: false},
	only: {type: 'string', multiple: true},
	task: {type: 'string', multiple: true},
	for: {type: 'string'},
	timeout: {type: 'string'},
	record: {type: 'string'},
	'record-max': {type: 'string'},
	redact: {type: 'boolean', default: false},
	replay: {type: 'string'},
	listen: {type: 'string'},
	mouse: {type: 'boolean', default: false},
	bell: {type: 'boolean', default: false},
	notify: {type: 'boolean', default: false},
	'on-finding': {type: 'string'},
	prometheus: {type: 'string'},
	'prometheus-token-file': {type: 'string'},
	'prometheus-label': {type: 'string', multiple: true},
	threshold: {type: 'string', multiple: true},
	help: {type: 'boolean', default: false},
	version: {type: 'boolean', default: false},
} as const satisfies ParseArgsOptionsConfig;

const known: ReadonlyMap<string, ParseArgsOptionsConfig[string]> = new Map(Object.entries(options));

const long = new Map(
	[...known].flatMap(([name, {short}]) => (short === undefined ? [] : [[short, name] as const])),
);

const strange = (flag: string): UsageError => {
	const meant = nearest(
		flag,
		known
			.keys()
			.map(name => `--${name}`)
			.toArray(),
	);
	const hint = meant === undefined ? 'See dm-top --help.' : `Did you mean ${meant}?`;
	return new UsageError(`There is no flag ${flag}. ${hint}`);
};

/** A flag as it was written: `--name`, `--name=value`, `-s`, `-svalue`. */
const flagOf = (word: string): {readonly name: string; readonly value?: string} | undefined => {
	const {name, value} = /^--(?<name>[^=]+)(?:=(?<value>.*))?$/sv.exec(word)?.groups ?? {};
	if (name !== undefined) {
		if (!known.has(name)) {
			throw strange(`--${name}`);
		}

		return {name, value};
	}

	const {letter, rest} = /^-(?<letter>[^\d\-])(?<rest>.*)$/sv.exec(word)?.groups ?? {};
	if (letter === undefined) {
		return undefined;
	}

	const meant = long.get(letter);
	if (meant === undefined) {
		throw strange(`-${letter}`);
	}

	return {name: meant, value: rest === '' ? undefined : rest?.replace(/^=/v, '')};
};

/** True for what a flag takes as its value: another flag is none, a lone dash and a negative number are. */
const isValue = (word: string | undefined): word is string =>
	word !== undefined && (!word.startsWith('-') || word === '-' || /^-\d/v.test(word));

/** Each flag in one word with its value, '' where it has none: `--simulate` may do without. */
const joinValues = (argv: readonly string[]): string[] => {
	const words: string[] = [];
	const given = new Set<string>();
	for (let index = 0; index < argv.length; index++) {
		const word = argv[index]!;
		if (word === '--') {
			return [...words, ...argv.slice(index)];
		}

		const flag = flagOf(word);
		if (flag === undefined) {
			words.push(word);
			continue;
		}

		const {name, value} = flag;
		const {type, multiple} = known.get(name)!;
		if (given.has(name) && type === 'string' && !multiple) {
			throw new UsageError(`--${name} was given twice.`);
		}

		given.add(name);
		if (type === 'string') {
			const next = argv[index + 1];
			const isNext = value === undefined && isValue(next);
			words.push(`--${name}=${isNext ? next : (value ?? '')}`);
			index += isNext ? 1 : 0;
		} else {
			words.push(word);
		}
	}

	return words;
};

const parse = (words: string[]) => parseArgs({args: words, options, strict: true, allowPositionals: true});

/** What the flags say, by their names, and the words that belong to none. */
export type Arguments = ReturnType<typeof parse>;

/**
 * Reads the words of a command line.
 *
 * @throws {UsageError} when a flag is unknown, is given twice, or takes no value and has one.
 */
export const readArguments = (argv: readonly string[]): Arguments => {
	const words = joinValues(argv);
	try {
		return parse(words);
	} catch (error) {
		throw new UsageError(messageOf(error));
	}
};
