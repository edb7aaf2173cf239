/**
 * `--plain`, the default when standard output is not a terminal: the cluster once in full, then every change as a line.
 */
import type {Writable} from 'node:stream';
import type {ClusterEvent} from '../../monitor/view.js';
import {problemText} from '../../providers/problem-text.js';
import type {Watch} from '../../session/watching/watch.js';
import {sanitize} from '../../terminal/sanitize.js';
import {newLines, summaryLines} from './lines.js';

/** Prints until `signal` is aborted, the output is closed or the input has ended. */
export const printChanges = async (
	watch: Watch,
	title: string,
	output: Writable,
	signal: AbortSignal,
): Promise<void> => {
	const over = Promise.withResolvers<void>();
	let isFirst = true;
	let shown: readonly ClusterEvent[] = [];
	let problem = '';
	const print = (lines: readonly string[]) => {
		if (lines.length > 0) {
			output.write(`${lines.join('\n')}\n`);
		}
	};

	const look = () => {
		const view = watch.current();
		const told = view.problem && view.isOld ? problemText(view.problem) : '';
		if (told !== problem && told !== '') {
			print([sanitize(told)]);
		}

		problem = told;
		if (view.at === 0) {
			return;
		}

		if (isFirst) {
			print(summaryLines(view, title));
			isFirst = false;
		}

		if (view.events !== shown) {
			print(newLines(view.events, shown, view.now));
		}

		shown = view.events;
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
