/**
 * The most rows of a table: keys would be slow with the columns and the order of a hundred thousand. Rows with a
 * finding are listed first, and those that a filter names, then the others in order. The screen says that it does not
 * list all.
 */
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Finding} from '../../../findings/finding.js';
import type {Place} from '../../places/place.js';

/** The most rows that a table has. */
export const mostRows = 10_000;

/** Which rows are listed first. */
type Wanted = {
	/** Names of rows with findings. */
	readonly suspects: () => ReadonlySet<string>;
	/** Words of the filter. */
	readonly words: readonly string[];
};

/** The rows themselves if they are not too many; otherwise the listed ones, in the same order. */
export const limitRows = <Row>(
	rows: readonly Row[],
	nameOf: (row: Row) => string,
	{suspects, words}: Wanted,
): readonly Row[] => {
	if (rows.length <= mostRows) {
		return rows;
	}

	const found = suspects();
	const lower = words.map(word => word.toLowerCase());
	const isNamed = (name: string): boolean => {
		const text = name.toLowerCase();
		return lower.some(word => text.includes(word));
	};

	const priorityOf = (row: Row): 0 | 1 | 2 => {
		const name = nameOf(row);
		return lower.length > 0 && isNamed(name) ? 0 : found.has(name) ? 1 : 2;
	};

	const counts: [number, number, number] = [0, 0, 0];
	for (const row of rows) {
		// Tasks are worst first: without a filter the first few of a hundred thousand rows tell it all.
		if (lower.length === 0 && counts[1] === found.size) {
			break;
		}

		counts[priorityOf(row)]++;
	}

	const left = [mostRows, mostRows - counts[0], mostRows - counts[0] - counts[1]];
	const listed: Row[] = [];
	for (const row of rows) {
		if (listed.length === mostRows) {
			break;
		}

		const priority = priorityOf(row);
		left[priority]! -= 1;
		if (left[priority]! >= 0) {
			listed.push(row);
		}
	}

	return listed;
};

/** The cluster for the table at a place, and the number of all rows where it does not list all. */
export type Limited = {readonly cluster: DiagnosedView; readonly total?: number};

/** The cluster with only the listed tasks, sources, workers or locks. */
const limitTable = <Key extends 'tasks' | 'sources' | 'workers' | 'locks'>(
	cluster: DiagnosedView,
	key: Key,
	nameOf: (row: DiagnosedView[Key][number]) => string,
	wanted: Wanted,
): Limited => {
	const all: ReadonlyArray<DiagnosedView[Key][number]> = cluster[key];
	const rows = limitRows(all, nameOf, wanted);
	return rows === all ? {cluster} : {cluster: {...cluster, [key]: rows}, total: all.length};
};

/** The cluster with only what the table at `place` lists; `words` are those of its filter. */
export const limitCluster = (cluster: DiagnosedView, place: Place, words: readonly string[]): Limited => {
	const {diagnosis} = cluster;
	const by = (nameOf: (finding: Finding) => string | undefined): Wanted => ({
		suspects: () => new Set(diagnosis.findings.flatMap(finding => nameOf(finding) ?? [])),
		words,
	});
	switch (place.kind) {
		case 'tasks': {
			return limitTable(
				cluster,
				'tasks',
				({name}) => name,
				by(({task}) => task),
			);
		}

		case 'sources': {
			return limitTable(
				cluster,
				'sources',
				({source}) => source,
				by(({source}) => source),
			);
		}

		case 'workers': {
			return limitTable(
				cluster,
				'workers',
				({name}) => name,
				by(({worker}) => worker),
			);
		}

		case 'locks': {
			return limitTable(
				cluster,
				'locks',
				({id}) => id,
				by(() => undefined),
			);
		}

		case 'findings': {
			const {findings} = diagnosis;
			const rows = limitRows(findings, ({task, source, worker}) => `${task} ${source} ${worker}`, {
				suspects: () => new Set<string>(),
				words,
			});
			return rows === findings
				? {cluster}
				: {cluster: {...cluster, diagnosis: {...diagnosis, findings: rows}}, total: findings.length};
		}

		default: {
			return {cluster};
		}
	}
};
