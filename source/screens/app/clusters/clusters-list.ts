/** The clusters as a table like any other: filtered, sorted and drawn by the same code. Pure. */
import type {Symbols} from '../../../components/symbols.js';
import {parseFilter} from '../../filtering/parse.js';
import {fieldsOf} from '../../lists/binding/fields.js';
import {bindList, chooseRows} from '../../lists/binding/list.js';
import type {BoundList, ListScreen} from '../../lists/binding/list-screen.js';
import {findingWords} from '../../lists/columns/subtask-columns.js';
import type {ListState} from '../../places/list-state.js';
import {
	byWorstCluster,
	type ClusterRow,
	clusterColumns,
	standingOf,
	standingSign,
} from './cluster-columns.js';

/** The table of clusters. */
export const clustersList = (rows: readonly ClusterRow[], symbols: Symbols): ListScreen<ClusterRow> => {
	const columns = clusterColumns(rows, symbols);
	return {
		title: [],
		rows,
		id: ({name}) => name,
		sign: row => standingSign(row, symbols),
		isProblem: row => !['notice', 'well'].includes(standingOf(row)),
		isStale: () => false,
		words: ({name, title, view}) =>
			[
				name,
				title,
				view.version,
				view.leader ?? '',
				view.problem?.what ?? '',
				findingWords(view.diagnosis.findings),
				...view.tasks.map(task => task.name),
				...view.sources.map(({source}) => source),
			].join(' '),
		columns,
		compare: byWorstCluster,
		open: () => undefined,
		caption: ({title}) => title,
		preview: () => [],
		empty: '',
	};
};

/** The rows that remain, and how they are drawn. */
export const bindClusters = (rows: readonly ClusterRow[], chosen: ListState, symbols: Symbols): BoundList => {
	const list = clustersList(rows, symbols);
	const filter = parseFilter(chosen.filter, fieldsOf(list));
	return bindList(list, chooseRows(list, chosen, filter), {
		sort: chosen.sort,
		filter,
		choice: undefined,
		symbols,
		plotsAt: () => undefined,
	});
};
