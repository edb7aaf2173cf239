/**
 * What the flags of the command line mean together.
 */
import {say} from './language/say.js';
import type {Arguments} from './arguments.js';
import {type PrometheusAddress, readPrometheusAddress} from './providers/metrics/address.js';
import {readWorkerAddresses, type WorkerAddresses} from './providers/metrics/worker-addresses.js';
import {parseByteSize} from './components/read-quantity.js';
import type {ClusterColour} from './components/cluster-colours.js';
import {type ThemeName, themeNames} from './components/theme-names.js';
import {readThresholds} from './settings/read-thresholds.js';
import type {Thresholds} from './findings/thresholds.js';
import type {Alarm} from './modes/alarms/alarm.js';
import {type Inquiry, readInquiry} from './modes/inquire/inquiry.js';
import {choiceOf, numberOf} from './settings/check-value.js';
import type {FlagValues} from './settings/flags.js';
import type {Resolved, Said} from './settings/resolve.js';
import {UsageError} from './settings/usage-error.js';

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
	/** The name that the cluster must have; '' for any. */
	readonly confirmCluster: string;
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
	/** The profile that was asked for; '' for none. */
	readonly profile: string;
	/** Of the name in the header. */
	readonly colour?: ClusterColour;
	/** Every operation asks for the cluster's name. */
	readonly typesName: boolean;
	/** The name under which what is set on the screen is kept: `@prod`, or what is watched; '' where nothing is kept. */
	readonly keptAs: string;
	/** Who said the theme, and the language. */
	readonly themeSaid?: Said;
	readonly languageSaid?: Said;
	/** The last hours, kept on disk; absent where they are not. */
	readonly memory?: {readonly maxBytes: number};
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
	/** Whose metrics are read directly, where there is no such store. */
	readonly workerMetrics?: WorkerAddresses;
	/** From which numbers on something is told. */
	readonly thresholds: Thresholds;
	/** The file of the audit log; '' for none. */
	readonly auditLog: string;
	/** The file for what the program does; '' for none. */
	readonly debug: string;
};

/** The store of metrics, where one is named. */
const readPrometheus = (values: FlagValues): PrometheusAddress | undefined => {
	const {prometheus: address = '', 'prometheus-token-file': tokenFile, 'prometheus-label': labels} = values;
	if (address === '') {
		return undefined;
	}

	const read = readPrometheusAddress({address, tokenFile, labels});
	if (typeof read === 'string') {
		throw new UsageError(read);
	}

	return read;
};

