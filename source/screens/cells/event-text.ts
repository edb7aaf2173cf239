import {formatMoment} from '../../components/quantity.js';
import {span} from '../../components/line.js';
import {withoutFirstSeen} from '../../findings/journal/words.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {say} from '../../language/say.js';

/** The names of the place of an event in sentences: "orders/mysql-01" is "orders on mysql-01" there. */
const namesOf = ({
	subject,
	task,
	source,
}: Pick<ClusterEvent, 'subject' | 'task' | 'source'>): readonly string[] => [
	subject,
	...(task !== undefined && source !== undefined ? [say('{task} on {source}', {task, source})] : []),
];

/** `text` without `words`, where no longer name begins with them. */
const without = (text: string, words: string): string => {
	const at = text.indexOf(words);
	const rest = text.slice(at + words.length);
	return at === -1 || /^[\w\-.]/v.test(rest) ? text : text.slice(0, at) + rest;
};

/**
 * A text beside the place of its event, which it does not repeat: neither at its beginning nor in "pause of orders on
 * mysql-01 accepted".
 */
export const besidePlace = (
	text: string,
	event: Pick<ClusterEvent, 'subject' | 'task' | 'source'>,
): string => {
	const names = namesOf(event)
		.filter(name => name !== '')
		.map(name => span(name).text);
	const begin = names
		.flatMap(name => [`${name} `, `${name}: `, `${name}：`])
		.find(start => text.startsWith(start));
	if (begin !== undefined) {
		return text.slice(begin.length);
	}

	let rest = text;
	for (const name of names) {
		rest = without(rest, say('{name} of {target}', {name: '', target: name}));
	}

	return rest;
};

/** The text of an event at `now`, ms since the epoch, with the number of DM's retries. */
export const eventText = ({text, retried}: ClusterEvent, now: number): string =>
	retried === undefined
		? text
		: say('{text}; retried {times}×, last {moment}', {
				text,
				times: retried.times,
				moment: formatMoment(retried.lastAt, now),
			});

/** The text of an event at `now`, ms since the epoch, where its place and its time stand beside it. */
export const eventTextBeside = (event: ClusterEvent, now: number): string => {
	const {text} = span(eventText(event, now));
	// The sign before the time says the same.
	return besidePlace(event.firstSeen ? withoutFirstSeen(text) : text, event);
};
