/**
 * What `y` offers for a spot, the most useful first: the command of an operation against what is wrong, its position, its error, its name.
 */
import {findBadDdl} from '../../../dm/derived/bad-ddl.js';
import {causeOf} from '../../../dm/errors.js';
import type {ProcessError} from '../../../dm/status.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Finding} from '../../../findings/finding.js';
import type {SubtaskView} from '../../../monitor/view.js';
import {offers} from '../../../operations/offering/offers.js';
import type {Subject} from '../../../operations/offering/subject.js';
import {withOwnDdls} from '../../../operations/planning/entered.js';
import {makePlan, type Plan} from '../../../operations/planning/plan.js';
import {findSubtask} from '../../../operations/target.js';
import {operationKinds} from '../../../providers/operation.js';
import {stripSecrets} from '../../../dm/secrets/passwords.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {shortPosition} from '../../lists/columns/subtask-columns.js';
import type {Context} from '../../context/context.js';
import {subjectAt} from '../operating/subject.js';
import {type State, placeOf, withList} from '../../state/state.js';
import {say} from '../../../language/say.js';
import type {Copyable} from '../../state/copyable.js';
import type {Spot} from './spot.js';

/** Text for the clipboard: line breaks stay, other control characters are made visible, passwords are removed. */
export const cleanText = (text: string): string =>
	stripSecrets(text)
		.split(/\r\n|\n|\r/v)
		.map(line => sanitize(line.replaceAll('\t', '  ')))
		.join('\n');

/** The subtask of a spot: for a task the one with its worst finding. */
export const subtaskOf = (
	{task, source, findings}: Spot,
	{screen: {cluster}}: Pick<Context, 'screen'>,
): SubtaskView | undefined => {
	const found = source ?? findings.find(finding => finding.source !== undefined)?.source;
	return task === undefined || found === undefined ? undefined : findSubtask(cluster, task, found);
};

/** An error of DM's as it is copied: its code and message, and the cause below. */
export const errorText = ({code, message, rawCause}: ProcessError): string =>
	[code === undefined ? message : `${code} ${message}`, rawCause].filter(Boolean).join('\n');

/** The placeholder in a command for a DDL that is not known. */
const unknownDdl = '<the DDL>';

/**
 * The plan as a command: a replace has the DDL that it replaces, to be edited. Undefined where something else has to be
 * entered.
 */
const asCommand = (plan: Plan, cluster: DiagnosedView): Plan | undefined => {
	if (plan.asks === 'nothing') {
		return plan;
	}

	return plan.choice.kind === 'binlog-replace' ? withOwnDdls(plan, cluster, unknownDdl) : undefined;
};

/**
 * The first operation that fixes what is wrong at a spot, even where dm-top itself may not send it; never one that the
 * advice warns of.
 */
const firstCure = (
	subject: Subject | undefined,
	findings: readonly Finding[],
	{screen: {cluster}, operateContext}: Context,
): Plan | undefined => {
	if (!subject) {
		return undefined;
	}

	const warnedOf = new Set(findings.flatMap(({warnsOf = []}) => warnsOf));
	const capabilities = {...operateContext.capabilities, readOnly: false, operator: {kinds: operationKinds}};
	return Iterator.from(offers(subject, {cluster, capabilities}).offers)
		.flatMap(offer =>
			offer.isCure && offer.kind !== 'page' && !warnedOf.has(offer.kind)
				? [makePlan(offer.choice, cluster, operateContext.access)]
				: [],
		)
		.map(plan => asCommand(plan, cluster))
		.find(plan => plan !== undefined);
};

const positionOf = (view: SubtaskView | undefined): string => {
	const bad = view && findBadDdl(view.subtask);
	return bad && bad.position !== '' ? bad.position : shortPosition(view?.subtask.sync?.syncerBinlog ?? '');
};

const errorOf = ({findings}: Spot, view: SubtaskView | undefined): string => {
	const error =
		findings.find(finding => finding.error !== undefined)?.error ??
		causeOf(view?.subtask.result?.errors ?? []);
	return error ? errorText(error) : '';
};

const commandLabel = ({choice, action, operations}: Plan): string => {
	if (choice.kind !== 'binlog-replace') {
		return say('dmctl command: {action}', {action});
	}

	return operations.some(operation => 'sqls' in operation && operation.sqls.includes(unknownDdl))
		? say('dmctl command: {action}, with the DDL to be written', {action})
		: say('dmctl command: {action}, with the DDL to be edited', {action});
};

/** Copying is about the row under the cursor; operations are about the marked rows. */
const withoutMarks = (state: State): State => withList(state, placeOf(state), {marked: new Set()});

/** What can be copied at a spot; unknown things are left out. */
export const copyables = (spot: Spot, context: Context): readonly Copyable[] => {
	const {name, task, source, lock, event, findings} = spot;
	const view = subtaskOf(spot, context);
	const bad = view && findBadDdl(view.subtask);
	const cure =
		findings.length === 0
			? undefined
			: firstCure(
					subjectAt(withoutMarks(context.state), context.screen, context.operateContext),
					findings,
					context,
				);
	const isNamed = task === undefined && source === undefined;
	const told: ReadonlyArray<readonly [letter: string, label: string, text: string]> = [
		['d', cure ? commandLabel(cure) : '', cure?.dmctl.join('\n') ?? ''],
		['p', bad ? say('position of the DDL') : say('checkpoint'), positionOf(view)],
		['s', say('DDL'), bad?.sql ?? lock?.ddls.join(';\n') ?? ''],
		['e', say('error'), errorOf(spot, view)],
		['w', say('what is wrong'), findings[0]?.what ?? ''],
		['m', say('event'), event ? [event.text, ...(event.detail ?? [])].join('\n') : ''],
		['l', say('lock ID'), lock?.id ?? ''],
		['n', say('name'), isNamed ? name : ''],
		['t', say('task'), task ?? ''],
		['o', say('source'), source ?? ''],
		['g', say('GTID set of the checkpoint'), view?.subtask.sync?.syncerBinlogGtid ?? ''],
	];
	return told
		.map(([letter, label, text]) => ({letter, label, text: cleanText(text)}))
		.filter(({text}) => text !== '');
};
