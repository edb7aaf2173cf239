/**
 * The current place: the screens, and the subject of each.
 */
import type {Health} from '../../monitor/health.js';
import type {OwnMeasure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import type {Page} from '../../operations/offering/pages.js';
import {plotKinds} from '../plots/kinds.js';
import {say} from '../../language/say.js';

/** A screen, with the names of what it shows. */
export type Place =
	| Page
	| {readonly kind: 'tasks'}
	| {readonly kind: 'task'; readonly task: string}
	| {readonly kind: 'subtask'; readonly task: string; readonly source: string}
	| {readonly kind: 'sources'}
	| {readonly kind: 'source'; readonly source: string}
	| {readonly kind: 'workers'}
	| {readonly kind: 'locks'}
	| {readonly kind: 'events'}
	| {readonly kind: 'findings'}
	/**
	 * The errors of a task on a source; without a task those of the source itself. `of`: the name of the finding that it
	 * was opened for, which comes first.
	 */
	| {readonly kind: 'error'; readonly source: string; readonly task?: string; readonly of?: string}
	/** A plot of a task, of it on one source, or of a source, on the whole screen. */
	| {readonly kind: 'plot'; readonly task?: string; readonly source?: string; readonly measure: OwnMeasure}
	/** All plots of DM's metrics of a task, of it on one source, of a source, or of a worker. */
	| {readonly kind: 'metrics'; readonly task?: string; readonly source?: string; readonly worker?: string}
	/** `of`: the kind of place that it was opened from. */
	| {readonly kind: 'help'; readonly of: Place['kind']}
	/** What a row and its columns mean, as it stood when that was asked; `of`: the kind of its table. */
	| {
			readonly kind: 'meaning';
			readonly of: Place['kind'];
			readonly name: string;
			readonly sign: string;
			/** The health that the sign is of; absent where it is not one. */
			readonly health?: Health;
			readonly columns: ReadonlyArray<{
				readonly title: string;
				readonly text: string;
				readonly help: string;
			}>;
	  }
	/** Text to be selected with the mouse, where the terminal has no clipboard for programs. */
	| {readonly kind: 'copied'; readonly title: string; readonly text: string};

/** The page of one plot. */
export type PlotPlace = Extract<Place, {readonly kind: 'plot'}>;

/** The page of DM's metrics of a task, a source or a worker. */
export type MetricsPlace = Extract<Place, {readonly kind: 'metrics'}>;

const pageKinds: ReadonlySet<string> = new Set<Page['kind']>(['config', 'validation', 'schema']);

/** The page of a place that DM is asked for; undefined where it only shows the status. */
export const pageOf = (place: Place): Page | undefined =>
	pageKinds.has(place.kind) ? (place as Page) : undefined;

/** The views that 1, 2, 3 … lead to, in that order. */
export const rootKinds = ['tasks', 'sources', 'workers', 'locks', 'events', 'findings'] as const;

/** A view that a digit shows. */
export type RootKind = (typeof rootKinds)[number];

const roots: ReadonlySet<Place['kind']> = new Set(rootKinds);

/** Whether a place is one of these views, not a page within one. */
export const isRoot = (place: Place): boolean => roots.has(place.kind);

/** The key of a place, so that a cursor is found where it was left. */
export const placeId = (place: Place): string => {
	switch (place.kind) {
		case 'task': {
			return JSON.stringify([place.kind, place.task]);
		}

		case 'subtask': {
			return JSON.stringify([place.kind, place.task, place.source]);
		}

		case 'source': {
			return JSON.stringify([place.kind, place.source]);
		}

		case 'error': {
			return JSON.stringify([place.kind, place.source, place.task]);
		}

		case 'metrics': {
			return JSON.stringify([place.kind, place.task, place.source, place.worker]);
		}

		case 'plot': {
			return JSON.stringify([place.kind, place.task, place.source, place.measure]);
		}

		case 'config': {
			return JSON.stringify([place.kind, place.of, place.name]);
		}

		case 'validation': {
			return JSON.stringify([place.kind, place.task]);
		}

		case 'schema': {
			return JSON.stringify([place.kind, place.task, place.source, place.database, place.table]);
		}

		default: {
			return place.kind;
		}
	}
};

/** True where lines are scrolled instead of selecting rows. */
export const isText = (place: Place): boolean =>
	place.kind === 'schema'
		? place.table !== undefined
		: ['subtask', 'error', 'config', 'help', 'meaning', 'copied', 'plot', 'metrics'].includes(place.kind);

/** The breadcrumbs of a place, from the outside in; a view is named by its kind. */
export const breadcrumbs = (place: Place): readonly string[] => {
	switch (place.kind) {
		case 'task': {
			return [place.task];
		}

		case 'source': {
			return [place.source];
		}

		case 'subtask': {
			return [place.task, place.source];
		}

		case 'metrics': {
			return [...[place.task, place.source, place.worker].filter(name => name !== undefined), say('metrics')];
		}

		case 'plot': {
			return [
				...[place.task, place.source].filter(name => name !== undefined),
				say(plotKinds[place.measure].title),
			];
		}

		case 'error': {
			return [...(place.task === undefined ? [] : [place.task]), place.source, say('errors')];
		}

		case 'config': {
			return [place.name, say('configuration')];
		}

		case 'validation': {
			return [place.task, say('validation')];
		}

		case 'schema': {
			const {task, source, database, table} = place;
			return [task, source, ...(table === undefined ? [] : [`${database ?? ''}.${table}`])];
		}

		case 'meaning': {
			return [place.name, say('meaning')];
		}

		case 'copied': {
			return [place.title];
		}

		default: {
			return [place.kind];
		}
	}
};

/** The subject of a page, or of the page that a row leads to; undefined where there is no plot. */
export const subjectOfPlace = (place: Place | undefined): PastSubject | undefined => {
	switch (place?.kind) {
		case 'task': {
			return {task: place.task};
		}

		case 'subtask': {
			return {task: place.task, source: place.source};
		}

		case 'source': {
			return {source: place.source};
		}

		case 'error': {
			return place.task === undefined ? {source: place.source} : {task: place.task, source: place.source};
		}

		default: {
			return undefined;
		}
	}
};
