/**
 * `--plain`, and what one gets when standard output is no terminal: the cluster once in full, then every change as
 * a line of its own.
 */
import type {Writable} from 'node:stream';
import type {ClusterEvent, ClusterView} from '../monitor/view.js';
import type {Watch} from '../watch.js';
import {sanitize} from '../terminal/sanitize.js';
import {eventLine, summaryLines} from './lines.js';

/** The events that are in `view` and were not in the one before, oldest first. */
const newEvents = (view: ClusterView, last: ClusterEvent | undefined): ClusterEvent[] => {
	const until = last === undefined ? -1 : view.events.indexOf(last);
	return view.events.slice(0, until === -1 ? undefined : until).toReversed();
};

/** Prints until `signal` is aborted, the output is closed or the input has ended. Resolves then. */
export const printChanges = async (
	watch: Watch,
	title: string,
	output: Writable,
	signal: AbortSignal,
): Promise<void> => {
	const over = Promise.withResolvers<void>();
	let isFirst = true;
	let last: ClusterEvent | undefined;
	let trouble = '';
	const say = (lines: readonly string[]) => {
		if (lines.length > 0) {
			output.write(`${lines.join('\n')}\n`);
		}
	};

	const look = () => {
		const view = watch.current();
		const troubled = view.trouble ? `${view.trouble.what}. ${view.trouble.fix}`.trim() : '';
		if (troubled !== trouble && troubled !== '') {
			say([sanitize(troubled)]);
		}

		trouble = troubled;
		if (view.at === 0) {
			return;
		}

		if (isFirst) {
			say(summaryLines(view, title));
			isFirst = false;
		} else {
			say(newEvents(view, last).map(event => eventLine(event)));
		}

		last = view.events[0] ?? last;
	};

	const leave = watch.subscribe(look);
	const end = () => {
		over.resolve();
	};

	signal.addEventListener('abort', end, {once: true});
	output.on('error', end);
	output.on('close', end);
	void watch.ended.then(() => {
		look();
		end();
	});
	await over.promise;
	leave();
};
