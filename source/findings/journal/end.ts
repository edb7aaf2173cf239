/** How findings end in the journal. */
import {greatest, least} from '../../dm/values/extremes.js';
import type {Health} from '../../monitor/health.js';
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';
import {healthOfFindings} from '../health.js';
import {doesNeed} from '../rules.js';
import {grouped, newestFirst} from './grouped.js';
import {isPlaceGone, placeOf, placesOf} from './places.js';
import type {Journal, NamedFinding, ReportedFinding} from './reported.js';
import {overEvent, transferEvent} from './words.js';

/** A row with such a finding does not run: it replaces an earlier finding, which is not reported as over. */
const standing: ReadonlySet<Health | undefined> = new Set(['error', 'lost', 'silent', 'paused']);

/** A transfer takes seconds; who pauses for longer than this may also transfer the source in between, ms. */
const longestTransfer = 120_000;

/**
 * The worker to which a source was transferred meanwhile, '' where it was not: DM pauses its subtasks for that, and says no
 * more than after a pause by a person.
 */
const transferredTo = (
	{finding: {kind, what, source, worker = ''}, began, gone}: ReportedFinding,
	workers: ReadonlyMap<string, string>,
	at: number,
): string => {
	const now = source === undefined ? '' : (workers.get(source) ?? '');
	return kind === 'paused-by-person' &&
		what === say('Paused manually') &&
		(gone ?? at) - began <= longestTransfer &&
		worker !== '' &&
		now !== worker
		? now
		: '';
};

/** The places of new findings that stop a row. */
const standingPlaces = (begun: readonly NamedFinding[]): ReadonlySet<string> =>
	new Set(
		begun.flatMap(([, finding]) => (standing.has(healthOfFindings([finding])) ? placeOf(finding) : [])),
	);

/** The findings that are over. */
export const end = (
	journal: Journal,
	view: DiagnosedView,
	{
		over,
		begun,
	}: {
		readonly over: ReadonlyArray<readonly [name: string, entry: ReportedFinding]>;
		readonly begun: readonly NamedFinding[];
	},
	at: number,
): Journal => {
	const reported = new Map(journal.reported);
	for (const [name] of over) {
		reported.delete(name);
	}

	const places = placesOf(view);
	const followed = standingPlaces(begun);
	const worthTelling = over.filter(
		([, {finding, began}]) => !isPlaceGone(places, finding, began) && !followed.has(placeOf(finding)),
	);
	const stageOf = ({kind, task = '', source = ''}: Finding): string =>
		doesNeed(kind, 'validators')
			? (places.validators.get(task)?.get(source) ?? say('not validated'))
			: (places.tasks.get(task)?.get(source) ?? '');
	const workers = new Map(
		view.sources
			.values()
			.filter(({condition: {kind}}) => kind === 'fresh')
			.map(({source, worker}) => [source, worker]),
	);
	const targetOf = (entry: ReportedFinding): string => transferredTo(entry, workers, at);
	const byStage = Map.groupBy(worthTelling, ([, entry]) =>
		JSON.stringify([stageOf(entry.finding), targetOf(entry)]),
	).values();
	const groups = byStage.flatMap(alike => grouped(alike, ([, {finding}]) => finding)).toArray();
	const events = groups.map(group => {
		const findings = group.map(([, {finding}]) => finding);
		const entries = group.map(([, entry]) => entry);
		return overEvent(findings as [Finding, ...Finding[]], view, {
			began: least(entries.map(({began}) => began)),
			ended: greatest(entries.map(({gone = at}) => gone)),
			isAtLeast: entries.some(({isFromStart}) => isFromStart),
			stage: stageOf(findings[0]!),
			transferredTo: targetOf(entries[0]!),
		});
	});
	// Only now it is known that nobody paused them.
	const corrected = new Map(
		over.flatMap(([, entry]) => {
			const worker = targetOf(entry);
			return worker === '' ? [] : [[entry.event, transferEvent(entry.event, entry.finding, worker)] as const];
		}),
	);
	return {
		...journal,
		reported,
		events: newestFirst([...events, ...journal.events.map(event => corrected.get(event) ?? event)]),
	};
};
