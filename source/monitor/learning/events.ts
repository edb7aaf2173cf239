/** The texts of the list of events. */
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {ProcessResult} from '../../dm/status.js';
import {ownStart, ownText} from '../../dm/values/own-text.js';
import type {ClusterState} from '../records/records.js';
import type {ClusterEvent} from '../view.js';
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';

/** The limits of an event's texts, UTF-16 units, and of its lines of detail: a thousand events are kept. */
const longestText = 1000;
const longestLine = 2000;
const mostLines = 50;

/** A longer name opens no page. */
const isKept = (name: string | undefined): name is string => name !== undefined && name.length <= longestText;

/** An event as it is kept: texts from a server may have any length. */
export const keptEvent = ({task, source, detail, firstSeen, ...event}: ClusterEvent): ClusterEvent => ({
	...event,
	subject: ownStart(event.subject, longestText),
	text: ownStart(event.text, longestText),
	...(detail && {
		detail: [
			...detail.slice(0, mostLines).map(line => ownStart(line, longestLine)),
			...(detail.length > mostLines ? [say('… {count} more lines', {count: detail.length - mostLines})] : []),
		],
	}),
	...(firstSeen && {firstSeen: firstSeen.map(name => ownText(name))}),
	...(isKept(task) && {task: ownText(task)}),
	...(isKept(source) && {source: ownText(source)}),
});

/** Records an event, in the order of its time. */
export const recordEvent = (known: ClusterState, event: ClusterEvent): void => {
	const {events} = known;
	// A slightly later answer may have been recorded already.
	const place = events.findLastIndex(before => before.at <= event.at) + 1;
	events.splice(place, 0, keptEvent(event));
	known.eventsChanged = true;
};

/** Drops the oldest events, once those of an answer have been folded. */
export const trimEvents = ({events, eventsKept}: ClusterState): void => {
	if (events.length >= eventsKept * 2) {
		events.splice(0, events.length - eventsKept);
	}
};

/** More than this of the same on the tasks of one source in one answer are one event. */
const several = 3;

/** Merges the events after `last` where the same happened to many tasks of a source at once. */
export const foldEvents = ({events}: ClusterState, last: ClusterEvent | undefined): void => {
	const from = last === undefined ? 0 : events.lastIndexOf(last) + 1;
	const came = events.splice(from);
	const nameOf = ({task, source, text}: ClusterEvent): string =>
		task === undefined || source === undefined ? '' : JSON.stringify([source, text]);
	const groups = Map.groupBy(came, event => nameOf(event));
	for (const event of came) {
		const {at, health, source, text} = event;
		const name = nameOf(event);
		const group = groups.get(name)!;
		if (name === '' || group.length <= several) {
			events.push(event);
		} else if (event === group[0]) {
			const tasks = group.map(({task}) => task);
			events.push(
				keptEvent({
					at,
					health,
					subject: source!,
					text: say('{count} tasks: {text}', {count: tasks.length, text}),
					detail: [namesText(tasks.flatMap(task => task ?? []))],
					source,
				}),
			);
		}
	}
};

/**
 * "error 36067", "errors 36067 and 36027", "an error"; '' without errors other than those that a pause leaves. Errors
 * are told apart by it.
 */
export const errorName = (result: ProcessResult | undefined): string => {
	const errors = trueErrors(result);
	if (errors.length === 0) {
		return '';
	}

	const codes = [...new Set(errors.flatMap(({code, type}) => code ?? type ?? []))];
	if (codes.length === 0) {
		return say('an error');
	}

	return codes.length === 1
		? say('error {code}', {code: codes[0]!})
		: say('errors {codes}', {codes: codes.join(' and ')});
};

/** "Paused by error 36067", "Paused manually", "Running". `isOwn`: this dm-top did it. */
export const stageText = (stage: string, result: ProcessResult | undefined, isOwn: boolean): string => {
	if (stage !== 'Paused') {
		return stage === '' ? say('stage unknown') : stage;
	}

	const error = errorName(result);
	if (error !== '') {
		return say('Paused by {error}', {error});
	}

	if (result?.isCanceled !== true) {
		return 'Paused';
	}

	return isOwn ? say('Paused by this dm-top') : say('Paused manually');
};
