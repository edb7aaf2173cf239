/** What each version of DM supports: unsupported operations are refused with a message before they are sent. */
import {say} from '../../../language/say.js';
import type {Operation} from '../../operation.js';

/** The numbers of "v7.5.5"; undefined when the version is unknown, which counts as new. */
const numbersOf = (version: string): readonly [major: number, minor: number] | undefined => {
	const {major, minor} = /^v?(?<major>\d+)\.(?<minor>\d+)/v.exec(version)?.groups ?? {};
	return major === undefined ? undefined : [Number(major), Number(minor)];
};

/** Whether a version is known to be older than another, such as "6.0". */
export const isBefore = (version: string, other: string): boolean => {
	const known = numbersOf(version);
	const limit = numbersOf(other);
	return (
		known !== undefined &&
		limit !== undefined &&
		(known[0] < limit[0] || (known[0] === limit[0] && known[1] < limit[1]))
	);
};

/**
 * The parts of an operation that came after DM 2.0, and with which version: an older one would silently do something
 * else.
 */
const needOf = (operation: Operation): readonly [what: string, since: string] | undefined => {
	switch (operation.kind) {
		case 'binlog-inject':
		case 'binlog-list': {
			return [operation.kind, '6.0'];
		}

		case 'start': {
			return operation.startTime === undefined || operation.startTime === ''
				? undefined
				: [say('a start time'), '6.0'];
		}

		case 'schema-set': {
			return 'from' in operation.schema
				? [
						operation.schema.from === 'upstream'
							? say('taking columns from the upstream')
							: say('taking columns from the downstream'),
						'6.0',
					]
				: undefined;
		}

		default: {
			return undefined;
		}
	}
};

/** Whether DM's version matters. */
export const needsVersion = (operation: Operation): boolean =>
	operation.kind === 'stop' || needOf(operation) !== undefined;

/** Why this version of DM cannot do it; undefined when it can, or is unknown. */
export const missingIn = (version: string, operation: Operation): string | undefined => {
	const [what, since] = needOf(operation) ?? [];
	return what !== undefined && since !== undefined && isBefore(version, since)
		? say('DM {version} does not have {what}: it came with DM {since}', {version, what, since})
		: undefined;
};
