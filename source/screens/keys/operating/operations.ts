/**
 * From the row under the cursor to an operation: the effects of P, R, o and the command line.
 */
import {completeLine, submitLine} from '../../command-line/command-line.js';
import type {LineCommand} from '../../command-line/line-command.js';
import type {LineScope} from '../../command-line/resolve.js';
import {openDialog} from '../../dialogs/dialog.js';
import {changesNothing} from '../../../operations/kinds.js';
import {offers, whyNone} from '../../../operations/offering/offers.js';
import {type Page, configPage} from '../../../operations/offering/pages.js';
import {subjectName} from '../../../operations/offering/subject.js';
import {makePlan} from '../../../operations/planning/plan.js';
import {refusalOfKind} from '../../../operations/refusing/capabilities.js';
import {refusal} from '../../../operations/refusing/refusal.js';
import type {Choice} from '../../../operations/target.js';
import {type ScreenContext, showView} from '../../state/moving.js';
import {type State, inputOf, listAt, placeOf, withList} from '../../state/state.js';
import {say} from '../../../language/say.js';
import type {OperateContext} from '../../context/operate-context.js';
import {subjectAt, targetsAt} from './subject.js';

const withNotice = (state: State, notice: string): State => ({...state, notice});

const openPage = (state: State, page: Page): State => ({...state, notice: '', path: [...state.path, page]});

const configAt = (state: State, screen: ScreenContext, operateContext: OperateContext): Page | undefined => {
	const subject = subjectAt(state, screen, operateContext);
	return subject && configPage(subject);
};

/** Why D shows nothing here; undefined where it does. */
export const noConfig = (
	state: State,
	screen: ScreenContext,
	operateContext: OperateContext,
): string | undefined => {
	if (placeOf(state).kind === 'config') {
		return say('This is the configuration.');
	}

	if (!configAt(state, screen, operateContext)) {
		return say('There is no configuration here: go to a task, source, worker or master.');
	}

	return operateContext.capabilities.reads?.has('config') === true
		? undefined
		: say('The configuration cannot be read here: connect to a dm-master.');
};

/** D: the configuration of the selected subject, as DM holds it. */
export const openConfig = (state: State, screen: ScreenContext, operateContext: OperateContext): State => {
	const page = configAt(state, screen, operateContext);
	return page ? openPage(state, page) : state;
};

/** The dialog for a choice, or why there is none; what changes nothing is sent without one. */
const ask = (
	state: State,
	choice: Choice,
	{cluster, capabilities, access, now, newId, confirm}: OperateContext,
): State => {
	const reason = refusal(choice, cluster, capabilities);
	if (reason !== undefined) {
		return withNotice({...state, input: undefined}, reason);
	}

	const id = newId();
	const plan = makePlan(choice, cluster, access);
	return changesNothing(choice.kind)
		? withNotice({...state, input: undefined}, plan.obstacle === '' ? confirm({id, plan}) : plan.obstacle)
		: {...state, notice: '', input: {kind: 'dialog', dialog: openDialog(plan, {id, at: now})}};
};

/** P and R. */
export const askForTasks = (
	state: State,
	kind: 'pause' | 'resume',
	screen: ScreenContext,
	operateContext: OperateContext,
): State => {
	const targets = targetsAt(state, screen, operateContext.cluster);
	return ask(state, {kind, targets}, operateContext);
};

/** O: all operations here, those that fix the problem first. */
export const openMenu = (state: State, screen: ScreenContext, operateContext: OperateContext): State => {
	const subject = subjectAt(state, screen, operateContext);
	if (!subject) {
		return state;
	}

	const {cluster, capabilities} = operateContext;
	const found = offers(subject, operateContext);
	if (found.offers.length > 0) {
		return {
			...state,
			notice: '',
			input: {kind: 'menu', title: subjectName(subject, cluster), ...found, index: 0},
		};
	}

	const reason =
		subject.on === 'tasks'
			? refusal({kind: 'pause', targets: subject.targets}, cluster, capabilities)
			: (whyNone(subject, operateContext) ?? refusalOfKind('evict-leader', capabilities));
	return withNotice(
		state,
		reason ??
			say('Nothing can be done to {subject} at the moment.', {subject: subjectName(subject, cluster)}),
	);
};

