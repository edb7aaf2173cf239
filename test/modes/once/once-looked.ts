/** One look at recorded answers, as `--once` prints it. */
import type {ParsedStatus} from '../../../source/dm/status.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {observeOnce} from '../../../source/modes/once/observe-once.js';
import type {Observation, Provider} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';

export const noon = Date.UTC(2026, 10, 23, 12);

export const provider = (status: ParsedStatus, more: readonly Observation[] = []): Provider => ({
	name: 'test',
	title: 'prod',
	now: () => noon + 2000,
	async *observe() {
		yield* more;
		yield {kind: 'status', at: noon, status};
	},
});

export const lookAt = async (fixture: string, more?: readonly Observation[]) =>
	observeOnce(provider(parseStatusDocument(readFixture(fixture)), more), {interval: 2000, untilEnd: false});

export const ddlLock = 'dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json';

/** An answer, and since then nothing. */
export const outage = async () => {
	const problem = {what: 'connection refused', fix: '', detail: ''};
	const status = parseStatusDocument(readFixture(ddlLock));
	const over: Provider = {
		...provider(status),
		now: () => noon + 12_000,
		async *observe() {
			yield {kind: 'status', at: noon, status};
			yield {kind: 'silence', at: noon + 2000, problem};
		},
	};
	return observeOnce(over, {interval: 2000, untilEnd: true});
};
