/**
 * The cluster in sentences: for a screen reader, for a log, for a pipe.
 */
import {say} from '../../language/say.js';
import {stateWord} from '../../screens/cells/cells.js';
import {
	formatDuration,
	formatMoment,
	formatPercent,
	formatRate,
	formatRoughly,
} from '../../components/quantity.js';
import type {Diagnosis, DiagnosedView} from '../../findings/diagnosis.js';
import {isWarning} from '../../findings/finding.js';
import {countWell} from '../../findings/count-well.js';
import type {ClusterEvent, Lag, TaskView} from '../../monitor/view.js';
import {sanitize} from '../../terminal/sanitize.js';

const lagWords = (lag: Lag): string => {
	switch (lag.kind) {
		case 'seconds': {
			return say('lag {lag}', {lag: formatDuration(lag.seconds)});
		}

		case 'at-least': {
			return say('lag at least {lag}', {lag: formatDuration(lag.seconds)});
		}

		case 'unknown': {
			return say('lag unknown: {why}', {why: lag.why});
		}

		case 'none': {
			return '';
		}
	}
};

/** One task in one sentence. */
export const taskLine = (task: TaskView, diagnosis: Diagnosis): string => {
	const {errors = 0} = task;
	const parts = [
		task.status,
		task.incomplete ? say('known in part') : '',
		task.unit,
		say('{well} of {count} sources healthy', {
			well: countWell(task, diagnosis),
			count: task.subtasks.length,
		}),
		lagWords(task.lag),
		task.progress === undefined ? '' : say('{progress} done', {progress: formatPercent(task.progress)}),
		task.rowsPerSecond === undefined
			? ''
			: task.incomplete
				? task.rowsPerSecond === 0
					? ''
					: say('at least {rate} rows a second', {rate: formatRate(task.rowsPerSecond)})
				: say('{rate} rows a second', {rate: formatRate(task.rowsPerSecond)}),
		task.eta === undefined
			? ''
			: say(task.unit === 'Sync' ? 'caught up in {eta}' : 'done in {eta}', {eta: formatDuration(task.eta)}),
		errors === 0 ? '' : say('{count} {count|error|errors}', {count: errors}),
	];
	return sanitize(
		say('{name}: {text}', {name: task.name, text: parts.filter(part => part !== '').join(say(', '))}),
	);
};

/**
 * How many tasks there are, in which states, and how many have problems: "shop: 3 tasks: 2 Running, 1 Paused, 1 with
 * problems"; how many sources have answered, unless all have; and how old that is while nothing answers.
 */
export const totalsLine = (
	{totals, tasks: all, diagnosis, problem, at, now}: DiagnosedView,
	title: string,
): string => {
	// Those that a screen keeps with "only problems": a stage of Running does not mean that all is well.
	const troubled = all.filter(({name}) => diagnosis.ofTask(name).some(finding => isWarning(finding))).length;
	const states = [
		...totals.byStatus.map(([status, count]) => `${count} ${stateWord(status)}`),
		...(troubled === 0 ? [] : [say('{count} with problems', {count: troubled})]),
	].join(say(', '));
	const values = {title, count: totals.tasks};
	const tasks =
		states === ''
			? say('{title}: {count} {count|task|tasks}', values)
			: say('{title}: {count} {count|task|tasks}: {states}', {...values, states});
	const {sourcesBound, sourcesUnheard} = totals;
	// The tasks of the other sources are not known.
	const heard =
		sourcesUnheard === 0
			? tasks
			: say('{tasks}; {answered} of {sources} sources answered', {
					tasks,
					answered: sourcesBound - sourcesUnheard,
					sources: sourcesBound,
				});
	return sanitize(
		problem === undefined || at === 0
			? heard
			: say('{tasks}; nothing answers: as of {age} ago', {
					tasks: heard,
					age: formatRoughly(Math.max(0, now - at) / 1000),
				}),
	);
};

/** The whole cluster: a line of totals, then one line per task, worst first. */
export const summaryLines = (cluster: DiagnosedView, title: string): string[] => {
	const {tasks, diagnosis, forgottenSources: count} = cluster;
	return [
		totalsLine(cluster, title),
		...tasks.map(task => taskLine(task, diagnosis)),
		...(count === 0 ? [] : [say('Sources that vanished and are no longer shown: {count}', {count})]),
	];
};

/** Whether a text has a name as a whole: "m1:8261" is not in "m1:82610". */
const isNamedIn = (text: string, name: string): boolean =>
	text.split(name).some((before, index, parts) => {
		const after = parts[index + 1];
		return after !== undefined && !/[\w\-.]$/v.test(before) && !/^[\w\-:]/v.test(after);
	});

/**
 * An event with its time; "New to Running" where a screen has an arrow, which screen readers skip or read out. Where the
 * text itself names the address of the cluster, that is not said twice. `now` is ms since the epoch: an event of another
 * day has its date.
 */
export const eventLine = ({at, subject, text: told}: ClusterEvent, now: number): string => {
	const text = told.split(' → ').join(say(' to '));
	const isTwice = subject.includes(':') && isNamedIn(text, subject);
	return sanitize(
		`${formatMoment(at, now)} ${isTwice ? text : say('{name}: {text}', {name: subject, text})}`,
	);
};

/** Whether both are about the same at the same place. */
const isAlike = (left: ClusterEvent, right: ClusterEvent): boolean =>
	left.subject === right.subject &&
	left.finding?.kind === right.finding?.kind &&
	left.finding?.isOver === right.finding?.isOver;

/**
 * The lines for what was not in the view before, oldest first. Some of the earlier events may have been replaced: by one
 * that tells the same with a further retry of DM, or with an earlier time, which is not repeated, or by one that tells the
 * truth, which is only known now. A printed line stays, so that one is marked as a correction.
 */
export const newLines = (
	events: readonly ClusterEvent[],
	before: readonly ClusterEvent[],
	now: number,
): readonly string[] => {
	const known = new Set(before);
	const shown = new Set(events);
	const replaced = before.filter(event => !shown.has(event));
	return events
		.filter(event => !known.has(event))
		.toReversed()
		.flatMap(event => {
			const alike = replaced.filter(old => isAlike(old, event));
			if (alike.some(({at, text}) => text === event.text && at >= event.at)) {
				return [];
			}

			const isCorrection = event.finding !== undefined && alike.some(({at}) => at === event.at);
			return [
				eventLine(isCorrection ? {...event, text: say('corrected: {text}', {text: event.text})} : event, now),
			];
		});
};
