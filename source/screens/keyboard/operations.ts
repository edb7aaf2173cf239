/**
 * From the row under the cursor to an operation: what P, R, o and the command line mean where one is. Pure.
 */
import {completeLine, submitLine} from '../command-line/command-line.js';
import type {LineCommand} from '../command-line/line-command.js';
import type {LineContext} from '../command-line/resolve.js';
import {openDialog} from '../dialogs/dialog.js';
import {offers} from '../../operations/offering/offers.js';
import {type Subject, subjectName} from '../../operations/offering/subject.js';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import {makePlan} from '../../operations/planning/plan.js';
import {type Means, refusal, refusalOfKind} from '../../operations/refusal.js';
import type {Choice, TaskTarget} from '../../operations/target.js';
import type {DiagnosedView} from '../../findings/diagnose.js';
import {lockRowId} from '../lists/locks.js';
import type {Place} from '../state/place.js';
import {type Surroundings, selectedIndex} from '../state/moving.js';
import {type State, listAt, placeOf, withList} from '../state/state.js';

/** What operations are made with. */
export type Workbench = {
	/** The cluster as it is, never as it was frozen. */
	readonly cluster: DiagnosedView;
	readonly means: Means;
	readonly access: DmctlAccess;
	/** Milliseconds, a clock that never goes back. */
	readonly now: number;
	/** A name for a confirmation that was never used before. */
	readonly newId: () => string;
};

/** Places whose rows operations act on, so that they can be marked. */
export const markable: ReadonlyArray<Place['kind']> = ['tasks', 'task', 'source'];

/** The marked rows, or the one under the cursor. */
const chosenIds = (state: State, {ids}: Surroundings): readonly string[] => {
	const list = listAt(state, placeOf(state));
	if (list.marked.size > 0) {
		return [...list.marked];
	}

	const id = ids[selectedIndex(list, ids)];
	return id === undefined ? [] : [id];
};

/** Where the row under the cursor leads: what a finding or an event is about. */
const ledTo = (state: State, {ids, open}: Surroundings): Place | undefined => {
	const id = ids[selectedIndex(listAt(state, placeOf(state)), ids)];
	return id === undefined ? undefined : open(id);
};

const targetsOfPlace = (place: Place | undefined): readonly TaskTarget[] => {
	switch (place?.kind) {
		case 'subtask': {
			return [{task: place.task, sources: [place.source]}];
		}

		case 'error': {
			return place.task === undefined ? [] : [{task: place.task, sources: [place.source]}];
		}

		case 'task': {
			return [{task: place.task, sources: []}];
		}

		default: {
			return [];
		}
	}
};

/** The tasks, or sources of a task, that P and R act on; [] where there are none. */
const targetsAt = (state: State, around: Surroundings): readonly TaskTarget[] => {
	const place = placeOf(state);
	switch (place.kind) {
		case 'tasks': {
			return chosenIds(state, around).map(task => ({task, sources: []}));
		}

		case 'task': {
			const sources = chosenIds(state, around);
			return sources.length === 0 ? [] : [{task: place.task, sources}];
		}

		case 'source': {
			return chosenIds(state, around).map(task => ({task, sources: [place.source]}));
		}

		case 'findings':
		case 'events': {
			return targetsOfPlace(ledTo(state, around));
		}

		default: {
			return targetsOfPlace(place);
		}
	}
};

/** "worker worker-3", as the list of masters and workers names its rows. */
const memberOfRow = (id: string): readonly [kind: string, name: string] => {
	const [kind = ''] = id.split(' ', 1);
	return [kind, id.slice(kind.length + 1)];
};

/** What a row leads to is what its finding is about. */
const subjectOfPlace = (place: Place | undefined): Subject | undefined => {
	switch (place?.kind) {
		case 'task': {
			return {on: 'tasks', targets: [{task: place.task, sources: []}]};
		}

		case 'subtask': {
			return {on: 'tasks', targets: [{task: place.task, sources: [place.source]}]};
		}

		case 'error': {
			return place.task === undefined
				? {on: 'source', source: place.source}
				: {on: 'tasks', targets: [{task: place.task, sources: [place.source]}]};
		}

		case 'source': {
			return {on: 'source', source: place.source};
		}

		default: {
			return undefined;
		}
	}
};

const subjectAt = (state: State, around: Surroundings, {cluster}: Workbench): Subject | undefined => {
	const place = placeOf(state);
	const about = place.kind === 'findings' || place.kind === 'events' ? ledTo(state, around) : undefined;
	if (about?.kind === 'source') {
		return {on: 'source', source: about.source};
	}

	switch (about?.kind === 'workers' ? about.kind : place.kind) {
		case 'sources': {
			const [source] = chosenIds(state, around);
			return source === undefined ? undefined : {on: 'source', source};
		}

		case 'workers': {
			const [kind, name] = memberOfRow(chosenIds(state, around)[0] ?? '');
			return kind === 'worker' ? {on: 'worker', worker: name} : {on: 'master', master: name};
		}

		case 'findings': {
			const [id] = chosenIds(state, around);
			return id === undefined ? undefined : subjectOfPlace(around.open(id));
		}

		case 'locks': {
			const id = around.ids[selectedIndex(listAt(state, place), around.ids)];
			const row = cluster.locks.find(lock => lockRowId(lock) === id);
			return (
				row && {
					on: 'lock',
					lock: row.id,
					task: row.task,
					owner: row.mode === 'optimistic' ? row.owner : '',
				}
			);
		}

		default: {
			const targets = targetsAt(state, around);
			return targets.length === 0 ? undefined : {on: 'tasks', targets};
		}
	}
};

