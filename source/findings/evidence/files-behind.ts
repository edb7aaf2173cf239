/** Finds a reader that is more than one binlog file behind for minutes, or many files behind. */
import type {Since} from '../../monitor/since/lasting.js';
import type {Found} from '../rule.js';
import type {Thresholds} from '../thresholds.js';
import {timeText} from '../words.js';
import {say} from '../../language/say.js';

/** A distance in binlog files. */
export type FilesBehind = {
	readonly files: number | undefined;
	readonly since: Since | undefined;
	readonly who: 'The checkpoint is' | 'The relay is';
	readonly whom: 'the upstream' | 'the relay';
	/** When it was last reported, ms since the epoch. */
	readonly at: number;
};

/** The finding about such a distance; undefined while it is small, or not large and recent. */
export const gapFound = (
	{files, since, who, whom, at}: FilesBehind,
	thresholds: Thresholds,
): Found | undefined => {
	if (files === undefined || since === undefined) {
		return undefined;
	}

	const isLong = files > thresholds['files-behind'] && at - since.at >= thresholds['files-behind-for'] * 1000;
	return isLong || files > thresholds['files-behind-many']
		? {
				severity: 'warning',
				since: since.at,
				isSinceAtLeast: !since.isSeen,
				brief: say('{files} {files|file|files} behind {whom}', {files, whom: say(whom)}),
				what: isLong
					? say('{who} {files} binlog {files|file|files} behind {whom}, for {time}', {
							who: say(who),
							files,
							whom: say(whom),
							time: timeText(at - since.at),
						})
					: say('{who} {files} binlog {files|file|files} behind {whom}', {
							who: say(who),
							files,
							whom: say(whom),
						}),
				why: [],
				fix: [say('Find the cause: the plots (m) show which side is slow.')],
				operations: [],
				retries: 'yes',
			}
		: undefined;
};
