/**
 * What the flags of the command line mean together.
 */
import {type PrometheusAddress} from '../../providers/metrics/prometheus/address.js';
import {type WorkerAddresses} from '../../providers/metrics/worker-pages/worker-addresses.js';
import {parseByteSize} from '../../components/read-quantity.js';
import type {ClusterColour} from '../../components/theme/cluster-colours.js';
import {type ThemeName, themeNames} from '../../components/theme/theme-names.js';
import {readThresholds} from '../../settings/flags/read-thresholds.js';
import type {Thresholds} from '../../findings/thresholds.js';
import type {Alarm} from '../../modes/alarms/alarm.js';
import {type InquireCommand, readInquiry} from '../../modes/inquire/inquiry.js';
import {matchingChoice} from '../../settings/flags/check-value.js';
import type {Resolved, GivenValue} from '../../settings/resolve.js';
import {UsageError} from '../../settings/usage-error.js';
import {keptAs, optionalNumber, originOf, type Origin, memoryOf} from './origin.js';
import type {Arguments} from './arguments.js';
import {readWorkerMetrics, readPrometheus} from './metrics-flags.js';
import {type Script, readScript} from './script-flags.js';
import {refuseTogether} from './refuse-together.js';

/** What has to be recorded. */
export type Recording = {readonly path: string; readonly maxBytes?: number; readonly redact: boolean};

/** The flags of a run, parsed, with every default filled in. */
export type Flags = {
	readonly origin: Origin;
	/** Ms */
	readonly deadline: number;
	/** Ms */
	readonly interval: number;
	readonly name: string;
	/** The requested profile; '' for none. */
	readonly profile: string;
	/** The colour of the name in the header. */
	readonly colour?: ClusterColour;
	/** Whether every operation asks for the cluster's name. */
	readonly typesName: boolean;
	/**
	 * The name under which what is set on the screen is kept: `@prod`, or what is watched; '' where nothing is saved.
	 */
	readonly keptAs: string;
	/** Where the theme and the language come from. */
	readonly themeSaid?: GivenValue;
	readonly languageSaid?: GivenValue;
	/** How to keep the last hours on disk; absent where they are not kept. */
	readonly memory?: {readonly maxBytes: number};
	readonly once: boolean;
	readonly json: boolean;
	readonly ascii: boolean;
	/** Undefined: chosen to suit the terminal. */
	readonly theme?: ThemeName;
	readonly plain: boolean;
	/** Whether dm-top handles the mouse. */
	readonly mouse: boolean;
	readonly readOnly: boolean;
	/** An operation instead of a screen. */
	readonly script?: Script;
	/** A check or a wait instead of a screen. */
	readonly inquiry?: InquireCommand;
	/** What `dm-top explain` has to explain: the words after it; absent without that command. */
	readonly explain?: readonly string[];
	readonly recording?: Recording;
	/** Where the simulation is served; '' for nowhere. */
	readonly listen: string;
	/** What happens at a new finding. */
	readonly alarm: Alarm;
	/** A store of metrics, for the past. */
	readonly prometheus?: PrometheusAddress;
	/** The workers whose metrics are read directly, where there is no such store. */
	readonly workerMetrics?: WorkerAddresses;
	/** Thresholds from which something is reported. */
	readonly thresholds: Thresholds;
	/** The file of the audit log; '' for none. */
	readonly auditLog: string;
	/** The file for what the program does; '' for none. */
	readonly debug: string;
};

/** The thresholds that are set as "NAME=VALUE", the others at their defaults. */
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

/**
 * The meaning of a command line: whether flags are compatible is decided by those that were given, and their meaning by
 * all sources of settings.
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

	const isWait = inquiry?.kind === 'wait';
	const script = readScript((explain ?? inquiry) ? [] : words, isWait ? {...flags, source: []} : flags);

	refuseTogether({flags, values, words, script, inquiry});
	const {once: isOnce = false} = flags;
	const isCommand = words.length > 0;
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
		theme: values.theme === undefined ? undefined : matchingChoice(themeNames, values.theme),
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
