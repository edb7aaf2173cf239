/**
 * Everything about one subtask: what is wrong and what to do first, then its state and its numbers, DM's own messages
 * last.
 */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import {
	formatBytes,
	formatDuration,
	formatExact,
	formatPercent,
	formatRoughly,
} from '../../components/quantity.js';
import {type FoldedError, explainError, foldErrors} from '../../dm/errors.js';
import type {ProcessError, ProcessResult, Subtask} from '../../dm/status.js';
import {furtherErrorsOf} from '../../findings/evidence/further-errors.js';
import type {Finding} from '../../findings/finding.js';
import type {SubtaskView} from '../../monitor/view.js';
import {
	distanceCell,
	endText,
	lagCell,
	lagReason,
	lastKnownMark,
	rateCell,
	slopeCell,
} from '../cells/cells.js';
import {cureText, findingLine, retryText, sinceText} from '../cells/finding-lines.js';
import {healthSign, healthStyle} from '../cells/health.js';
import {plainWord} from '../cells/plain-word.js';
import type {Drawing} from '../drawing.js';
import {binlogPicture} from '../plots/binlog-picture.js';
import {plotRow} from '../plots/measure-plot.js';
import {progressLine} from '../plots/progress-line.js';
import {plottedSubtask} from '../plots/subjects.js';
import {say} from '../../language/say.js';
import {
	dumpSection,
	loadSection,
	positionsSection,
	relaySection,
	syncSection,
	validationSection,
} from './units.js';
import {type Section, textLines} from './text.js';

const severalLines = (texts: readonly string[]): Line[] => texts.flatMap(text => textLines(text));

/** A finding: what is wrong, what to do, and the evidence. */
const findingSection = (
	finding: Finding,
	drawing: Drawing,
	known: Parameters<typeof findingLine>[2],
): Section => ({
	heading: findingLine(finding, drawing, known),
	fields: [
		[say('what to do'), severalLines(finding.fix)],
		[say('key'), severalLines(cureText(finding, drawing.canOperate))],
		[say('why'), severalLines(finding.why)],
		[say('retries'), severalLines(retryText(finding))],
	],
});

const classification = ({code, class: errorClass, scope, level, type}: ProcessError): string =>
	[
		String(code ?? ''),
		errorClass,
		scope === '' ? '' : say('{scope} scope', {scope}),
		level === '' ? '' : say('{level} level', {level}),
		type ?? '',
	]
		.filter(part => part !== '')
		.join(say(', '));

/** An error in DM's own words, or several that only differ in a key. */
const errorSection = (heading: string, {error, count, examples, isConsequence}: FoldedError): Section => {
	const {where, dmWords} = explainError(error);
	return {
		heading,
		fields: [
			[say('code'), [span(classification(error))]],
			[say('times'), count === 1 ? [] : [span(`${count}: ${examples.join(', ')}`)]],
			[
				say('note'),
				isConsequence ? [span(say('only a consequence of a pause, or of another error'), 'dim')] : [],
			],
			[say('where'), textLines(where)],
			[say('message'), textLines(error.message)],
			[say('raw cause'), textLines(error.rawCause)],
			[say('workaround'), textLines(dmWords)],
		],
	};
};

/** The errors of a result, each kind once, causes before consequences. */
const errorSections = (owner: string, result: ProcessResult | undefined): Section[] => {
	const errors = foldErrors(result?.errors ?? []);
	const further = result ? furtherErrorsOf(result) : [];
	const sections = errors.map((error, index) =>
		errorSection(
			errors.length === 1
				? say('{owner} error in DM’s words', {owner})
				: say('{owner} error {index} of {count} in DM’s words', {
						owner,
						index: index + 1,
						count: errors.length,
					}),
			error,
		),
	);
	return [...sections, ...further.map(heading => ({heading, fields: []}))];
};

