/** More than a binlog file between upstream, relay and syncer, for minutes. */
import type {Since} from '../../monitor/since/lasting.js';
import type {Found} from '../rule.js';
import type {Thresholds} from '../thresholds.js';
import {countText, timeText} from '../words.js';

/** A distance in binlog files. */
export type Gap = {
	readonly files: number | undefined;
	readonly since: Since | undefined;
	/** "The checkpoint is", "The relay is". */
	readonly who: string;
	/** "the upstream", "the relay". */
	readonly whom: string;
	/** When it was last told, ms since the epoch. */
	readonly at: number;
};

/** What is found of a gap; undefined while it is small, or young. */
export const gapFound = ({files, since, who, whom, at}: Gap, thresholds: Thresholds): Found | undefined =>
	files !== undefined &&
	since !== undefined &&
	files > thresholds['files-behind'] &&
	at - since.at >= thresholds['files-behind-for'] * 1000
		? {
				severity: 'warning',
				since: since.at,
				isSinceAtLeast: !since.isSeen,
				brief: `${countText(files, 'file')} behind ${whom}`,
				what: `${who} ${countText(files, 'binlog file')} behind ${whom}, for ${timeText(at - since.at)}`,
				why: [],
				fix: ['See what holds it up: the plots (m) tell which side is slow.'],
				operations: [],
				retries: 'yes',
			}
		: undefined;
