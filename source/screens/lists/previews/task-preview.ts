/**
 * The preview of the selected row: what is wrong and what to do first, then the numbers.
 */
import {type Line, joinLines, span} from '../../../components/line.js';
import {worstFirst} from '../../../findings/ordering/worst-first.js';
import type {SubtaskView, TaskView} from '../../../monitor/view.js';
import {distanceCell, lastKnownMark, lagCell, lagReason} from '../../cells/cells.js';
import {findingsLines, sinceText} from '../../cells/finding-lines.js';
import {healthSign} from '../../cells/health.js';
import {plainWord} from '../../cells/plain-word.js';
import {binlogPicture} from '../../plots/binlog-picture.js';
import {progressLine} from '../../plots/progress-line.js';
import type {Drawing} from '../../drawing.js';
import {columnsBySource} from '../columns/subtask-columns.js';
import {say} from '../../../language/say.js';
import {spaceForFindings, subtaskTable} from './subtask-table.js';

const lagWords = (row: SubtaskView, drawing: Drawing): Line => {
	const reason = lagReason(row.lag);
	return row.lag.kind === 'none'
		? []
		: [
				span(`${say('lag')} `, 'dim'),
				...lagCell(row.lag, drawing.symbols, drawing.cluster.diagnosis.thresholds['lag-high']),
				...(reason ? [span(say(' ({reasons})', {reasons: reason}), 'dim')] : []),
			];
};

/** Whether its stage may be another by now; without a worker it has none. */
const isLastKnown = ({subtask: {stage}, stale}: SubtaskView): boolean =>
	stale !== '' && stage !== '' && stage !== 'InvalidStage';

/** One subtask in one line: its worker, unit and progress. */
const headline = (row: SubtaskView, drawing: Drawing): Line => {
	const {subtask, since, isSinceSeen} = row;
	const [worker, stage, unit] = [subtask.worker, subtask.stage, subtask.unit].map(word => plainWord(word));
	const parts: Line[] = [
		[
			...healthSign(drawing.cluster.diagnosis.health(row), drawing.symbols),
			span(` ${subtask.source}`, 'strong'),
			...(worker === '' ? [] : [span(` ${say('on')} `, 'dim'), span(worker!)]),
		],
		[
			span(stage!),
			...lastKnownMark(isLastKnown(row)),
			span(unit === '' ? '' : ` ${unit}`),
			span(` ${sinceText({since, isSinceAtLeast: !isSinceSeen}, drawing.cluster.now)}`, 'dim'),
		],
		lagWords(row, drawing),
		row.distance
			? [span(`${say('behind')} `, 'dim'), ...distanceCell(row.distance, {isLastKnown: row.stale !== ''})]
			: [],
	];
	return joinLines(
		parts.filter(part => part.length > 0),
		span(' '.repeat(3)),
	);
};

const binlogLabel = 'binlog ';

/** Where upstream and checkpoint are, as a picture; for a dump or load its progress. */
const numberLines = (row: SubtaskView, width: number, {cluster, symbols}: Drawing): Line[] => {
	const {subtask} = row;
	const {load} = subtask;
	const picture = binlogPicture(subtask, {width: width - binlogLabel.length, symbols});
	return [
		picture.length === 0 ? [] : [span(binlogLabel, 'dim'), ...picture],
		progressLine(row, {width, symbols, now: cluster.now}),
		subtask.unit === 'Load' && load && load.metaBinlog !== ''
			? [
					span(`${say('from')}   `, 'dim'),
					span(load.metaBinlog),
					span(`  ${say('where the dump was taken')}`, 'dim'),
				]
			: [],
	].filter(line => line.length > 0);
};

/** The selected subtask, in at most `height` lines. */
export const subtaskPreview = (
	row: SubtaskView,
	width: number,
	height: number,
	drawing: Drawing,
): readonly Line[] => {
	const {task, source} = row.subtask;
	return [
		...findingsLines(
			drawing.cluster.diagnosis.ofSubtask(task, source),
			drawing,
			{task, source},
			{width, most: spaceForFindings(height, 3)},
		),
		headline(row, drawing),
		...numberLines(row, width, drawing),
	].slice(0, height);
};

/** The selected task: its findings, then its sources where it has more than one. */
export const taskPreview = (
	task: TaskView,
	width: number,
	height: number,
	drawing: Drawing,
): readonly Line[] => {
	const {diagnosis} = drawing.cluster;
	const rows = task.subtasks.toSorted(
		worstFirst(row => ({
			findings: diagnosis.ofSubtask(row.subtask.task, row.subtask.source),
			health: diagnosis.health(row),
			lag: row.lag,
			name: row.subtask.source,
		})),
	);
	const findings = findingsLines(
		diagnosis.ofTask(task.name),
		drawing,
		{task: task.name, ...(rows.length === 1 && {source: rows[0]!.subtask.source})},
		{width, most: spaceForFindings(height, Math.min(4, rows.length + 2))},
	);
	const [only] = rows;
	if (!only) {
		return [...findings, [span(task.statusText)]].slice(0, height);
	}

	if (rows.length === 1) {
		return [...findings, headline(only, drawing), ...numberLines(only, width, drawing)].slice(0, height);
	}

	return [
		...findings,
		...subtaskTable(rows, columnsBySource, drawing, {
			width,
			height: height - findings.length,
		}),
	].slice(0, height);
};
