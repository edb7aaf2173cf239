/**
 * The words of the command line: flags with their raw values, the named clusters, and the words of a command.
 */
import {parseArgs, type ParseArgsOptionsConfig} from 'node:util';
import {say} from '../../language/say.js';
import {messageOf} from '../../terminal/thrown.js';
import {nearest} from '../../dm/nearest.js';
import {type FlagValues, flagTable} from '../../settings/flags/flags.js';
import {UsageError} from '../../settings/usage-error.js';

const options: ParseArgsOptionsConfig = Object.fromEntries(
	flagTable.entries().map(([name, {kind, short}]) => [
		name,
		{
			type: kind.type === 'boolean' ? 'boolean' : 'string',
			multiple: kind.type === 'list',
			...(short !== undefined && {short}),
		},
	]),
);

const long = new Map(
	flagTable.entries().flatMap(([name, {short}]) => (short === undefined ? [] : [[short, name] as const])),
);

/** A flag that the environment or the settings file can turn on, and `--no-NAME` off again. */
const isSwitch = (name: string): boolean => {
	const flag = flagTable.get(name);
	return flag?.kind.type === 'boolean' && flag.setting !== undefined;
};

const strange = (flag: string): UsageError => {
	const meant = nearest(
		flag,
		flagTable
			.keys()
			.map(name => `--${name}`)
			.toArray(),
	);
	return new UsageError(
		meant === undefined
			? say('There is no flag {flag}. See dm-top --help.', {flag})
			: say('There is no flag {flag}. Did you mean {meant}?', {flag, meant}),
	);
};

/** A flag as it was written: `--name`, `--no-name`, `--name=value`, `-s`, `-svalue`. */
const flagOf = (word: string): {readonly name: string; readonly value?: string} | undefined => {
	const {name, value} = /^--(?<name>[^=]+)(?:=(?<value>.*))?$/sv.exec(word)?.groups ?? {};
	if (name !== undefined) {
		const positive = name.replace(/^no-/v, '');
		if (flagTable.has(name) || !isSwitch(positive)) {
			if (!flagTable.has(name)) {
				throw strange(`--${name}`);
			}

			return {name, value};
		}

		return {name: positive, value};
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

/** True for a possible value of a flag: not another flag, but a single dash or a negative number. */
const isValue = (word: string | undefined): word is string =>
	word !== undefined && (!word.startsWith('-') || word === '-' || /^-\d/v.test(word));

type Words = {readonly words: readonly string[]; readonly clusters: readonly string[]};

/** Each flag in one word with its value, '' where it has none (`--simulate` needs none); the clusters separately. */
const joinValues = (argv: readonly string[]): Words => {
	const words: string[] = [];
	const clusters: string[] = [];
	const given = new Set<string>();
	for (let index = 0; index < argv.length; index++) {
		const word = argv[index]!;
		if (word === '--') {
			return {words: [...words, ...argv.slice(index)], clusters};
		}

		const flag = flagOf(word);
		if (flag === undefined) {
			// The text to explain may begin with any character.
			if (word.startsWith('@') && words[0] !== 'explain') {
				clusters.push(word.slice(1));
			} else {
				words.push(word);
			}

			continue;
		}

		const {name, value} = flag;
		const {type} = flagTable.get(name)!.kind;
		if (given.has(name) && type !== 'boolean' && type !== 'list') {
			throw new UsageError(say('{flag} was given twice.', {flag: `--${name}`}));
		}

		if (type === 'boolean' && value !== undefined) {
			throw new UsageError(say('{flag} takes no value.', {flag: `--${name}`}));
		}

		given.add(name);
		if (type === 'boolean') {
			words.push(word);
		} else {
			const next = argv[index + 1];
			const isNext = value === undefined && isValue(next);
			words.push(`--${name}=${isNext ? next : (value ?? '')}`);
			index += isNext ? 1 : 0;
		}
	}

	return {words, clusters};
};

/** The values of flags by name, and the other words. */
export type Arguments = {
	readonly values: FlagValues;
	readonly positionals: readonly string[];
	/** The clusters named with `@`, without the `@`. */
	readonly clusters: readonly string[];
};

/**
 * Parses the words of a command line.
 *
 * @throws {UsageError} when a flag is unknown, is given twice, or takes no value and has one.
 */
export const readArguments = (argv: readonly string[]): Arguments => {
	const {words, clusters} = joinValues(argv);
	try {
		const {values, positionals} = parseArgs({
			args: [...words],
			options,
			strict: true,
			allowPositionals: true,
			allowNegative: true,
		});
		// The table says what each flag is, and parseArgs has checked it.
		return {values: {...(values as FlagValues)}, positionals, clusters};
	} catch (error) {
		throw new UsageError(messageOf(error));
	}
};
