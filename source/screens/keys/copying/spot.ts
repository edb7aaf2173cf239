/**
 * The selected subject for copying: the row under the cursor, or the subject of the page on screen. Pure.
 */
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Finding} from '../../../findings/finding.js';
import type {LockView} from '../../../monitor/lock-view.js';
import type {ClusterEvent} from '../../../monitor/view.js';
import {eventRowId} from '../../lists/events.js';
import {findingOfRow} from '../../lists/findings.js';
import {lockRowId} from '../../lists/locks.js';
import {type ScreenContext, selectedId} from '../../state/moving.js';
import {type State, placeOf} from '../../state/state.js';

/** What `y` and `Y` copy from. */
export type Spot = {
	/** Its name: "payments", "payments on mysql-billing", "worker-3", the ID of a lock. */
	readonly name: string;
	readonly task?: string;
	readonly source?: string;
	readonly lock?: LockView;
	readonly event?: ClusterEvent;
	/** Its findings, worst first. */
	readonly findings: readonly Finding[];
};

const ofTask = (task: string, {diagnosis}: DiagnosedView): Spot => ({
	name: task,
	task,
	findings: diagnosis.ofTask(task),
});

const ofSource = (source: string, {diagnosis}: DiagnosedView): Spot => ({
	name: source,
	source,
	findings: diagnosis.ofSource(source),
});

const ofSubtask = (task: string, source: string, {diagnosis}: DiagnosedView): Spot => ({
	name: `${task} on ${source}`,
	task,
	source,
	findings: diagnosis.ofSubtask(task, source),
});

const ofFinding = (finding: Finding): Spot => {
	const {task, source, worker, master} = finding;
	const name = [task, source].filter(part => part !== undefined).join(' on ');
	return {
		name: name === '' ? (worker ?? master ?? finding.kind) : name,
		...(task !== undefined && {task}),
		...(source !== undefined && {source}),
		findings: [finding],
	};
};

/** "worker worker-3", as the list of masters and workers names its rows. */
const ofMember = (id: string, {diagnosis}: DiagnosedView): Spot => {
	const name = id.slice(id.indexOf(' ') + 1);
	return {
		name,
		findings: diagnosis.findings.filter(({worker, master}) =>
			id.startsWith('worker ') ? worker === name : master === name,
		),
	};
};

const ofLock = (id: string, {locks, diagnosis}: DiagnosedView): Spot | undefined => {
	const lock = locks.find(row => lockRowId(row) === id);
	return (
		lock && {
			name: lock.id,
			lock,
			task: lock.task,
			findings: diagnosis.ofTask(lock.task).filter(({kind}) => kind.startsWith('ddl-')),
		}
	);
};

const ofEvent = (id: string, {events}: DiagnosedView): Spot | undefined => {
	const event = events.find(row => eventRowId(row) === id);
	return (
		event && {
			name: event.subject,
			event,
			...(event.task !== undefined && {task: event.task}),
			...(event.source !== undefined && {source: event.source}),
			findings: [],
		}
	);
};

/** The selected spot; undefined where there is none, as in an empty table. */
export const spotAt = (state: State, screen: ScreenContext): Spot | undefined => {
	const {cluster} = screen;
	const place = placeOf(state);
	const id = selectedId(state, screen);
	switch (place.kind) {
		case 'subtask': {
			return ofSubtask(place.task, place.source, cluster);
		}

		case 'metrics':
		case 'plot': {
			const {task, source = ''} = place;
			return task === undefined
				? ofSource(source, cluster)
				: source === ''
					? ofTask(task, cluster)
					: ofSubtask(task, source, cluster);
		}

		case 'error': {
			return place.task === undefined
				? ofSource(place.source, cluster)
				: ofSubtask(place.task, place.source, cluster);
		}

		case 'config': {
			return place.of === 'task'
				? ofTask(place.name, cluster)
				: place.of === 'source'
					? ofSource(place.name, cluster)
					: ofMember(`${place.of} ${place.name}`, cluster);
		}

		case 'schema': {
			return ofSubtask(place.task, place.source, cluster);
		}

		case 'validation': {
			return ofTask(place.task, cluster);
		}

		case 'help':
		case 'meaning':
		case 'copied': {
			return undefined;
		}

		default:
	}

	if (id === undefined) {
		return undefined;
	}

	switch (place.kind) {
		case 'tasks': {
			return ofTask(id, cluster);
		}

		case 'task': {
			return ofSubtask(place.task, id, cluster);
		}

		case 'source': {
			return ofSubtask(id, place.source, cluster);
		}

		case 'sources': {
			return ofSource(id, cluster);
		}

		case 'workers': {
			return ofMember(id, cluster);
		}

		case 'locks': {
			return ofLock(id, cluster);
		}

		case 'events': {
			return ofEvent(id, cluster);
		}

		case 'findings': {
			const finding = findingOfRow(id, cluster);
			return finding && ofFinding(finding);
		}
	}
};
