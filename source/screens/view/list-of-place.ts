/** Finds the table of a place. */
import type {SubtaskView} from '../../monitor/view.js';
import type {Finding} from '../../findings/finding.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {parseFilter, wantedWords} from '../filtering/parse.js';
import {fieldsOf} from '../lists/binding/fields.js';
import {eventsList} from '../lists/events.js';
import {findingsList} from '../lists/findings.js';
import {limitCluster, limitRows} from '../lists/binding/limit.js';
import {bindList, chooseRows} from '../lists/binding/list.js';
import type {BoundList, ListScreen} from '../lists/binding/list-screen.js';
import {locksList} from '../lists/locks.js';
import {schemaList} from '../lists/schema.js';
import {sourcesList} from '../lists/sources.js';
import {sourceList, taskList} from '../lists/subtasks.js';
import {tasksList} from '../lists/tasks.js';
import {validationList} from '../lists/validation.js';
import {workersList} from '../lists/workers.js';
import {plotsOf} from '../plots/plots.js';
import {plottedAt} from '../plots/subjects.js';
import type {ColumnChoice} from '../places/column-choice.js';
import {type Place, subjectOfPlace} from '../places/place.js';
import type {ListState} from '../places/list-state.js';
import {inquiryOf} from './inquiry-of.js';

/** The user's choices for a table. */
type Chosen = {readonly list: ListState; readonly choice: ColumnChoice | undefined};

const bind = <Row>(screen: ListScreen<Row>, {list, choice}: Chosen, drawing: Drawing): BoundList => {
	const {symbols, cluster} = drawing;
	const filter = parseFilter(list.filter, fieldsOf(screen));
	return bindList(
		{
			...screen,
			// Before the first answer an empty table means nothing.
			empty: cluster.at === 0 ? say('There is no answer yet.') : screen.empty,
			// While nothing answers, everything is old.
			isStale: row => cluster.isOld || screen.isStale(row),
		},
		chooseRows(screen, list, filter),
		{
			sort: list.sort,
			filter,
			choice,
			symbols,
			plotsAt(place) {
				const subject = subjectOfPlace(place);
				const plotted = subject && plottedAt(cluster, subject);
				return plotted && plotsOf(plotted, drawing);
			},
		},
	);
};

/** The listed part of very many subtasks. */
const limitSubtasks = <Of extends {readonly subtasks: readonly SubtaskView[]}>(
	of: Of | undefined,
	by: 'task' | 'source',
	findings: readonly Finding[],
	words: readonly string[],
): {readonly of: Of | undefined; readonly outOf?: number} => {
	const all = of?.subtasks ?? [];
	const suspects = () => new Set(findings.flatMap(finding => finding[by] ?? []));
	const subtasks = limitRows(all, ({subtask}) => subtask[by], {suspects, words});
	return of === undefined || subtasks === all ? {of} : {of: {...of, subtasks}, outOf: all.length};
};

/** The table of a place; undefined where there is a page of text. */
export const listOfPlace = (place: Place, chosen: Chosen, whole: Drawing): BoundList | undefined => {
	const words = wantedWords(parseFilter(chosen.list.filter));
	const {cluster, total: outOf} = limitCluster(whole.cluster, place, words);
	const drawing = {...whole, cluster};
	switch (place.kind) {
		case 'tasks': {
			return bind({...tasksList(drawing), outOf}, chosen, drawing);
		}

		case 'task': {
			const {ofTask, taskNamed} = cluster.diagnosis;
			const limited = limitSubtasks(taskNamed(place.task), 'source', ofTask(place.task), words);
			const list = taskList(limited.of, place.task, drawing);
			return bind({...list, outOf: limited.outOf}, chosen, drawing);
		}

		case 'sources': {
			return bind({...sourcesList(drawing), outOf}, chosen, drawing);
		}

		case 'source': {
			const found = cluster.sources.find(({source}) => source === place.source);
			const limited = limitSubtasks(found, 'task', cluster.diagnosis.ofSource(place.source), words);
			const list = sourceList(limited.of, place.source, drawing);
			return bind({...list, outOf: limited.outOf}, chosen, drawing);
		}

		case 'workers': {
			return bind({...workersList(drawing), outOf}, chosen, drawing);
		}

		case 'locks': {
			return bind({...locksList(drawing), outOf}, chosen, drawing);
		}

		case 'events': {
			return bind(eventsList(drawing), chosen, drawing);
		}

		case 'findings': {
			return bind({...findingsList(drawing), outOf}, chosen, drawing);
		}

		case 'validation': {
			return bind(validationList(place, inquiryOf(place, drawing)), chosen, drawing);
		}

		case 'schema': {
			return place.table === undefined
				? bind(schemaList(place, inquiryOf(place, drawing)), chosen, drawing)
				: undefined;
		}

		case 'subtask':
		case 'error':
		case 'config':
		case 'copied':
		case 'meaning':
		case 'plot':
		case 'metrics':
		case 'help': {
			return undefined;
		}
	}
};
