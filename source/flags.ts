/**
 * What the flags of the command line mean together.
 */
import {type Arguments, UsageError} from './arguments.js';
import {type PrometheusAddress, readPrometheusAddress} from './providers/metrics/address.js';
import {parseByteSize} from './providers/byte-size.js';
import {type ThemeName, themeNames} from './components/theme-names.js';
import {readThresholds} from './read-thresholds.js';
import type {Thresholds} from './findings/thresholds.js';
import type {Alarm} from './modes/alarms/alarm.js';
import {type Inquiry, readInquiry} from './modes/inquire/inquiry.js';
import {codeOf, languageCodes} from './language/choose.js';

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
	/** Clicks and the wheel are dm-top's, not the terminal's. */
	readonly mouse: boolean;
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
	/** What is to happen at a new finding. */
	readonly alarm: Alarm;
	/** A store of metrics, for the past. */
	readonly prometheus?: PrometheusAddress;
	/** From which numbers on something is told. */
	readonly thresholds: Thresholds;
	/** The file of the audit log; '' for none. */
	readonly auditLog: string;
	/** The file for what the program does; '' for none. */
	readonly debug: string;
};

/** A number between two bounds; undefined where the flag was not given. */
const bounded = (flag: string, text: string | undefined, least: number, most: number): number | undefined => {
	if (text === undefined) {
		return undefined;
	}

	const value = text.trim() === '' ? NaN : Number(text);
	if (!(value >= least && value <= most)) {
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

/** Refuses a language that there is none of; which one is spoken was chosen before: see `languageOf`. */
const checkLanguage = (flag: string | undefined, environment: NodeJS.ProcessEnv): void => {
	const asked = flag ?? environment['DM_TOP_LANG'] ?? '';
	const isKnown = codeOf(asked) !== undefined || (flag === undefined && asked === '');
	if (isKnown) {
		return;
	}

	const asker = flag === undefined ? 'DM_TOP_LANG' : '--lang';
	throw new UsageError(`${asker} takes one of ${languageCodes.join(', ')}, not “${asked}”.`);
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

/** The store of metrics of the flag, else of the environment. */
const readPrometheus = (
	flags: Arguments['values'],
	environment: NodeJS.ProcessEnv,
): PrometheusAddress | undefined => {
	const address = flags.prometheus ?? environment['DM_TOP_PROMETHEUS'] ?? '';
	const {'prometheus-token-file': tokenFile, 'prometheus-label': labels} = flags;
	if (address === '') {
		if (tokenFile !== undefined || labels !== undefined) {
			throw new UsageError('--prometheus-token-file and --prometheus-label go with --prometheus.');
		}

		return undefined;
	}

	const read = readPrometheusAddress({address, tokenFile, labels});
	if (typeof read === 'string') {
		throw new UsageError(read);
	}

	return read;
};

/** The thresholds that are set as "NAME=VALUE", the others as they are by default. */
const thresholdsOf = (settings: readonly string[]): Thresholds => {
	const read = readThresholds(
		settings.map(setting => {
			const at = setting.indexOf('=');
			return at === -1 ? ([setting, ''] as const) : ([setting.slice(0, at), setting.slice(at + 1)] as const);
		}),
	);
	if (typeof read === 'string') {
		throw new UsageError(`--threshold NAME=VALUE: ${read}`);
	}

	return read;
};

/** The words of a script's command; undefined without any. */
const readScript = (words: readonly string[], flags: Arguments['values']): Script | undefined => {
	const {source = [], position = '', sql = [], yes, wait} = flags;
	const {'remove-meta': withoutMeta, 'start-time': startTime = '', 'safe-mode': safeMode = ''} = flags;
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

/** Flags that need a value. */
const needValue = [
	'master-addr',
	'file',
	'provider',
	'replay',
	'record',
	'record-max',
	'audit-log',
	'log',
	'debug',
	'listen',
	'prometheus',
	'prometheus-token-file',
	'on-finding',
] as const;

const origins = ['master-addr', 'file', 'simulate', 'provider', 'replay'] as const;

const originOf = (flags: Arguments['values'], environment: NodeJS.ProcessEnv): Origin => {
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

	if (flags.provider !== undefined) {
		return {kind: 'module', path: flags.provider};
	}

	const fromEnvironment = environment['DM_MASTER_ADDR'] ?? '';
	return {
		kind: 'http',
		addresses: flags['master-addr'] ?? (fromEnvironment === '' ? '127.0.0.1:8261' : fromEnvironment),
		tls: {ca: flags['ssl-ca'], cert: flags['ssl-cert'], key: flags['ssl-key']},
	};
};

/**
 * What a command line means.
 *
 * @throws {UsageError} when flags are wrong or do not go together.
 */
export const readFlags = (
	{values: flags, positionals: words}: Arguments,
	environment: NodeJS.ProcessEnv,
): Flags => {
	const explain = words[0] === 'explain' ? words.slice(1) : undefined;
	const inquiry = readInquiry(words, flags);
	if (typeof inquiry === 'string') {
		throw new UsageError(inquiry);
	}

	const script = readScript((explain ?? inquiry) ? [] : words, flags);

	checkLanguage(flags.lang, environment);

	if (words.length > 0 && (flags.once || flags.plain)) {
		throw new UsageError(
			`--${flags.once ? 'once' : 'plain'} does not apply to a command, such as ${words[0]!}.`,
		);
	}

	if (origins.filter(flag => flags[flag] !== undefined).length > 1) {
		throw new UsageError(
			'--master-addr, --file, --simulate, --provider and --replay exclude each other: dm-top watches one thing at a time.',
		);
	}

	const empty = needValue.find(flag => flags[flag] === '');
	if (empty !== undefined) {
		throw new UsageError(`--${empty} needs a value.`);
	}

	if (flags.json && !flags.once && !script) {
		throw new UsageError('--json requires --once or a command, such as pause.');
	}

	if (flags.mouse && (flags.once || flags.plain || words.length > 0)) {
		throw new UsageError('--mouse goes with the screen.');
	}

	if ((flags.bell || flags.notify) && (flags.once || flags.plain || words.length > 0)) {
		throw new UsageError('--bell and --notify go with the screen.');
	}

	if (flags['on-finding'] !== undefined && (flags.once || (words.length > 0 && inquiry?.kind !== 'export'))) {
		throw new UsageError('--on-finding goes with the screen, --plain or export.');
	}

	if (
		flags.listen !== undefined &&
		inquiry?.kind !== 'export' &&
		(flags.simulate === undefined || flags.once || (script ?? inquiry))
	) {
		throw new UsageError('--listen goes with --simulate alone, or with export.');
	}

	if ((flags.seed !== undefined || flags.speed !== undefined) && flags.simulate === undefined) {
		throw new UsageError('--seed and --speed go with --simulate.');
	}

	if ((flags['record-max'] !== undefined || flags.redact) && flags.record === undefined) {
		throw new UsageError('--record-max and --redact go with --record.');
	}

	return {
		origin: originOf(flags, environment),
		deadline: (bounded('deadline', flags.deadline, 0.1, 600) ?? 5) * 1000,
		interval: (bounded('interval', flags.interval, 1, 3600) ?? 2) * 1000,
		name: flags.name ?? '',
		once: flags.once,
		json: flags.json,
		ascii: flags.ascii,
		theme: readTheme(flags.theme, environment),
		plain: flags.plain,
		mouse: flags.mouse,
		readOnly: flags['read-only'],
		auditLog: flags['audit-log'] ?? flags.log ?? '',
		debug: flags.debug ?? '',
		script,
		inquiry,
		explain,
		recording:
			flags.record === undefined
				? undefined
				: {path: flags.record, maxBytes: readSize(flags['record-max']), redact: flags.redact},
		alarm: {bell: flags.bell, notification: flags.notify, command: flags['on-finding'] ?? ''},
		prometheus: readPrometheus(flags, environment),
		thresholds: thresholdsOf(flags.threshold ?? []),
		listen: inquiry ? '' : (flags.listen ?? ''),
	};
};
