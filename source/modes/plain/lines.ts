/**
 * The cluster in sentences: for a screen reader, for a log, for a pipe.
 */
import {formatDuration, formatMoment, formatPercent, formatRate} from '../../components/quantity.js';
import type {ClusterEvent, ClusterView, Lag, TaskView} from '../../monitor/view.js';
import {sanitize} from '../../terminal/sanitize.js';

const lagWords = (lag: Lag): string => {
	switch (lag.kind) {
		case 'seconds': {
			return `lag ${formatDuration(lag.seconds)}`;
		}

		case 'at-least': {
			return `lag at least ${formatDuration(lag.seconds)}`;
		}

		case 'unknown': {
			return `lag unknown: ${lag.why}`;
		}

		case 'none': {
			return '';
		}
	}
};

/** One task in one sentence. */
export const taskLine = (task: TaskView): string => {
	const parts = [
		`${task.status}${task.incomplete ? ', known in part' : ''}`,
		task.unit,
		`${task.well} of ${task.subtasks.length} sources well`,
		lagWords(task.lag),
		task.progress === undefined ? '' : `${formatPercent(task.progress)} done`,
		task.rowsPerSecond === undefined ? '' : `${formatRate(task.rowsPerSecond)} rows a second`,
		task.eta === undefined
			? ''
			: `${task.unit === 'Sync' ? 'caught up' : 'done'} in ${formatDuration(task.eta)}`,
		task.errors === 0 ? '' : `${task.errors} error${task.errors === 1 ? '' : 's'}`,
	];
	return sanitize(`${task.name}: ${parts.filter(part => part !== '').join(', ')}`);
};

/** The whole cluster: a line of totals, then a line a task, worst first. */
export const summaryLines = ({totals, tasks, forgottenSources}: ClusterView, title: string): string[] => {
	const states = totals.byStatus.map(([status, count]) => `${count} ${status}`).join(', ');
	return [
		sanitize(
			`${title}: ${totals.tasks} task${totals.tasks === 1 ? '' : 's'}${states === '' ? '' : `: ${states}`}`,
		),
		...tasks.map(task => taskLine(task)),
		...(forgottenSources === 0 ? [] : [`Sources that vanished and are no longer shown: ${forgottenSources}`]),
	];
};

/**
 * Something that happened, with its time; "New to Running" where a screen has an arrow, which is read out or left out.
 * `now` is ms since the epoch: what is of another day says so.
 */
export const eventLine = ({at, subject, text}: ClusterEvent, now: number): string =>
	sanitize(`${formatMoment(at, now)} ${subject}: ${text.replaceAll(' → ', ' to ')}`);
