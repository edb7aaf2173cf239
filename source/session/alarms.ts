/**
 * Which findings are news, and should raise an alarm.
 */
import type {DiagnosedView} from '../findings/diagnosis.js';
import {type Finding, isWarning} from '../findings/finding.js';
import {nameWithWorker} from '../findings/journal/finding-name.js';
import {createUnseen} from '../findings/journal/unseen.js';
import {isLearnt} from '../monitor/is-learnt.js';
import type {ClusterSource} from './cluster-source.js';

/** A finding that was gone for less than this is not news, ms: it flaps. */
const flapping = 300_000;

/** As much of a finding as tells whether it can be seen: its texts, which may be long, are not kept while it is gone. */
const withoutTexts = ({error, ...finding}: Finding): Finding => ({...finding, what: '', why: [], fix: []});

/**
 * Calls back with the findings of warning or worse that have come since the beginning, worst first; returns a function
 * that stops it. Findings present at the start are not news.
 */
export const watchFindings = (
	cluster: Pick<ClusterSource, 'subscribe' | 'current'>,
	onNew: (findings: readonly Finding[], view: DiagnosedView) => void,
): (() => void) => {
	/** The last of each, and when it was last present, ms since the epoch. */
	const seen = new Map<string, {readonly finding: Finding; readonly at: number}>();
	let lookedAt = -Infinity;
	let hasBegun = false;
	const look = (): void => {
		const view = cluster.current();
		const isUnseen = createUnseen(view);
		for (const [key, {finding, at}] of seen) {
			// A finding in the last view has not been gone, however long ago that was: dm-top may have been suspended.
			if (at !== lookedAt && view.now - at > flapping) {
				seen.delete(key);
			} else if (isUnseen(finding)) {
				seen.set(key, {finding, at: view.now});
			} else if (at !== lookedAt) {
				seen.set(key, {finding: withoutTexts(finding), at});
			}
		}

		const found = view.diagnosis.findings.filter(finding => isWarning(finding));
		const news = found.filter(finding => !seen.has(nameWithWorker(finding)));
		for (const finding of found) {
			seen.set(nameWithWorker(finding), {finding, at: view.now});
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
