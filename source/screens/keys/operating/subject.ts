/**
 * The selected subject: the tasks, source, member or lock that an operation would act on. Pure.
 */
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Subject} from '../../../operations/offering/subject.js';
import type {Page} from '../../../operations/offering/pages.js';
import {findSource, findTask} from '../../../operations/target.js';
import type {TaskTarget} from '../../../providers/operation.js';
import {type Inquiry, inquiryKey} from '../../../session/inquiries.js';
import {findingOfRow} from '../../lists/findings.js';
import {lockRowId} from '../../lists/locks.js';
import {type Place, pageOf} from '../../places/place.js';
import {type ScreenContext, selectedId} from '../../state/moving.js';
import {type State, listAt, placeOf} from '../../state/state.js';

/** Places whose rows operations act on, so that they can be marked. */
export const markable: ReadonlyArray<Place['kind']> = ['tasks', 'task', 'source'];

/** All tasks of a source, on that source alone. */
const tasksOn = (source: string, cluster: DiagnosedView): readonly TaskTarget[] =>
	(findSource(cluster, source)?.subtasks ?? []).map(({subtask}) => ({
		task: subtask.task,
		sources: [source],
	}));

/** The rows of a table that can be marked, as they are now. */
const rowsOf = (place: Place, cluster: DiagnosedView): readonly string[] => {
	switch (place.kind) {
		case 'tasks': {
			return cluster.tasks.map(({name}) => name);
		}

		case 'task': {
			return (findTask(cluster, place.task)?.subtasks ?? []).map(({subtask}) => subtask.source);
		}

		case 'source': {
			return tasksOn(place.source, cluster).map(({task}) => task);
		}

		default: {
			return [];
		}
	}
};

/**
 * The marked rows, or the one under the cursor. A mark whose row is gone holds nothing back: the line above the table
 * tells of it. Where all are gone they are still what is meant, and not the row under the cursor.
 */
const chosenIds = (state: State, screen: ScreenContext, cluster: DiagnosedView): readonly string[] => {
	const place = placeOf(state);
	const {marked} = listAt(state, place);
	const id = selectedId(state, screen);
	if (marked.size === 0) {
		return id === undefined ? [] : [id];
	}

	const present = marked.intersection(new Set(rowsOf(place, cluster)));
	return [...(present.size > 0 ? present : marked)];
};

/** The tasks at a place; [] where there are none. */
const targetsOfPlace = (place: Place | undefined, cluster: DiagnosedView): readonly TaskTarget[] => {
	switch (place?.kind) {
		case 'subtask': {
			return [{task: place.task, sources: [place.source]}];
		}

		case 'task': {
			return [{task: place.task, sources: []}];
		}

		case 'error': {
			return place.task === undefined
				? tasksOn(place.source, cluster)
				: [{task: place.task, sources: [place.source]}];
		}

		case 'source': {
			return tasksOn(place.source, cluster);
		}

		default: {
			return [];
		}
	}
};

/** The tasks, or sources of a task, that P and R act on; [] where there are none. */
export const targetsAt = (
	state: State,
	screen: ScreenContext,
	cluster: DiagnosedView,
): readonly TaskTarget[] => {
	const place = placeOf(state);
	const chosen = chosenIds(state, screen, cluster);
	switch (place.kind) {
		case 'tasks': {
			return chosen.map(task => ({task, sources: []}));
		}

		case 'task': {
			return chosen.length === 0 ? [] : [{task: place.task, sources: chosen}];
		}

		case 'source': {
			return chosen.map(task => ({task, sources: [place.source]}));
		}

		case 'sources': {
			return chosen.flatMap(source => tasksOn(source, cluster));
		}

		case 'findings':
		case 'events': {
			const id = selectedId(state, screen);
			return id === undefined ? [] : targetsOfPlace(screen.open(id), cluster);
		}

		default: {
			return targetsOfPlace(place, cluster);
		}
	}
};

/** "worker worker-3", as the list of masters and workers names its rows. */
const memberOf = (id: string): Subject => {
	const [kind = ''] = id.split(' ', 1);
	const name = id.slice(kind.length + 1);
	return kind === 'worker' ? {on: 'worker', worker: name} : {on: 'master', master: name};
};

const lockOf = (id: string, {locks}: DiagnosedView): Subject | undefined => {
	const row = locks.find(lock => lockRowId(lock) === id);
	return (
		row && {
			on: 'lock',
			lock: row.id,
			task: row.task,
			owner: row.mode === 'optimistic' ? row.owner : '',
		}
	);
};

const ofFinding = (id: string, cluster: DiagnosedView): Subject | undefined => {
	const {task, source, worker, master} = findingOfRow(id, cluster) ?? {};
	if (task !== undefined) {
		return {on: 'tasks', targets: [{task, sources: source === undefined ? [] : [source]}]};
	}

	if (source !== undefined) {
		return {on: 'source', source};
	}

	if (worker !== undefined) {
		return {on: 'worker', worker};
	}

	return master === undefined ? undefined : {on: 'master', master};
};

const onTasks = (targets: readonly TaskTarget[]): Subject | undefined =>
	targets.length === 0 ? undefined : {on: 'tasks', targets};

const ofConfig = ({of, name}: Extract<Page, {readonly kind: 'config'}>): Subject => {
	switch (of) {
		case 'worker': {
			return {on: 'worker', worker: name};
		}

		case 'master': {
			return {on: 'master', master: name};
		}

		default: {
			return {on: 'source', source: name};
		}
	}
};

/** The subject of a page; none for a configuration, which is only shown. */
const subjectOfPage = (
	page: Page,
	id: string | undefined,
	inquiries: ReadonlyMap<string, Inquiry>,
): Subject | undefined => {
	switch (page.kind) {
		case 'config': {
			return page.of === 'task' ? onTasks([{task: page.name, sources: []}]) : ofConfig(page);
		}

		case 'validation': {
			return {on: 'validation', task: page.task, ...(id !== undefined && {difference: id})};
		}

		case 'schema': {
			const {task, source, database, table} = page;
			if (database === undefined || table === undefined) {
				return onTasks([{task, sources: [source]}]);
			}

			const answer = inquiries.get(inquiryKey(page))?.answer;
			const sql = answer?.kind === 'columns' ? answer.sql : '';
			return {on: 'columns', task, source, database, table, sql};
		}
	}
};

/** The subject of the menu; undefined where there is nothing to operate on. */
export const subjectAt = (
	state: State,
	screen: ScreenContext,
	{cluster, inquiries}: {readonly cluster: DiagnosedView; readonly inquiries: ReadonlyMap<string, Inquiry>},
): Subject | undefined => {
	const place = placeOf(state);
	const page = pageOf(place);
	if (page) {
		return subjectOfPage(page, selectedId(state, screen), inquiries);
	}

	if (place.kind === 'error' && place.task === undefined) {
		return {on: 'source', source: place.source};
	}

	const id = selectedId(state, screen);
	if (id === undefined) {
		return onTasks(targetsAt(state, screen, cluster));
	}

	switch (place.kind) {
		case 'sources': {
			return {on: 'source', source: id};
		}

		case 'workers': {
			return memberOf(id);
		}

		case 'findings': {
			return ofFinding(id, cluster);
		}

		case 'events': {
			const about = screen.open(id);
			return about?.kind === 'source'
				? {on: 'source', source: about.source}
				: onTasks(targetsOfPlace(about, cluster));
		}

		case 'locks': {
			return lockOf(id, cluster);
		}

		default: {
			return onTasks(targetsAt(state, screen, cluster));
		}
	}
};
