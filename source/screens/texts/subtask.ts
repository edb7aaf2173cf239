/**
 * Everything DM tells of one subtask, and what follows from it.
 */
import {type Line, span} from '../../components/line.js';
import {
	formatBytes,
	formatDuration,
	formatExact,
	formatPercent,
	formatRoughly,
	formatTime,
} from '../../components/quantity.js';
import {autoResumable, explainError} from '../../dm/errors.js';
import type {ProcessError, ProcessResult, Subtask} from '../../dm/status.js';
import type {SubtaskView} from '../../monitor/view.js';
import {distanceText, lagCell, lagReason, rateCell} from '../cells.js';
import {healthSign, healthStyle} from '../health.js';
import type {Drawing} from '../lists/list.js';
import {dumpSection, loadSection, relaySection, syncSection, validationSection} from './units.js';
import {type Section, textLines} from './text.js';

const classification = ({code, class: errorClass, scope, level, type}: ProcessError): Line => [
	span(
		[
			code === undefined ? '' : `code ${code}`,
			errorClass,
			scope === '' ? '' : `${scope} scope`,
			level === '' ? '' : `${level} level`,
			type ?? '',
		]
			.filter(part => part !== '')
			.join(', '),
		'dim',
	),
];

/** An error laid out as what, where, why, what to do; the full texts of DM under it. */
const errorSection = (heading: string, error: ProcessError): Section => {
	const {what, where, why, fix} = explainError(error);
	return {
		heading,
		fields: [
			['what', textLines(what, 'bad')],
			['where', textLines(where)],
			['why', textLines(why)],
			['what to do', textLines(fix)],
			['class', classification(error)],
			['message', textLines(error.message)],
			['raw cause', error.rawCause === why ? [] : textLines(error.rawCause)],
			['workaround', error.workaround === fix ? [] : textLines(error.workaround)],
		],
	};
};

const errorSections = (owner: string, result: ProcessResult | undefined): Section[] => {
	const errors = result?.errors ?? [];
	return errors.map((error, index) =>
		errorSection(
			errors.length === 1 ? `${owner} error` : `${owner} error ${index + 1} of ${errors.length}`,
			error,
		),
	);
};

const resumes = ({stage, result}: Subtask): Line => {
	if (stage !== 'Paused' || !result) {
		return [];
	}

	if (result.isCanceled) {
		return [span('paused by a person; it stays so until it is resumed')];
	}

	return autoResumable(result)
		? [span('DM tries again by itself, at growing intervals up to 5 minutes')]
		: [span('DM does not try again by itself: mend the cause, then resume', 'warn')];
};

const stateSection = (view: SubtaskView, {cluster, symbols, ascii}: Drawing): Section => {
	const {subtask, health, since, stale, at, lag} = view;
	const reason = lagReason(lag);
	const age = formatRoughly(Math.max(0, cluster.now - at) / 1000);
	return {
		heading: 'State',
		fields: [
			[
				'stage',
				[
					...healthSign(health, ascii),
					span(` ${subtask.stage}`, healthStyle(health)),
					span(
						`  seen so since ${formatTime(since)} (${formatRoughly(Math.max(0, cluster.now - since) / 1000)})`,
						'dim',
					),
				],
			],
			['unit', [span(subtask.unit)]],
			['resume', resumes(subtask)],
			['source, worker', [span(subtask.source), span(subtask.worker === '' ? '' : ` on ${subtask.worker}`)]],
			[
				'lag',
				lag.kind === 'none'
					? []
					: [...lagCell(lag, symbols), span(reason === '' ? '' : `  ${reason}`, 'dim')],
			],
			['behind', view.distance ? [span(distanceText(view.distance))] : []],
			['rows/s', view.rowsPerSecond === undefined ? [] : rateCell(view.rowsPerSecond)],
			['bytes/s', view.bytesPerSecond === undefined ? [] : [span(`${formatBytes(view.bytesPerSecond)}/s`)]],
			['progress', view.progress === undefined ? [] : [span(formatPercent(view.progress))]],
			['done in', view.eta === undefined ? [] : [span(formatDuration(view.eta))]],
			['DDL lock', [span(subtask.unresolvedDDLLockID, 'warn')]],
			['message', textLines(subtask.msg)],
			['note', textLines(subtask.problem ?? '', 'warn')],
			['answer', [span(stale === '' ? `${age} old` : `${age} old: ${stale}`, stale === '' ? 'dim' : 'warn')]],
			['detail', textLines(subtask.result?.detail ?? '')],
		],
	};
};

const checkSection = ({check}: Subtask): Section => ({
	heading: 'Check',
	fields: check
		? [
				['passed', [span(check.passed ? 'yes' : 'no', check.passed ? 'good' : 'bad')]],
				...(['total', 'successful', 'failed', 'warning'] as const).map((name): Section['fields'][number] => [
					name,
					check[name] === undefined ? [] : [span(formatExact(check[name]))],
				]),
				['detail', textLines(check.detail)],
			]
		: [],
});

/** The page of one subtask: its state, its errors, its unit's numbers, its relay, its validation. */
export const subtaskSections = (view: SubtaskView, drawing: Drawing): Section[] => {
	const {subtask} = view;
	return [
		stateSection(view, drawing),
		...errorSections('Subtask', subtask.result),
		...errorSections('Relay', subtask.relay?.result),
		...errorSections('Validation', subtask.validation?.result),
		checkSection(subtask),
		dumpSection(subtask.dump),
		loadSection(subtask.load),
		...syncSection(subtask.sync),
		relaySection(subtask.relay),
		validationSection(subtask.validation),
	];
};
