import {gtidGaps, type GtidInterval, parseGtidSet} from '../../../dm/positions/gtid.js';
import type {Sync} from '../../../dm/status.js';
import type {SubtaskView} from '../../../monitor/view.js';
import type {Rule} from '../../rule.js';
import {fixed} from '../../thresholds.js';
import {say} from '../../../language/say.js';

/** An interval that does not begin with the first transaction of its server: without one there cannot be a gap. */
const laterInterval = /:(?!1(?:[\s,\-]|$))/v;

/** Transactions near the head may still be in flight, unless nothing is any more. */
const isSettled = ({distance, subtask}: SubtaskView, gap: GtidInterval, head: bigint): boolean =>
	subtask.sync?.synced === true ||
	(distance?.files === 0 && distance.bytes === 0) ||
	gap.last + fixed.gtidHead < head;

type ServerGap = {readonly server: string; readonly intervals: readonly GtidInterval[]};

const findGaps = (view: SubtaskView, {masterBinlogGtid, syncerBinlogGtid}: Sync): readonly ServerGap[] => {
	if (masterBinlogGtid === syncerBinlogGtid || !laterInterval.test(syncerBinlogGtid)) {
		return [];
	}

	const master = parseGtidSet(masterBinlogGtid);
	const syncer = parseGtidSet(syncerBinlogGtid);
	if (!master || !syncer) {
		return [];
	}

	return gtidGaps(syncer, master)
		.map(({server, head, intervals}) => ({
			server,
			intervals: intervals.filter(gap => isSettled(view, gap, head)),
		}))
		.filter(({intervals}) => intervals.length > 0);
};

const count = (intervals: readonly GtidInterval[]): bigint => {
	let sum = 0n;
	for (const {first, last} of intervals) {
		sum += last - first + 1n;
	}

	return sum;
};

/** The number of intervals that are named; the rest is counted. */
const mostNamed = 5;

const gapText = ({server, intervals}: ServerGap): string => {
	const named = intervals
		.slice(0, mostNamed)
		.map(({first, last}) => (first === last ? String(first) : `${first}-${last}`));
	const more = intervals.length - named.length;
	return `${say('{count} {count|transaction|transactions} of {server}: {ranges}', {count: count(intervals), server, ranges: named.join(', ')})}${more > 0 ? say(' and {more} more ranges', {more}) : ''}`;
};

export const rule: Rule = {
	kind: 'gtid-gap',
	order: 60,
	title: 'Upstream transactions are missing from the checkpoint',
	reportedWhen:
		'The GTID set of the upstream contains transactions of a server that are missing from the checkpoint, although the checkpoint has later transactions of the same server: DM skipped them.',
	silentWhen:
		'The sets differ only at the end: that is lag. A gap near the end, while the subtask is not level, may be transactions that the upstream wrote out of order.',
	needs: ['details'],
	health: 'error',
	ofSubtask(view) {
		const {sync} = view.subtask;
		const gaps = sync ? findGaps(view, sync) : [];
		if (gaps.length === 0) {
			return undefined;
		}

		const missing = count(gaps.flatMap(({intervals}) => intervals));
		return {
			severity: 'critical',
			isSinceAtLeast: true,
			brief: say('{missing} {missing|transaction|transactions} missing', {missing}),
			what: say(
				'{missing} {missing|transaction|transactions} of the upstream {missing|is|are} not in the checkpoint',
				{missing},
			),
			why: [
				...gaps.map(gap => gapText(gap)),
				say(
					'The checkpoint has later transactions of the same server, so DM will not replicate these any more',
				),
			],
			fix: [
				say(
					'Check what they contain in the upstream: mysqlbinlog --include-gtids. They may be empty or filtered.',
				),
				say('Otherwise compare the data with validation or sync-diff-inspector, and repair the differences.'),
			],
			operations: ['validation-start'],
			retries: 'no',
		};
	},
};