const stateSection = (view: SubtaskView, {cluster, symbols}: Drawing): Section => {
	const {subtask, since, isSinceSeen, stale, at, lag} = view;
	const health = cluster.diagnosis.health(view);
	const reason = lagReason(lag);
	const age = formatRoughly(Math.max(0, cluster.now - at) / 1000);
	const worker = plainWord(subtask.worker);
	return {
		heading: say('State'),
		fields: [
			[
				say('stage'),
				[
					...healthSign(health, symbols),
					span(` ${subtask.stage}`, healthStyle(health)),
					...lastKnownMark(stale !== ''),
					span(`  ${sinceText({since, isSinceAtLeast: !isSinceSeen}, cluster.now)}`, 'dim'),
				],
			],
			[say('unit'), [span(subtask.unit)]],
			[
				say('source, worker'),
				[span(subtask.source), span(worker === '' ? '' : ` ${say('on {worker}', {worker})}`)],
			],
			[
				say('lag'),
				lag.kind === 'none'
					? []
					: [
							...lagCell(lag, symbols, cluster.diagnosis.thresholds['lag-high']),
							span(reason === '' ? '' : `  ${reason}`, 'dim'),
						],
			],
			[say('trend'), view.lagSlope === undefined ? [] : slopeCell(view, symbols)],
			[say('behind'), view.distance ? distanceCell(view.distance, {isLastKnown: stale !== ''}) : []],
			[say('rows/s'), view.rowsPerSecond === undefined ? [] : rateCell(view.rowsPerSecond)],
			[
				say('bytes/s'),
				view.bytesPerSecond === undefined ? [] : [span(`${formatBytes(view.bytesPerSecond)}/s`)],
			],
			[
				say('progress'),
				view.progress === undefined
					? []
					: [span(formatPercent(view.progress)), ...lastKnownMark(stale !== '')],
			],
			[
				subtask.unit === 'Sync' ? say('caught up') : say('done'),
				view.eta === undefined
					? []
					: [
							span(
								say('at {end}, in {eta}', {
									end: endText(view.eta, cluster.now),
									eta: formatDuration(view.eta),
								}),
							),
						],
			],
			[say('DDL lock'), [span(subtask.unresolvedDDLLockID, 'warn')]],
			[say('message'), textLines(subtask.msg)],
			[say('note'), textLines(subtask.problem ?? '', 'warn')],
			[
				say('answer'),
				[
					span(
						stale === '' ? say('{age} old', {age}) : say('{age} old: {stale}', {age, stale}),
						stale === '' ? 'dim' : 'warn',
					),
				],
			],
			[say('detail'), textLines(subtask.result?.detail ?? '')],
		],
	};
};

/** The height of the plots. */
const plotHeight = 9;

/** Its measures over time, then a picture of the binlog, or the progress of dump or load. */
const picturesSection = (view: SubtaskView, drawing: Drawing): Section => ({
	heading: '',
	fields: [],
	picture(width) {
		const {cluster, symbols} = drawing;
		const plots = plotRow(
			plottedSubtask(view),
			{width: width - 2, height: plotHeight, times: 'clock'},
			drawing,
		);
		const label = 'binlog ';
		const binlog = binlogPicture(view.subtask, {width: width - label.length - 2, symbols});
		return [
			...plots,
			binlog.length === 0 ? [] : [span(label, 'dim'), ...binlog],
			...wrapLine(progressLine(view, {width: width - 2, symbols, now: cluster.now}), width - 1, 7),
		]
			.filter(line => line.length > 0)
			.map((line): Line => [span(' '), ...line]);
	},
});

const checkSection = ({check}: Subtask): Section => ({
	heading: say('Check'),
	fields: check
		? [
				[say('passed'), [span(check.passed ? say('yes') : say('no'), check.passed ? 'good' : 'bad')]],
				...(['total', 'successful', 'failed', 'warning'] as const).map((name): Section['fields'][number] => [
					say(name),
					check[name] === undefined ? [] : [span(formatExact(check[name]))],
				]),
				[say('detail'), textLines(check.detail)],
			]
		: [],
});

/**
 * The page of one subtask: its findings with their fixes, its past and its binlog as pictures, its state, its unit's
 * numbers, its relay, its validation, DM's errors; positions and GTID sets last.
 */
export const subtaskSections = (view: SubtaskView, drawing: Drawing): Section[] => {
	const {subtask} = view;
	const {task, source} = subtask;
	const findings = drawing.cluster.diagnosis.ofSubtask(task, source);
	return [
		...findings.map(finding => findingSection(finding, drawing, {task, source})),
		picturesSection(view, drawing),
		stateSection(view, drawing),
		checkSection(subtask),
		dumpSection(subtask.dump),
		loadSection(subtask.load),
		...syncSection(subtask.sync),
		relaySection(subtask.relay, view.stale !== ''),
		validationSection(subtask.validation),
		...errorSections(say('Subtask'), subtask.result),
		...errorSections(say('Relay'), subtask.relay?.result),
		...errorSections(say('Validation'), subtask.validation?.result),
		positionsSection(subtask),
	];
};