/** Enter in the menu, or the letter of an entry. */
export const chooseOffer = (state: State, operateContext: OperateContext, letter?: string): State => {
	const menu = inputOf(state, 'menu');
	if (!menu) {
		return state;
	}

	const offer =
		letter === undefined ? menu.offers[menu.index] : menu.offers.find(one => one.letter === letter);
	if (!offer) {
		return state;
	}

	return offer.kind === 'page'
		? openPage({...state, input: undefined}, offer.page)
		: ask(state, offer.choice, operateContext);
};

const lineContext = (
	screen: ScreenContext,
	{cluster, capabilities, clusters}: OperateContext,
): LineScope => ({
	cluster,
	...(clusters && {clusters}),
	capabilities,
	columns: screen.sortable,
	...(screen.list && {fields: screen.list.fields}),
});

/** Tab and Shift-Tab in the command line. */
export const completeAt = (
	state: State,
	step: 1 | -1,
	screen: ScreenContext,
	operateContext: OperateContext,
): State => {
	const input = inputOf(state, 'line');
	return input
		? {...state, input: {...input, line: completeLine(input.line, step, lineContext(screen, operateContext))}}
		: state;
};

/** The screen state after a command; undefined for commands that reach beyond the screen. */
const carryOut = (
	state: State,
	command: LineCommand,
	screen: ScreenContext,
	operateContext: OperateContext,
): State => {
	const place = placeOf(state);
	switch (command.kind) {
		case 'operate': {
			return ask(state, command.choice, operateContext);
		}

		case 'view': {
			return command.view === 'help'
				? {...state, path: [...state.path, {kind: 'help', of: place.kind}]}
				: showView(state, command.view);
		}

		case 'task': {
			const {task, source} = command;
			return {
				...state,
				path: [
					{kind: 'tasks'},
					{kind: 'task', task},
					...(source === undefined ? [] : [{kind: 'subtask', task, source} as const]),
				],
			};
		}

		case 'source': {
			return {...state, path: [{kind: 'sources'}, {kind: 'source', source: command.source}]};
		}

		case 'sort': {
			const known = screen.sortable.find(({id}) => id === command.column);
			const descending =
				command.order === undefined ? (known?.descending ?? false) : command.order === 'desc';
			return withList(state, place, {sort: {column: command.column, descending}});
		}

		case 'filter': {
			return withList(state, place, {filter: command.text});
		}

		case 'problems': {
			return withList(state, place, {problems: !listAt(state, place).problems});
		}

		case 'freeze': {
			return {...state, frozen: state.frozen ? undefined : screen.cluster};
		}

		case 'interval':
		case 'cluster':
		case 'clusters':
		case 'theme':
		case 'language':
		case 'refresh':
		case 'quit': {
			return state;
		}
	}
};

/** Enter in the command line: the state after it, and the command if it reaches beyond the screen. */
export const submitAt = (
	state: State,
	screen: ScreenContext,
	operateContext: OperateContext,
): {readonly state: State; readonly command?: LineCommand} => {
	const input = inputOf(state, 'line');
	if (!input) {
		return {state};
	}

	const submitted = submitLine(input.line, lineContext(screen, operateContext));
	switch (submitted.kind) {
		case 'nothing': {
			return {state: {...state, input: undefined}};
		}

		case 'mistake': {
			return {state: {...state, input: {...input, line: submitted.line}}};
		}

		case 'command': {
			const {command, history} = submitted;
			const closed: State = {...state, input: undefined, history, notice: ''};
			return {state: carryOut(closed, command, screen, operateContext), command};
		}
	}
};
