/**
 * The keys while a command, a time or a filter is typed.
 */
import {formatTime} from '../../../components/quantity.js';
import {recallLine} from '../../command-line/command-line.js';
import {editKeys} from '../../command-line/edit.js';
import {momentOf} from '../moment.js';
import {completeAt, submitAt} from '../operating/operations.js';
import {type State, inputOf} from '../../state/state.js';
import {editInput} from '../../state/typing.js';
import type {Context} from '../../context/context.js';
import type {Action, TableAction} from '../action.js';
import {say} from '../../../language/say.js';
import {askAgain, refreshRefusal} from './program.js';

const recall = ({state}: Context, step: 1 | -1): State => {
	const input = inputOf(state, 'line');
	return input ? {...state, input: {...input, line: recallLine(input.line, step)}} : state;
};

/** The effects of a command line beyond the screen. */
const submit = ({state, screen, operateContext, props, exit}: Context): State => {
	const {state: next, command} = submitAt(state, screen, operateContext);
	switch (command?.kind) {
		case 'quit': {
			exit();
			break;
		}

		case 'refresh': {
			const refusal = refreshRefusal(props);
			return refusal === undefined ? askAgain(next, props) : {...next, notice: refusal};
		}

		case 'interval': {
			props.onInterval(command.milliseconds);
			return {...next, interval: command.milliseconds};
		}

		case 'cluster': {
			props.desk?.show(command.name);
			break;
		}

		case 'clusters': {
			props.desk?.showAll();
			break;
		}

		case 'theme': {
			props.onTheme(command.theme);
			return {
				...next,
				notice: say('Theme: {theme}.', {theme: command.theme ?? say('to suit the terminal')}),
			};
		}

		case 'language': {
			props.onLanguage(command.code);
			break;
		}

		default:
	}

	return next;
};

const goToTime = ({state, props: {replay}}: Context): State => {
	const text = inputOf(state, 'time')?.edit.text ?? '';
	const moment = replay && momentOf(text, replay);
	if (!replay || moment === undefined) {
		return {...state, input: undefined, notice: say('A time is written 12:41 or 12:41:07.')};
	}

	replay.seek(moment);
	const {start, end} = replay;
	const notice =
		moment < start
			? say('The recording begins only at {time}.', {time: formatTime(start)})
			: moment > end
				? say('The recording ends at {time}.', {time: formatTime(end)})
				: '';
	return {...state, input: undefined, notice};
};

/** While a command is typed after `:`. */
export const inLine: readonly Action[] = [
	{modes: ['line'], keys: ['enter'], help: 'run the command', hint: 'run', priority: 90, run: submit},
	{
		modes: ['line'],
		keys: ['esc'],
		help: 'cancel',
		hint: 'cancel',
		priority: 80,
		run: ({state}) => ({...state, input: undefined}),
	},
	{
		modes: ['line'],
		keys: ['tab'],
		help: 'complete the word; again: the next match',
		hint: 'complete',
		priority: 70,
		run: ({state, screen, operateContext}) => completeAt(state, 1, screen, operateContext),
	},
	{
		modes: ['line'],
		keys: ['shift+tab'],
		help: 'previous match',
		run: ({state, screen, operateContext}) => completeAt(state, -1, screen, operateContext),
	},
	{
		modes: ['line'],
		keys: ['up', 'ctrl+p'],
		help: 'previous command',
		run: context => recall(context, 1),
	},
	{modes: ['line'], keys: ['down', 'ctrl+n'], help: 'next command', run: context => recall(context, -1)},
];

/** While a time of a recording is typed. */
export const inTime: readonly Action[] = [
	{modes: ['time'], keys: ['enter'], help: 'go there', hint: 'go', priority: 90, run: goToTime},
	{
		modes: ['time'],
		keys: ['esc'],
		help: 'cancel',
		hint: 'cancel',
		priority: 80,
		run: ({state}) => ({...state, input: undefined}),
	},
];

/** The keys that move the cursor in a line and change it. */
export const editing: readonly TableAction[] = editKeys.map(({step, keys, help}) => ({
	modes: ['prompt', 'line', 'time', 'export'],
	keys,
	help,
	run: ({state}) => editInput(state, step),
}));
