/**
 * Operations on tasks, sources and members, and marking rows.
 */
import {askForTasks, chooseOffer, noConfig, openConfig, openMenu} from '../operating/operations.js';
import {subjectAt, targetsAt} from '../operating/subject.js';
import {chooseNext} from '../../state/choosing.js';
import {move, selectedId} from '../../state/moving.js';
import {isPossible} from '../../../operations/offering/effect.js';
import {refusalOfKind} from '../../../operations/refusing/capabilities.js';
import type {Plan} from '../../../operations/planning/plan.js';
import {type Mode, type State, inputOf, listAt, placeOf, withList} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';
import {unmarked} from './narrowing.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const unmarkable = ({screen}: Context): string | undefined => {
	if (!screen.canMark) {
		return say('Rows of this table cannot be marked.');
	}

	return screen.ids.length === 0 ? say('There is no row to mark.') : undefined;
};

const noTask =
	(kind: 'pause' | 'resume') =>
	({state, screen, operateContext: {cluster, capabilities}}: Context): string | undefined =>
		targetsAt(state, screen, cluster).length === 0
			? say('There is no task here to {operation}.', {operation: say(kind)})
			: refusalOfKind(kind, capabilities);

/** Of more marked rows than these it is not found out at every key whether one can be operated. */
const mostLookedAt = 200;

/** Whether it would change anything on one of the tasks here: a key that could only be refused is not hinted at. */
const isOfUse = (kind: 'pause' | 'resume', {state, screen, operateContext}: Context): boolean => {
	const targets = targetsAt(state, screen, operateContext.cluster);
	return (
		targets.length > mostLookedAt ||
		targets.some(target => isPossible({choice: {kind, targets: [target]}}, operateContext))
	);
};

/** Why there is no menu; where nothing can be operated, it may still lead to pages. */
const noMenu = ({state, screen, operateContext}: Context): string | undefined => {
	const {capabilities} = operateContext;
	if (!subjectAt(state, screen, operateContext)) {
		return say('There is nothing here to operate on.');
	}

	return capabilities.operator === undefined && (capabilities.reads?.size ?? 0) === 0
		? refusalOfKind('resume', capabilities)
		: undefined;
};

export const operating: readonly Action[] = [
	{
		modes: ['list'],
		keys: ['space'],
		help: 'mark or unmark the row for an operation; marks survive filtering and sorting',
		hint: 'mark',
		priority: 30,
		changes: true,
		disabled: unmarkable,
		run({state, screen}) {
			const place = placeOf(state);
			const marked = new Set(listAt(state, place).marked);
			const id = selectedId(state, screen)!;
			if (!marked.delete(id)) {
				marked.add(id);
			}

			return move(withList(state, place, {marked}), screen, 1);
		},
	},
	{
		modes: ['list'],
		keys: ['*'],
		help: 'mark all rows that match the filter',
		changes: true,
		disabled: unmarkable,
		run({state, screen}) {
			const place = placeOf(state);
			return withList(state, place, {marked: new Set([...listAt(state, place).marked, ...screen.ids])});
		},
	},
	{
		modes: ['list'],
		keys: ['U'],
		help: 'clear all marks',
		changes: true,
		disabled: unmarked,
		// With "marked only" no row would be left.
		run: ({state}) => withList(state, placeOf(state), {marked: new Set(), onlyMarked: false}),
	},
	{
		modes: everywhere,
		keys: ['P'],
		help: 'pause the task (or the source of it) under the cursor, or all marked; asks first',
		hint: context => (isOfUse('pause', context) ? 'pause' : ''),
		priority: 42,
		changes: true,
		disabled: noTask('pause'),
		run: ({state, screen, operateContext}) => askForTasks(state, 'pause', screen, operateContext),
	},
	{
		modes: everywhere,
		keys: ['R'],
		help: 'resume the task (or the source of it) under the cursor, or all marked; asks first',
		hint: context => (isOfUse('resume', context) ? 'resume' : ''),
		priority: 41,
		changes: true,
		disabled: noTask('resume'),
		run: ({state, screen, operateContext}) => askForTasks(state, 'resume', screen, operateContext),
	},
	{
		modes: everywhere,
		keys: ['o', 'f9'],
		help: 'every operation available here: skip a bad DDL, relay, transfer, evict, unlock …; asks first',
		hint: 'operate',
		priority: 64,
		changes: true,
		disabled: noMenu,
		run: ({state, screen, operateContext}) => openMenu(state, screen, operateContext),
	},
	{
		modes: everywhere,
		keys: ['d'],
		help: 'the configuration of the task, source, worker or master as DM holds it',
		hint: 'config',
		priority: 24,
		disabled: ({state, screen, operateContext}) => noConfig(state, screen, operateContext),
		run: ({state, screen, operateContext}) => openConfig(state, screen, operateContext),
	},
];

