/** One look at a cluster, as `--once` and `check` take it. */
import {type Observed, observeOnce} from '../../../source/modes/once/observe-once.js';
import type {Observation} from '../../../source/providers/provider.js';
import {type CheckOptions, check} from '../../../source/modes/inquire/check.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';

/** When the answers of such a look come, ms since the epoch; it ends 2 s later. */
export const noon = Date.UTC(2026, 10, 23, 12);

/** A Sync that is level with its upstream. */
export const level = {
	masterBinlog: '(mysql-bin.000001, 400)',
	syncerBinlog: '(mysql-bin.000001, 400)',
	synced: true,
	binlogType: 'remote',
	secondsBehindMaster: '0',
};

/** A look at these observations; `untilEnd`: at all of them, else until there is a status. */
export const lookAt = async (observations: readonly Observation[], untilEnd: boolean): Promise<Observed> =>
	observeOnce(
		{
			name: 'test',
			title: 'prod',
			now: () => noon + 2000,
			async *observe() {
				yield* observations;
			},
		},
		{interval: 2000, untilEnd},
	);

/** What `dm-top check` prints of an answer, after `more`. */
export const checked = async (
	text: string,
	options: Partial<CheckOptions> = {},
	more: readonly Observation[] = [],
) => {
	const look = await lookAt([...more, {kind: 'status', at: noon, status: parseStatusDocument(text)}], false);
	const {code, text: lines} = check(look, {title: 'prod', only: [], tasks: [], ...options});
	return {code, lines: lines.trimEnd().split('\n')};
};
