/**
 * The command line: its flags, and what they mean together.
 */
import meow from 'meow';
import {parseByteSize} from './providers/recording/byte-size.js';
import {type ThemeName, themeNames} from './components/theme-names.js';
import {type Inquiry, readInquiry} from './modes/inquiry.js';
import {usage} from './modes/usage.js';

/** A mistake on the command line: its message goes to standard error, alone. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** Where the observations are to come from. */
export type Origin =
	| {
			readonly kind: 'http';
			readonly addresses: string;
			readonly tls: {ca?: string; cert?: string; key?: string};
	  }
	| {readonly kind: 'file'; readonly path: string}
	| {readonly kind: 'simulator'; readonly scenario: string; readonly seed?: number; readonly speed: number}
	| {readonly kind: 'module'; readonly path: string}
	| {readonly kind: 'replay'; readonly path: string};

/** One operation, or one question, from a script. */
export type Script = {
	/** The verb and its arguments. */
	readonly words: readonly string[];
	/** [] means all. */
	readonly sources: readonly string[];
	/** A place in the binlog; '' for where a subtask stands. */
	readonly position: string;
	readonly sql: readonly string[];
	/** How a task is started. */
	readonly withoutMeta: boolean;
	readonly startTime: string;
	readonly safeMode: string;
	readonly yes: boolean;
	readonly wait: boolean;
};

/** What is to be recorded. */
export type Recording = {readonly path: string; readonly maxBytes?: number; readonly redact: boolean};

export type Flags = {
	readonly origin: Origin;
	/** Ms */
	readonly deadline: number;
	/** Ms */
	readonly interval: number;
	readonly name: string;
	readonly once: boolean;
	readonly json: boolean;
	readonly ascii: boolean;
	/** Undefined: as suits the terminal. */
	readonly theme?: ThemeName;
	readonly plain: boolean;
	readonly readOnly: boolean;
	/** An operation instead of a screen. */
	readonly script?: Script;
	/** A look or a wait instead of a screen. */
	readonly inquiry?: Inquiry;
	/** What `dm-top explain` is to explain: the words that follow it; absent without that command. */
	readonly explain?: readonly string[];
	readonly recording?: Recording;
	/** Where the simulation is served; '' for nowhere. */
	readonly listen: string;
	/** The file of the audit; '' for none. */
	readonly log: string;
};

/** A number between two bounds; undefined where the flag was not given. */
const bounded = (
	flag: string,
	value: number | undefined,
	least: number,
	most: number,
): number | undefined => {
	if (value !== undefined && !(value >= least && value <= most)) {
		throw new UsageError(`--${flag} takes a number from ${least} to ${most}.`);
	}

	return value;
};

/** The theme of the flag, else of the environment. */
const readTheme = (flag: string | undefined, environment: NodeJS.ProcessEnv): ThemeName | undefined => {
	const asked = flag ?? environment['DM_TOP_THEME'] ?? '';
	if (flag === undefined && asked === '') {
		return undefined;
	}

	const spelled = asked.trim().toLowerCase().replace('color', 'colour');
	const theme = themeNames.find(name => name === spelled);
	if (theme === undefined) {
		const asker = flag === undefined ? 'DM_TOP_THEME' : '--theme';
		throw new UsageError(`${asker} takes one of ${themeNames.join(', ')}, not “${asked}”.`);
	}

	return theme;
};

/** The cap of a recording, in bytes. */
const readSize = (text: string | undefined): number | undefined => {
	if (text === undefined) {
		return undefined;
	}

	const size = parseByteSize(text) ?? 0;
	if (size < 2 ** 20) {
		throw new UsageError('--record-max takes a size of 1M or more, such as 500M or 2G.');
	}

	return size;
};

type ScriptFlags = {
	readonly source?: string[];
	readonly position?: string;
	readonly sql?: string[];
	readonly removeMeta: boolean;
	readonly startTime?: string;
	readonly safeMode?: string;
	readonly yes: boolean;
	readonly wait: boolean;
};

/** The words of a script's command; undefined without any. */
const readScript = (words: readonly string[], flags: ScriptFlags): Script | undefined => {
	const {source = [], position = '', sql = [], startTime = '', safeMode = '', yes, wait} = flags;
	const withoutMeta = flags.removeMeta;
	if (words.length > 0) {
		return {words, sources: source, position, sql, withoutMeta, startTime, safeMode, yes, wait};
	}

	const texts = [...source, position, ...sql, startTime, safeMode];
	if (yes || wait || withoutMeta || texts.some(text => text !== '')) {
		throw new UsageError(
			'--source, --position, --sql, --remove-meta, --start-time, --safe-mode, --yes and --wait go with a command, such as pause.',
		);
	}

	return undefined;
};

/** `--file -` as one word: a lone dash would be taken for an argument. */
const joinDash = (argv: readonly string[]): string[] =>
	argv.flatMap((word, index) => {
		if (word === '--file' && argv[index + 1] === '-') {
			return ['--file=-'];
		}

		return word === '-' && argv[index - 1] === '--file' ? [] : [word];
	});

