/**
 * The page of the errors at one place: what each means, its causes, how to verify it, what to do and what not to do.
 */
import {type Style, type Line, span} from '../../components/line.js';
import {
	type ErrorExplanation,
	type ErrorOwner,
	explainError,
	foldErrors,
	readErrors,
} from '../../dm/errors.js';
import {type PageField, errorFields} from '../../dm/errors/explaining/page.js';
import type {ProcessError} from '../../dm/status.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {logSteps} from '../../findings/evidence/what-to-do.js';
import type {Finding} from '../../findings/finding.js';
import {kindWords} from '../../operations/kinds.js';
import {type ErrorPlace, findingsAt} from '../places/findings-at.js';
import type {Drawing} from '../drawing.js';
import {say} from '../../language/say.js';
import {type Section, textLines} from './text.js';

/** Errors of one owner, and their context. */
type Group = {
	readonly owner: string;
	readonly errors: readonly ProcessError[];
	readonly context: ErrorOwner;
};

const units = ['Dump', 'Load', 'Sync'] as const;

const groupsAt = (cluster: DiagnosedView, {task, source}: ErrorPlace): readonly Group[] => {
	const view = cluster.sources.find(known => known.source === source);
	const worker = view?.worker ?? '';
	const known = {source, worker, ...(task !== undefined && {task})};
	const itsTask = task === undefined ? undefined : cluster.diagnosis.taskNamed(task);
	const subtask = itsTask?.subtasks.find(one => one.subtask.source === source)?.subtask;
	const relay = task === undefined ? view?.relay : subtask?.relay;
	return [
		{
			owner: say('Subtask'),
			errors: subtask?.result?.errors ?? [],
			context: {
				...known,
				unit: units.find(unit => unit === subtask?.unit),
				...(subtask?.stage === 'Stopped' && {isStopped: true}),
			},
		},
		{owner: say('Relay'), errors: relay?.result?.errors ?? [], context: {...known, isOfRelay: true}},
		{owner: say('Validation'), errors: subtask?.validation?.result?.errors ?? [], context: known},
		{owner: say('Shard conflict'), errors: readErrors(subtask?.sync?.conflictMsg ?? ''), context: known},
		{owner: say('Upstream'), errors: view?.upstreamErrors ?? [], context: {...known, isOfUpstream: true}},
	];
};

/** Errors that only a finding has, such as that of a silent source, or of the relay of another worker. */
const others = (cluster: DiagnosedView, place: ErrorPlace, groups: readonly Group[]): readonly Group[] => {
	const known = new Set(groups.flatMap(({errors}) => errors));
	const {task, source} = place;
	return findingsAt(cluster, place).flatMap(({error, kind, worker}) => {
		const isOfRelay = kind === 'relay-error';
		return error === undefined || known.has(error) || isSame(error, known)
			? []
			: {
					owner: isOfRelay ? say('Relay') : say('Source'),
					errors: [error],
					context: {
						source,
						...(task !== undefined && {task}),
						...(isOfRelay && {isOfRelay, ...(worker !== undefined && {worker})}),
					},
				};
	});
};

const isSame = (error: ProcessError, known: ReadonlySet<ProcessError>): boolean =>
	known
		.values()
		.some(({code, message, rawCause}) =>
			[code === error.code, message === error.message, rawCause === error.rawCause].every(Boolean),
		);

const styles: Record<NonNullable<PageField['weight']>, Style> = {
	main: 'strong',
	warning: 'warn',
	quiet: 'dim',
};

const fieldLines = ({label, lines, weight}: PageField): Line[] =>
	lines.flatMap(line =>
		textLines(line, label === say('what') ? 'bad' : weight === undefined ? 'plain' : styles[weight]),
	);

/** The error with something to do, also where neither dm-top nor DM has advice. */
const withSteps = (explained: ErrorExplanation, context: ErrorOwner): ErrorExplanation =>
	explained.steps.length > 0 || explained.dmWords !== ''
		? explained
		: {...explained, steps: logSteps(context)};

const groupSections = ({owner, errors, context}: Group): readonly Section[] => {
	const folded = foldErrors(errors);
	return folded.map((one, index): Section => {
		const explained = withSteps(explainError(one.error, context), context);
		const heading =
			folded.length === 1
				? say('{owner} error', {owner})
				: say('{owner} error {index} of {count}', {owner, index: index + 1, count: folded.length});
		return {
			heading: [span(heading, 'title'), span(explained.id === '' ? '' : `  ${explained.id}`, 'dim')],
			fields: errorFields(explained, one, kind => say(kindWords[kind].action)).map(field => [
				field.label,
				fieldLines(field),
			]),
		};
	});
};

/** A finding that has no error of DM. */
const findingSection = ({kind, what, why, fix}: Finding): Section => ({
	heading: [span(say('Finding'), 'title'), span(`  ${kind}`, 'dim')],
	fields: [
		[say('what'), [[span(what, 'bad')]]],
		[say('why'), why.map(line => [span(line)])],
		[say('what to do'), fix.map(line => [span(line, 'strong')])],
	],
});

/**
 * All errors at a place, without duplicates; causes before consequences. What the row shows that the page was opened
 * from is the first of them.
 */
export const errorPageSections = (
	place: ErrorPlace,
	{cluster}: Pick<Drawing, 'cluster'>,
): readonly Section[] => {
	const groups = groupsAt(cluster, place);
	const all = [...groups, ...others(cluster, place, groups)];
	const [shown] = findingsAt(cluster, place);
	const isShown = ({errors}: Group): boolean =>
		shown?.error !== undefined && (errors.includes(shown.error) || isSame(shown.error, new Set(errors)));
	return [
		...(shown && shown.error === undefined ? [findingSection(shown)] : []),
		...[...all.filter(group => isShown(group)), ...all.filter(group => !isShown(group))].flatMap(group =>
			groupSections(group),
		),
	];
};