/** The workers whose metrics are read directly. */
const readWorkerMetrics = (values: FlagValues): WorkerAddresses | undefined => {
	const {'worker-metrics': text, 'ssl-ca': ca, prometheus} = values;
	if (text === undefined) {
		return undefined;
	}

	if (prometheus !== undefined) {
		throw new UsageError(say('Give --prometheus or --worker-metrics, not both.'));
	}

	const read = readWorkerAddresses(text, ca !== undefined);
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
const readScript = (words: readonly string[], flags: FlagValues): Script | undefined => {
	const {source = [], position = '', sql = [], yes = false, wait = false} = flags;
	const {
		'confirm-cluster': confirmCluster = '',
		'remove-meta': withoutMeta = false,
		'start-time': startTime = '',
		'safe-mode': safeMode = '',
	} = flags;
	if (words.length > 0) {
		return {
			words,
			sources: source,
			position,
			sql,
			withoutMeta,
			startTime,
			safeMode,
			yes,
			confirmCluster,
			wait,
		};
	}

	const texts = [...source, position, ...sql, startTime, safeMode, confirmCluster];
	if (yes || wait || withoutMeta || texts.some(text => text !== '')) {
		throw new UsageError(
			say(
				'--source, --position, --sql, --remove-meta, --start-time, --safe-mode, --yes, --confirm-cluster and --wait go with a command, such as pause.',
			),
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
	'worker-metrics',
	'on-finding',
	'confirm-cluster',
] as const;

const origins = ['master-addr', 'file', 'simulate', 'provider', 'replay'] as const;

const optionalNumber = (text: string | undefined): number | undefined =>
	text === undefined ? undefined : numberOf(text);

const originOf = (flags: FlagValues): Origin => {
	if (flags.file !== undefined) {
		return {kind: 'file', path: flags.file};
	}

	if (flags.replay !== undefined) {
		return {kind: 'replay', path: flags.replay};
	}

	if (flags.simulate !== undefined) {
		return {
			kind: 'simulator',
			scenario: flags.simulate,
			seed: optionalNumber(flags.seed),
			speed: optionalNumber(flags.speed) ?? 1,
		};
	}

	if (flags.provider !== undefined) {
		return {kind: 'module', path: flags.provider};
	}

	return {
		kind: 'http',
		addresses: flags['master-addr'] ?? '127.0.0.1:8261',
		tls: {ca: flags['ssl-ca'], cert: flags['ssl-cert'], key: flags['ssl-key']},
	};
};

/** What is watched, where one may expect to find it again as one left it; '' for a file and a recording. */
const keptAs = (values: FlagValues, profile: string): string => {
	if (profile !== '') {
		return `@${profile}`;
	}

	const origin = originOf(values);
	switch (origin.kind) {
		case 'http': {
			return origin.addresses;
		}

		case 'simulator': {
			return `simulated ${origin.scenario}`;
		}

		case 'module': {
			return origin.path;
		}

		case 'file':
		case 'replay': {
			return '';
		}
	}
};

/** A file, a recording and a simulation are no cluster whose past goes on: nothing is remembered of them. */
const memoryOf = (values: FlagValues): Flags['memory'] => {
	const {kind} = originOf(values);
	return (values.memory ?? true) && (values.state ?? true) && (kind === 'http' || kind === 'module')
		? {maxBytes: parseByteSize(values['memory-max'] ?? '64M')!}
		: undefined;
};

/** Flags that mean nothing without a screen. */
const ofTheScreen = ['mouse', 'bell', 'notify', 'theme'] as const;

/**
 * What a command line means: which flags go together is asked of those that were given, and what they mean of all that was
 * said.
 *
 * @throws {UsageError} when flags are wrong or do not go together.
 */
export const readFlags = ({values: flags, positionals: words}: Arguments, resolved: Resolved): Flags => {
	const {values} = resolved;
	const explain = words[0] === 'explain' ? words.slice(1) : undefined;
	const inquiry = readInquiry(words, {
		...flags,
		listen: words[0] === 'export' ? values.listen : flags.listen,
	});
	if (typeof inquiry === 'string') {
		throw new UsageError(inquiry);
	}

	const script = readScript((explain ?? inquiry) ? [] : words, flags);

	const {once: isOnce = false, plain: isPlain = false} = flags;
	const isCommand = words.length > 0;
	if (isCommand && (isOnce || isPlain)) {
		throw new UsageError(
			say('{flag} does not apply to a command, such as {command}.', {
				flag: isOnce ? '--once' : '--plain',
				command: words[0]!,
			}),
		);
	}

	if (origins.filter(flag => flags[flag] !== undefined).length > 1) {
		throw new UsageError(
			say(
				'--master-addr, --file, --simulate, --provider and --replay exclude each other: dm-top watches one thing at a time.',
			),
		);
	}

	const empty = needValue.find(flag => flags[flag] === '');
	if (empty !== undefined) {
		throw new UsageError(say('{flag} needs a value.', {flag: `--${empty}`}));
	}

	if (flags.json && !flags.once && !script) {
		throw new UsageError(say('--json requires --once or a command, such as pause.'));
	}

	const onScreen = ofTheScreen.find(flag => flags[flag] !== undefined && flags[flag] !== false);
	if (onScreen !== undefined && (isOnce || isPlain || isCommand)) {
		throw new UsageError(say('{flag} goes with the screen.', {flag: `--${onScreen}`}));
	}

	if (flags['on-finding'] !== undefined && (isOnce || (isCommand && inquiry?.kind !== 'export'))) {
		throw new UsageError(say('--on-finding goes with the screen, --plain or export.'));
	}

	if (
		flags.listen !== undefined &&
		inquiry?.kind !== 'export' &&
		(flags.simulate === undefined || isOnce || (script ?? inquiry))
	) {
		throw new UsageError(say('--listen goes with --simulate alone, or with export.'));
	}

	if ((flags.seed !== undefined || flags.speed !== undefined) && flags.simulate === undefined) {
		throw new UsageError(say('--seed and --speed go with --simulate.'));
	}

	if ((flags['record-max'] !== undefined || flags.redact) && flags.record === undefined) {
		throw new UsageError(say('--record-max and --redact go with --record.'));
	}

	if (
		(flags['prometheus-token-file'] !== undefined || flags['prometheus-label'] !== undefined) &&
		(values.prometheus ?? '') === ''
	) {
		throw new UsageError(say('--prometheus-token-file and --prometheus-label go with --prometheus.'));
	}

	return {
		origin: originOf(values),
		deadline: (optionalNumber(values.deadline) ?? 5) * 1000,
		interval: (optionalNumber(values.interval) ?? 2) * 1000,
		name: values.name ?? resolved.profile,
		profile: resolved.profile,
		colour: resolved.colour,
		typesName: resolved.typesName,
		keptAs: (values.state ?? true) ? keptAs(values, resolved.profile) : '',
		themeSaid: resolved.said.get('theme'),
		languageSaid: resolved.said.get('lang'),
		memory: memoryOf(values),
		once: isOnce,
		json: flags.json ?? false,
		ascii: values.ascii ?? false,
		theme: values.theme === undefined ? undefined : choiceOf(themeNames, values.theme),
		plain: !isCommand && !isOnce && (values.plain ?? false),
		mouse: values.mouse ?? false,
		readOnly: values['read-only'] ?? false,
		auditLog: values['audit-log'] ?? flags.log ?? '',
		debug: values.debug ?? '',
		script,
		inquiry,
		explain,
		recording:
			flags.record === undefined
				? undefined
				: {
						path: flags.record,
						maxBytes: values['record-max'] === undefined ? undefined : parseByteSize(values['record-max']),
						redact: values.redact ?? false,
					},
		alarm: {
			bell: values.bell ?? false,
			notification: values.notify ?? false,
			command: values['on-finding'] ?? '',
		},
		prometheus: readPrometheus(values),
		workerMetrics: readWorkerMetrics(values),
		thresholds: thresholdsOf(values.threshold ?? []),
		listen: inquiry ? '' : (flags.listen ?? ''),
	};
};