const known = {
	masterAddr: {type: 'string'},
	sslCa: {type: 'string'},
	sslCert: {type: 'string'},
	sslKey: {type: 'string'},
	file: {type: 'string'},
	simulate: {type: 'string'},
	provider: {type: 'string'},
	seed: {type: 'number'},
	speed: {type: 'number'},
	deadline: {type: 'number'},
	interval: {type: 'number'},
	name: {type: 'string'},
	once: {type: 'boolean', default: false},
	json: {type: 'boolean', default: false},
	ascii: {type: 'boolean', default: false},
	theme: {type: 'string'},
	plain: {type: 'boolean', default: false},
	readOnly: {type: 'boolean', default: false},
	log: {type: 'string'},
	source: {type: 'string', isMultiple: true, shortFlag: 's'},
	position: {type: 'string', shortFlag: 'b'},
	sql: {type: 'string', isMultiple: true},
	removeMeta: {type: 'boolean', default: false},
	startTime: {type: 'string'},
	safeMode: {type: 'string'},
	yes: {type: 'boolean', default: false},
	wait: {type: 'boolean', default: false},
	only: {type: 'string', isMultiple: true},
	task: {type: 'string', isMultiple: true},
	for: {type: 'string'},
	timeout: {type: 'string'},
	record: {type: 'string'},
	recordMax: {type: 'string'},
	redact: {type: 'boolean', default: false},
	replay: {type: 'string'},
	listen: {type: 'string'},
} as const;

/** Meow obeys these where they stand alone; beside others they do nothing. */
const alone: ReadonlySet<string> = new Set(['help', 'version']);

const dashed = (flag: string): string =>
	`--${flag.replaceAll(/[A-Z]/gv, letter => `-${letter.toLowerCase()}`)}`;

/**
 * Reads the command line. `--help` and `--version` print and end the program.
 * @throws {UsageError} when flags are unknown, wrong or do not go together.
 */
export const readFlags = (argv: readonly string[], environment: NodeJS.ProcessEnv): Flags => {
	const {flags, input} = meow(usage, {
		importMeta: import.meta,
		argv: joinDash(argv),
		// They are told below, in the words and the form of every other mistake.
		allowUnknownFlags: true,
		description: false,
		flags: known,
	});
	const strange = Object.keys(flags).find(flag => !Object.hasOwn(known, flag) && !alone.has(flag));
	if (strange !== undefined) {
		const name = strange.length === 1 ? `-${strange}` : dashed(strange);
		throw new UsageError(`There is no flag ${name}. See dm-top --help.`);
	}

	const explain = input[0] === 'explain' ? input.slice(1) : undefined;
	const inquiry = readInquiry(input, flags);
	if (typeof inquiry === 'string') {
		throw new UsageError(inquiry);
	}

	const script = readScript((explain ?? inquiry) ? [] : input, flags);

	const origins = (['masterAddr', 'file', 'simulate', 'provider', 'replay'] as const).filter(
		flag => flags[flag] !== undefined,
	);
	if (origins.length > 1) {
		throw new UsageError(
			'--master-addr, --file, --simulate, --provider and --replay exclude each other: dm-top watches one thing at a time.',
		);
	}

	for (const flag of [
		'masterAddr',
		'file',
		'provider',
		'replay',
		'record',
		'recordMax',
		'log',
		'listen',
	] as const) {
		if (flags[flag] === '') {
			throw new UsageError(`${dashed(flag)} needs a value.`);
		}
	}

	if (flags.json && !flags.once && !script) {
		throw new UsageError('--json requires --once or a command, such as pause.');
	}

	if (flags.listen !== undefined && (flags.simulate === undefined || flags.once || (script ?? inquiry))) {
		throw new UsageError('--listen goes with --simulate alone.');
	}

	if ((flags.seed !== undefined || flags.speed !== undefined) && flags.simulate === undefined) {
		throw new UsageError('--seed and --speed go with --simulate.');
	}

	if ((flags.recordMax !== undefined || flags.redact) && flags.record === undefined) {
		throw new UsageError('--record-max and --redact go with --record.');
	}

	const tls = {ca: flags.sslCa, cert: flags.sslCert, key: flags.sslKey};
	const fromEnvironment = environment['DM_MASTER_ADDR'] ?? '';
	const originOf = (): Origin => {
		if (flags.file !== undefined) {
			return {kind: 'file', path: flags.file};
		}

		if (flags.replay !== undefined) {
			return {kind: 'replay', path: flags.replay};
		}

		if (flags.simulate !== undefined) {
			const speed = bounded('speed', flags.speed, 0.01, 3600) ?? 1;
			return {
				kind: 'simulator',
				scenario: flags.simulate,
				seed: bounded('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
				speed,
			};
		}

		return flags.provider === undefined
			? {
					kind: 'http',
					addresses: flags.masterAddr ?? (fromEnvironment === '' ? '127.0.0.1:8261' : fromEnvironment),
					tls,
				}
			: {kind: 'module', path: flags.provider};
	};

	return {
		origin: originOf(),
		deadline: (bounded('deadline', flags.deadline, 0.1, 600) ?? 5) * 1000,
		interval: (bounded('interval', flags.interval, 1, 3600) ?? 2) * 1000,
		name: flags.name ?? '',
		once: flags.once,
		json: flags.json,
		ascii: flags.ascii,
		theme: readTheme(flags.theme, environment),
		plain: flags.plain,
		readOnly: flags.readOnly,
		log: flags.log ?? '',
		script,
		inquiry,
		explain,
		recording:
			flags.record === undefined
				? undefined
				: {path: flags.record, maxBytes: readSize(flags.recordMax), redact: flags.redact},
		listen: flags.listen ?? '',
	};
};
