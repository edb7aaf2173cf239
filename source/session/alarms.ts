/**
 * Which findings are news: those that a person who looks away should be told of.
 */
import type {DiagnosedView} from '../findings/diagnose.js';
import {type Finding, isWarning} from '../findings/finding.js';
import {isLearnt} from '../monitor/learnt.js';
import type {ClusterSource} from './cluster-source.js';

/** What went away for less than this and is back is no news, ms: it flaps. */
const flapping = 300_000;

const keyOf = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, worker, master]);

/**
 * Calls back with the findings of warning or worse that have come since the beginning, worst first; gives what ends it.
 * What was there when dm-top came is no news.
 */
export const watchFindings = (
	cluster: Pick<ClusterSource, 'subscribe' | 'current'>,
	onNew: (findings: readonly Finding[], view: DiagnosedView) => void,
): (() => void) => {
	/** When each was last there, ms since the epoch. */
	const seen = new Map<string, number>();
	let lookedAt = -Infinity;
	let hasBegun = false;
	const look = (): void => {
		const view = cluster.current();
		for (const [key, at] of seen) {
			// What was there at the last look has not been away, however long ago that was: dm-top may have been stopped.
			if (at !== lookedAt && view.now - at > flapping) {
				seen.delete(key);
			}
		}

		const found = view.diagnosis.findings.filter(finding => isWarning(finding));
		const news = found.filter(finding => !seen.has(keyOf(finding)));
		for (const finding of found) {
			seen.set(keyOf(finding), view.now);
		}

		lookedAt = view.now;

		if (hasBegun && news.length > 0) {
			onNew(news, view);
		}

		hasBegun ||= isLearnt(view);
	};

	look();
	return cluster.subscribe(look);
};
