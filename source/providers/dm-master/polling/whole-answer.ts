import type {ParsedStatus, StatusNote} from '../../../dm/status.js';
import type {StatusObservation} from '../../provider.js';
import type {StatusAnswer} from '../dm-master.js';

export type KnownSources = {
	/** Whether a worker has taken the source, so that it is asked by itself. */
	readonly isBound: (source: string) => boolean;
	/** Every source that some earlier answer listed. */
	readonly known: ReadonlySet<string>;
	/** Whether nothing newer has come from the bound sources themselves. */
	readonly newest: boolean;
};

export type WholeAnswerReading = {
	/** What it says that is news; undefined when nothing. */
	readonly observation: Omit<StatusObservation, 'at'> | undefined;
	/** The sources that need not be asked by themselves now. */
	readonly answered: readonly string[];
	/** The sources listed without a worker that took them. */
	readonly unbound: readonly string[];
	/** Every source there is. */
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
 * Reads an answer for all sources. It speaks for the whole cluster, so that what it does not list is gone; unless
 * it came so late that the bound sources have answered since (then it speaks for the unbound ones only), or some
 * worker could not be asked (its entry has no tasks, which does not mean that there are none).
 */
export const readWholeAnswer = (
	{status, took}: StatusAnswer,
	{isBound, known, newest}: KnownSources,
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
	if (newest) {
		const isWhole = status.sources.every(({result, subtasks}) => result || subtasks.length > 0);
		const asked = isWhole ? {} : {asked: [...listed, ...gone]};
		return {...reading, observation: {kind: 'status', status, took, ...asked}, answered: listed};
	}

	if (unbound.length + gone.length === 0) {
		return {...reading, observation: undefined, answered: []};
	}

	return {
		...reading,
		observation: {
			kind: 'status',
			status: onlySources(status, new Set(unbound)),
			took,
			asked: [...unbound, ...gone],
		},
		answered: [],
	};
};