const say = (state: State, notice: string): State => ({...state, notice});

/** The dialog for a choice, or why there is none. */
const ask = (state: State, choice: Choice, {cluster, means, access, now, newId}: Workbench): State => {
	const reason = refusal(choice, cluster, means);
	return reason === undefined
		? {
				...state,
				notice: '',
				menu: undefined,
				line: undefined,
				dialog: openDialog(makePlan(choice, cluster, access), {id: newId(), at: now}),
			}
		: say({...state, menu: undefined}, reason);
};

/** P and R. */
export const askForTasks = (
	state: State,
	kind: 'pause' | 'resume',
	around: Surroundings,
	bench: Workbench,
): State => {
	const targets = targetsAt(state, around);
	return targets.length === 0
		? say(state, `There is no task here to ${kind}.`)
		: ask(state, {kind, targets}, bench);
};

/** O: all that can be done here, what fixes the trouble here first. */
export const openMenu = (state: State, around: Surroundings, bench: Workbench): State => {
	const subject = subjectAt(state, around, bench);
	if (!subject) {
		return say(state, 'There is nothing here to operate on.');
	}

	const {cluster, means} = bench;
	const found = offers(subject, bench);
	if (found.offers.length > 0) {
		return {...state, notice: '', menu: {title: subjectName(subject, cluster), ...found, index: 0}};
	}

	const reason =
		subject.on === 'tasks'
			? refusal({kind: 'pause', targets: subject.targets}, cluster, means)
			: refusalOfKind('evict-leader', means);
	return say(state, reason ?? `Nothing can be done to ${subjectName(subject, cluster)} at the moment.`);
};

/** Enter in the menu, or the letter of an entry. */
export const chooseOffer = (state: State, bench: Workbench, letter?: string): State => {
	const {menu} = state;
	if (!menu) {
		return state;
	}

	const offer =
		letter === undefined ? menu.offers[menu.index] : menu.offers.find(one => one.letter === letter);
	return offer ? ask(state, offer.choice, bench) : state;
};

const lineContext = (around: Surroundings, {cluster, means}: Workbench): LineContext => ({
	cluster,
	means,
	columns: around.sortable,
});

/** Tab and Shift-Tab in the command line. */
export const completeAt = (state: State, step: 1 | -1, around: Surroundings, bench: Workbench): State =>
	state.line ? {...state, line: completeLine(state.line, step, lineContext(around, bench))} : state;

/** What a command line changes on the screen; undefined for what reaches beyond it. */
const carryOut = (state: State, command: LineCommand, around: Surroundings, bench: Workbench): State => {
	const place = placeOf(state);
	switch (command.kind) {
		case 'operate': {
			return ask(state, command.choice, bench);
		}

		case 'view': {
			return command.view === 'help'
				? {...state, path: [...state.path, {kind: 'help'}]}
				: {...state, path: [{kind: command.view}]};
		}

		case 'task': {
			const {task, source} = command;
			return {
				...state,
				path: [
					{kind: 'tasks'},
					{kind: 'task', task},
					...(source === undefined ? [] : [{kind: 'subtask', task, source} as const]),
				],
			};
		}

		case 'source': {
			return {...state, path: [{kind: 'sources'}, {kind: 'source', source: command.source}]};
		}

		case 'sort': {
			const known = around.sortable.find(({id}) => id === command.column);
			const descending =
				command.order === undefined ? (known?.descending ?? false) : command.order === 'desc';
			return withList(state, place, {sort: {column: command.column, descending}});
		}

		case 'filter': {
			return withList(state, place, {filter: command.text});
		}

		case 'problems': {
			return withList(state, place, {problems: !listAt(state, place).problems});
		}

		case 'freeze': {
			return {...state, frozen: state.frozen ? undefined : around.cluster};
		}

		case 'interval':
		case 'refresh':
		case 'quit': {
			return state;
		}
	}
};

/** Enter in the command line: the state after it, and the command where it reaches beyond the screen. */
export const submitAt = (
	state: State,
	around: Surroundings,
	bench: Workbench,
): {readonly state: State; readonly command?: LineCommand} => {
	if (!state.line) {
		return {state};
	}

	const submitted = submitLine(state.line, lineContext(around, bench));
	switch (submitted.kind) {
		case 'nothing': {
			return {state: {...state, line: undefined}};
		}

		case 'mistake': {
			return {state: {...state, line: submitted.line}};
		}

		case 'command': {
			const {command, history} = submitted;
			const closed: State = {...state, line: undefined, history, notice: ''};
			return {state: carryOut(closed, command, around, bench), command};
		}
	}
};
