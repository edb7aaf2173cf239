/** Flags that are incompatible, or have no effect where they are given. */
import {say} from '../../language/say.js';
import type {InquireCommand} from '../../modes/inquire/inquiry.js';
import type {FlagKind} from '../../settings/flags/flag.js';
import {flagTable, type FlagValues} from '../../settings/flags/flags.js';
import {UsageError} from '../../settings/usage-error.js';
import type {Script} from './script-flags.js';

/** Kinds of flags for which an empty value counts as missing: a shell passes one where a variable is not set. */
const needValue: ReadonlySet<FlagKind['type']> = new Set(['text', 'path', 'addresses', 'list']);

/** The flag that was given without a value that it needs; undefined for none. A scenario has a default. */
const emptyOf = (flags: FlagValues): string | undefined =>
	Object.entries(flags).find(
		([name, value]) =>
			name !== 'simulate' &&
			needValue.has(flagTable.get(name)!.kind.type) &&
			(Array.isArray(value) ? value.includes('') : value === ''),
	)?.[0];

const origins = ['master-addr', 'file', 'simulate', 'provider', 'replay'] as const;

/** Flags that have no effect without a screen. */
const ofTheScreen = ['mouse', 'bell', 'notify', 'theme'] as const;

/** The request. */
type AskedFlags = {
	/** Flags on the command line. */
	readonly flags: FlagValues;
	/** Values from all sources of settings. */
	readonly values: FlagValues;
	/** The command and its arguments. */
	readonly words: readonly string[];
	readonly script: Script | undefined;
	readonly inquiry: InquireCommand | undefined;
};

/**
 * Checks that the given flags are compatible.
 *
 * @throws {UsageError} Naming those that do not.
 */
export const refuseTogether = ({flags, values, words, script, inquiry}: AskedFlags): void => {
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

	const empty = emptyOf(flags);
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
};
