/**
 * The events about findings: one when a finding begins, one when it is over. Errors that DM retries come and go every
 * few seconds: they are one event with a count. Pure: each view gives the next journal.
 */
import {isSameError} from '../../dm/errors.js';
import {finish, type Steps} from '../../dm/steps.js';
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';
import {gather, gatherBack, withoutThoseOfCluster} from './all-sources.js';
import {begin, comeBack} from './begin.js';
import {end} from './end.js';
import {nameOf} from './finding-name.js';
import type {Journal, NamedFinding, ReportedFinding} from './reported.js';
import {notAfter} from './set-back.js';
import {createUnseen} from './unseen.js';

/**
 * An error that DM retries is over when it has not come back for this long, ms: it comes back within seconds of a
 * retry.
 */
const patience = 60_000;

/** Steps are long enough that checking the clock between them costs little. */
const findingsInStep = 100;

function* namesOf(findings: readonly Finding[]): Steps<ReadonlyMap<string, Finding>> {
	const named = new Map<string, Finding>();
	for (const [index, finding] of findings.entries()) {
		if (index % findingsInStep === findingsInStep - 1) {
			yield;
		}

		const name = nameOf(finding);
		// Of two of one kind at one place the first is the worse one.
		if (!named.has(name)) {
			named.set(name, finding);
		}
	}

	return named;
}

/** Whether it has another error than before: that is news. */
const isOther = ({error: before}: Finding, {error: now}: Finding): boolean =>
	before === undefined || now === undefined ? before !== now : !isSameError(before, now);

const noteSeen = (journal: Journal, {at, sources, masters, workers}: DiagnosedView): Journal => {
	const fresh = sources.filter(source => source.at > 0 && !journal.seen.has(source.source));
	// Findings of things that no longer exist need no event.
	const isFull = journal.seen.size > 2 * sources.length + 100;
	const hasBegun = journal.hasBegun || at > 0;
	const hasMembers = journal.hasMembers || masters.length + workers.length > 0;
	return fresh.length === 0 && !isFull && hasBegun === journal.hasBegun && hasMembers === journal.hasMembers
		? journal
		: {
				...journal,
				hasBegun,
				hasMembers,
				seen: new Set([
					...(isFull
						? sources.flatMap(({source}) => (journal.seen.has(source) ? source : []))
						: journal.seen),
					...fresh.map(({source}) => source),
				]),
			};
};

/**
 * `nextJournal` in steps.
 *
 * @yields Between two steps.
 */
export function* journalSteps(last: Journal, view: DiagnosedView, at: number): Steps<Journal> {
	const before = withoutThoseOfCluster(notAfter(last, at), view);
	const named = yield* namesOf(view.diagnosis.findings);
	const begun: NamedFinding[] = [];
	const back = new Set<string>();
	for (const [name, finding] of named) {
		const entry = before.reported.get(name);
		if (!entry || isOther(entry.finding, finding)) {
			begun.push([name, finding]);
		} else if (entry.gone !== undefined) {
			back.add(name);
		}
	}

	yield;
	const absent = [...before.reported].filter(([name]) => !named.has(name));
	const isUnseen = absent.length > 0 ? createUnseen(view) : () => false;
	const missing = absent.filter(([, {finding}]) => !isUnseen(finding));
	const isOver = ({finding, gone}: ReportedFinding): boolean =>
		finding.retries === 'yes' && finding.error !== undefined
			? gone !== undefined && at - gone >= patience
			: true;
	const over = missing.filter(([, entry]) => isOver(entry));
	const going = missing.filter(([, entry]) => !isOver(entry) && entry.gone === undefined);

	yield;
	let journal = before;
	if (going.length > 0) {
		const reported = new Map(journal.reported);
		for (const [name, entry] of going) {
			reported.set(name, {...entry, gone: at});
		}

		journal = {...journal, reported};
	}

	if (back.size > 0) {
		journal = comeBack(journal, back, at);
	}

	if (over.length > 0) {
		yield;
		journal = end(journal, view, {over, begun}, at);
		yield;
		journal = gatherBack(journal, view, at);
	}

	if (begun.length > 0) {
		yield;
		journal = yield* begin(journal, view, begun, at);
		yield;
		journal = gather(journal, view, at);
	}

	yield;
	return noteSeen(journal, view);
}

/**
 * The journal after a view; the same object where nothing began or ended. `at` is the time of the newest observation in
 * the view, ms since the epoch.
 */
export const nextJournal = (before: Journal, view: DiagnosedView, at: number): Journal =>
	finish(journalSteps(before, view, at));
