/** Where the observations come from, and what is stored. */
import {parseByteSize} from '../../components/read-quantity.js';
import type {TlsFiles} from '../../providers/dm-master/connection/tls-files.js';
import {typedNumber} from '../../settings/flags/check-value.js';
import type {FlagValues} from '../../settings/flags/flags.js';

/** Where the observations come from. */
export type Origin =
	| {
			readonly kind: 'http';
			readonly addresses: string;
			readonly tls: TlsFiles;
	  }
	| {readonly kind: 'file'; readonly path: string}
	| {readonly kind: 'simulator'; readonly scenario: string; readonly seed?: number; readonly speed: number}
	| {readonly kind: 'module'; readonly path: string}
	| {readonly kind: 'replay'; readonly path: string};

/** The number that a flag holds; undefined where it is not given. */
export const optionalNumber = (text: string | undefined): number | undefined =>
	text === undefined ? undefined : typedNumber(text);

/** The origin that the flags name. */
export const originOf = (flags: FlagValues): Origin => {
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

/** The name under which the state of the screen is saved; '' for a file and a recording, for which it is not. */
export const keptAs = (values: FlagValues, profile: string): string => {
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

/** A file, a recording and a simulation have no past that continues: nothing is remembered about them. */
export const memoryOf = (values: FlagValues): {readonly maxBytes: number} | undefined => {
	const {kind} = originOf(values);
	return (values.memory ?? true) && (values.state ?? true) && (kind === 'http' || kind === 'module')
		? {maxBytes: parseByteSize(values['memory-max'] ?? '64M')!}
		: undefined;
};