/** While the menu of operations is open. */
export const inMenu: readonly Action[] = [
	{modes: ['menu'], keys: ['up', 'k'], help: 'one up', run: ({state}) => chooseNext(state, -1)},
	{
		modes: ['menu'],
		keys: ['down', 'j'],
		help: 'one down',
		hint: 'move',
		priority: 70,
		run: ({state}) => chooseNext(state, 1),
	},
	{
		modes: ['menu'],
		keys: ['enter'],
		help: 'choose it (so does its letter); a dialog asks before anything is sent',
		hint: 'choose',
		priority: 90,
		run: ({state, operateContext}) => chooseOffer(state, operateContext),
	},
	{
		modes: ['menu'],
		keys: ['esc', 'q', 'left', 'h'],
		help: 'close the menu',
		hint: 'leave',
		priority: 80,
		run: ({state}) => ({...state, input: undefined}),
	},
];

const asIs = ({state}: Context): State => state;

/** What the dialog is asking for: keys then edit a text, and there are no buttons. */
const askedIn = ({state}: Context): Plan['asks'] => {
	const {dialog} = inputOf(state, 'dialog') ?? {};
	return dialog?.step === 'text' ? dialog.plan.asks : 'nothing';
};

/** Whether there is a text to go back to. */
const hasWritten = ({state}: Context): boolean => {
	const {dialog} = inputOf(state, 'dialog') ?? {};
	return dialog?.step === 'confirm' && dialog.text.text !== '';
};

/** The keys of a dialog are handled by `reduceDialog`; they are only listed here. */
export const inDialog: readonly Action[] = [
	{
		modes: ['dialog'],
		keys: ['right', 'left', 'tab', 'shift+tab'],
		help: 'the other button',
		hint: context => (askedIn(context) === 'nothing' ? 'move' : ''),
		priority: 70,
		run: asIs,
	},
	{
		modes: ['dialog'],
		keys: ['enter'],
		help: 'press the button (a held-down Enter is ignored)',
		hint: context => (askedIn(context) === 'nothing' ? 'press' : 'continue'),
		priority: 90,
		run: asIs,
	},
	{
		modes: ['dialog'],
		keys: ['esc'],
		help: 'cancel: nothing is sent',
		hint: 'cancel',
		priority: 80,
		run: asIs,
	},
	{
		modes: ['dialog'],
		keys: ['pagedown', 'pageup', 'ctrl+f', 'ctrl+b'],
		help: 'all that it is about, page by page, where not all of it fits; Ctrl-F and Ctrl-B do not where a text is written: there they move the cursor',
		run: asIs,
	},
	{
		modes: ['dialog'],
		keys: ['ctrl+o'],
		help: 'where SQL is asked for: write it in $VISUAL or $EDITOR',
		hint: context => (askedIn(context) === 'sql' ? 'editor' : ''),
		priority: 60,
		run: asIs,
	},
	{
		modes: ['dialog'],
		keys: ['up'],
		help: 'back to the SQL or the time, to change it',
		hint: context => (hasWritten(context) ? 'change' : ''),
		priority: 50,
		run: asIs,
	},
];
