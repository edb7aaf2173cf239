import type {ParsedStatus, StatusNote} from '../../../dm/status.js';
import type {StatusObservation} from '../../provider.js';
import type {StatusAnswer} from '../dm-master.js';

/** What is known of the sources before an answer for the whole cluster. */
export type KnownSources = {
	/** Whether the source has a worker, so that it is asked separately. */
	readonly isBound: (source: string) => boolean;
	/** Every source that an earlier answer has listed. */
	readonly known: ReadonlySet<string>;
	/** Whether something newer is known of a source, which was asked separately in the meantime. */
	readonly isOvertaken: (source: string) => boolean;
};

/** What follows from an answer for the whole cluster. */
export type WholeAnswerReading = {
	/** The news in it; undefined for none. */
	readonly observation: Omit<StatusObservation, 'at'> | undefined;
	/** The sources that need not be asked separately now. */
	readonly answered: readonly string[];
	/** The listed sources without a worker. */
	readonly unbound: readonly string[];
	/** All sources. */
	readonly known: ReadonlySet<string>;
};

/** The part of an answer that is about these sources. */
const onlySources = (status: ParsedStatus, names: ReadonlySet<string>): ParsedStatus => {
	const isOfOthers = ({path}: StatusNote): boolean => {
		const index = /^\$\.sources\[(?<index>\d+)\]/v.exec(path)?.groups?.['index'];
		return index !== undefined && !names.has(status.sources[Number(index)]?.source ?? '');
	};

	return {
		...status,
		sources: status.sources.filter(({source}) => names.has(source)),
		notes: status.notes.filter(note => !isOfOthers(note)),
	};
};

/**
 * Reads an answer for all sources. It covers the whole cluster, so that what it does not list is gone; unless it came
 * so late that some sources have been asked separately since (then it only covers the others), a worker could not be
 * asked (its entry has no tasks, which does not mean that there are none), or a source is missing that has a worker.
 */
export const readWholeAnswer = (
	{status, took}: StatusAnswer,
	{isBound, known, isOvertaken}: KnownSources,
): WholeAnswerReading => {
	const names = new Set(status.sources.map(({source}) => source));
	const listed = [...names];
	const unbound = listed.filter(source => !isBound(source));
	const gone = [...known].filter(source => !names.has(source) && !isBound(source));
	const left = new Set([...known, ...listed]);
	for (const source of gone) {
		left.delete(source);
	}

	const reading = {unbound, known: left};
	if (!left.values().some(source => isOvertaken(source))) {
		const isWhole =
			status.sources.every(({result, subtasks}) => result || subtasks.length > 0) &&
			left.values().every(source => names.has(source));
		const asked = isWhole ? {} : {asked: [...listed, ...gone]};
		return {...reading, observation: {kind: 'status', status, took, ...asked}, answered: listed};
	}

	const fresh = listed.filter(source => !isOvertaken(source));
	if (fresh.length + gone.length === 0) {
		return {...reading, observation: undefined, answered: []};
	}

	return {
		...reading,
		observation: {
			kind: 'status',
			status: onlySources(status, new Set(fresh)),
			took,
			asked: [...fresh, ...gone],
		},
		answered: fresh,
	};
};
