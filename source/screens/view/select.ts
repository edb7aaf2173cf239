/**
 * From the cluster and a place to the rows and lines on screen, remembered for as long as nothing changed, so that a
 * key costs what the screen shows and not what the cluster holds.
 */
import {highlight, wordsPattern} from '../../components/highlight.js';
import {type Line, lineText, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import type {DiagnosedView} from '../../findings/diagnose.js';
import type {Finding} from '../../findings/finding.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Page} from '../../operations/offering/pages.js';
import {type Inquiry, inquiryKey} from '../../session/inquiries.js';
import {isKept} from '../filtering/keep.js';
import {parseFilter, wantedWords} from '../filtering/parse.js';
import {fieldsOf} from '../lists/columns/fields.js';
import {eventsList} from '../lists/events.js';
import {findingsList} from '../lists/findings.js';
import {bindList, chooseRows} from '../lists/list.js';
import type {BoundList, ListScreen} from '../lists/list-screen.js';
import type {Drawing} from '../drawing.js';
import {limitCluster, limitRows} from '../lists/limit.js';
import {locksList} from '../lists/locks.js';
import {sourcesList} from '../lists/sources.js';
import {sourceList, taskList} from '../lists/subtasks.js';
import {schemaList} from '../lists/schema.js';
import {tasksList} from '../lists/tasks.js';
import {validationList} from '../lists/validation.js';
import {workersList} from '../lists/workers.js';
import {metricsLines} from '../plots/metrics-page.js';
import {plotsOf} from '../plots/plots.js';
import {plottedAt, subjectOfPlace} from '../plots/subjects.js';
import {zoomLines} from '../plots/zoom.js';
import {type Place, placeId} from '../state/place.js';
import {type ListState, type State, listAt, placeOf} from '../state/state.js';
import {columnSections, configSections} from '../texts/held.js';
import type {ColumnChoice} from '../state/column-choice.js';
import {helpSections} from '../texts/help.js';
import {meaningSections} from '../texts/meaning.js';
import {errorPageSections} from '../texts/error.js';
import {subtaskSections} from '../texts/subtask.js';
import {layoutSections, textLines} from '../texts/text.js';
import {say} from '../../language/say.js';

/** What a person chose of a table. */
type Chosen = {readonly list: ListState; readonly choice: ColumnChoice | undefined};

const bind = <Row>(screen: ListScreen<Row>, {list, choice}: Chosen, drawing: Drawing): BoundList => {
	const {symbols, cluster} = drawing;
	const filter = parseFilter(list.filter, fieldsOf(screen));
	return bindList(
		{
			...screen,
			// Before the first answer an empty table means nothing.
			empty: cluster.at === 0 ? say('There is no answer yet.') : screen.empty,
			// While nothing comes at all, everything is old.
			isStale: row => cluster.problem !== undefined || screen.isStale(row),
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

const unasked: Inquiry = {isAsking: true};

const inquiryOf = (page: Page, {inquiries}: Drawing): Inquiry => inquiries.get(inquiryKey(page)) ?? unasked;

/** Of very many subtasks those that the table lists. */
const limitSubtasks = <Of extends {readonly subtasks: readonly SubtaskView[]}>(
	of: Of | undefined,
	by: 'task' | 'source',
	findings: readonly Finding[],
	words: readonly string[],
): {readonly of: Of | undefined; readonly outOf?: number} => {
	const all = of?.subtasks ?? [];
	const suspects = () => new Set(findings.map(finding => finding[by]));
	const subtasks = limitRows(all, ({subtask}) => subtask[by], {suspects, words});
	return of === undefined || subtasks === all ? {of} : {of: {...of, subtasks}, outOf: all.length};
};

const buildList = (place: Place, chosen: Chosen, whole: Drawing): BoundList | undefined => {
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

/** The subtask of a place, as last known. */
const subtaskAt = ({diagnosis}: DiagnosedView, task: string, source: string) =>
	diagnosis.taskNamed(task)?.subtasks.find(({subtask}) => subtask.source === source);

const buildText = (
	place: Place,
	drawing: Drawing,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	switch (place.kind) {
		case 'subtask': {
			const view = subtaskAt(drawing.cluster, place.task, place.source);
			return view
				? layoutSections(subtaskSections(view, drawing), width)
				: [
						[
							span(
								` ${say('Task {task} is not on source {source} any more.', {task: place.task, source: place.source})}`,
								'warn',
							),
						],
					];
		}

		case 'metrics': {
			return metricsLines(place, drawing, width);
		}

		case 'plot': {
			return zoomLines(place, drawing, {width, height});
		}

		case 'error': {
			const sections = errorPageSections(place, drawing);
			return sections.length > 0
				? layoutSections(sections, width)
				: [
						[
							span(
								` ${say('There is no error on {name} any more.', {name: [place.task, place.source].filter(Boolean).join(' › ')})}`,
							),
						],
					];
		}

		case 'config': {
			const sections = configSections(place, inquiryOf(place, drawing));
			return layoutSections(sections, width);
		}

		case 'schema': {
			const sections = columnSections(place, inquiryOf(place, drawing));
			return layoutSections(sections, width);
		}

		case 'meaning': {
			return layoutSections(meaningSections(place, drawing.symbols), width);
		}

		case 'copied': {
			return textLines(place.text).flatMap(line => wrapLine(line, width));
		}

		case 'help': {
			return helpSections(place.of, drawing.symbols).flatMap(section => layoutSections([section], width));
		}

		default: {
			return [];
		}
	}
};

export type Selection = {
	/** The table on screen; undefined on a page of text. */
	readonly list: (state: State) => BoundList | undefined;
	/** The lines of the text on screen, what its search matches in them standing out; [] where there is a table. */
	readonly text: (state: State) => readonly Line[];
	/** The numbers of the lines that the search in text matches. */
	readonly matches: (state: State) => readonly number[];
};

/** What a kept result was made of. */
type Kept<Value> = {readonly of: readonly unknown[]; readonly value: Value};

const remember = <Value>() => {
	const kept = new Map<string, Kept<Value>>();
	return (key: string, of: readonly unknown[], make: () => Value): Value => {
		const known = kept.get(key);
		if (known?.of.every((part, index) => Object.is(part, of[index]))) {
			return known.value;
		}

		const value = make();
		// One screen and the one behind it are what is asked for again.
		if (kept.size > 8) {
			kept.clear();
		}

		kept.set(key, {of, value});
		return value;
	};
};

/** A text with what is searched for standing out in it, and where that is. */
const searchIn = (
	text: readonly Line[],
	{filter, index}: Pick<ListState, 'filter' | 'index'>,
): {readonly lines: readonly Line[]; readonly matches: readonly number[]} => {
	const parsed = parseFilter(filter);
	const pattern = wordsPattern(wantedWords(parsed));
	return pattern
		? {
				lines: text.map((line, number) => highlight(line, pattern, number === index ? 'marker' : 'accent')),
				matches: text.flatMap((line, number) => (isKept(parsed, lineText(line)) ? [number] : [])),
			}
		: {lines: text, matches: []};
};

/** A selection that remembers its last results. */
export const createSelection = () => {
	const lists = remember<BoundList | undefined>();
	const texts = remember<readonly Line[]>();
	const searches = remember<ReturnType<typeof searchIn>>();
	return (drawing: Drawing, width: number, height: number): Selection => {
		const searched = (state: State) => {
			const place = placeOf(state);
			const list = listAt(state, place);
			const text = texts(
				placeId(place),
				[place, drawing.cluster, drawing.symbols, drawing.inquiries, drawing.plotSpan, width, height],
				() => buildText(place, drawing, {width, height}),
			);
			return searches(placeId(place), [text, list.filter, list.index], () => searchIn(text, list));
		};

		return {
			list(state) {
				const place = placeOf(state);
				const list = listAt(state, place);
				const choice = state.columns.get(place.kind);
				return lists(
					placeId(place),
					[
						drawing.cluster,
						drawing.symbols,
						drawing.overlayOf,
						drawing.inquiries,
						drawing.plotSpan,
						list.filter,
						list.problems,
						list.onlyMarked && list.marked,
						list.sort,
						choice,
					],
					() => buildList(place, {list, choice}, drawing),
				);
			},
			text: state => searched(state).lines,
			matches: state => searched(state).matches,
		};
	};
};
