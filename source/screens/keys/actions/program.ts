/**
 * Keys of the program itself: refreshing, the terminal, quitting.
 */
import {openLine} from '../../command-line/command-line.js';
import {pageOf} from '../../places/place.js';
import {type Mode, type State, placeOf} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import {type Action, doing} from '../action.js';
import type {Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';

const everywhere: readonly Mode[] = ['list', 'text'];

/** Every mode: these keys work everywhere. */
export const always: readonly Mode[] = [
	'list',
	'text',
	'prompt',
	'picker',
	'line',
	'menu',
	'copy',
	'export',
	'columns',
	'dialog',
	'time',
];

/** The refresh intervals for + and -, ms. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

/** Why nothing can be asked for an answer now; undefined where it can. */
export const refreshRefusal = ({
	replay,
	onRefresh,
}: Pick<Context['props'], 'replay' | 'onRefresh'>): string | undefined => {
	if (replay) {
		return say('A recording is not refreshed; t goes to another time.');
	}

	return onRefresh === undefined
		? say('This source cannot be asked: what it reports is shown at once.')
		: undefined;
};

/** Asks for an answer now; `useAnswer` says when it has come. */
export const askAgain = (
	state: State,
	{onRefresh, cluster}: Pick<Context['props'], 'onRefresh' | 'cluster'>,
): State => {
	const asked = cluster.current();
	onRefresh?.();
	return onRefresh ? {...state, asked, notice: say('Asking again…')} : state;
};

const lookEvery = ({state, props}: Context, interval: number): State => {
	props.onInterval(interval);
	return {...state, interval, notice: say('Refreshing every {interval}s.', {interval: interval / 1000})};
};

const stepped = ({state: {interval}}: Context, step: 1 | -1): number | undefined =>
	step === 1 ? intervals.find(known => known > interval) : intervals.findLast(known => known < interval);

const intervalStep = (
	step: 1 | -1,
	{end, ...told}: Pick<Action, 'keys' | 'help' | 'hint' | 'priority'> & {readonly end: Phrase},
): Action => ({
	...told,
	modes: everywhere,
	disabled(context) {
		if (context.props.isPushed) {
			return say('This source reports changes as they happen: there is no interval to set.');
		}

		return stepped(context, step) === undefined ? say(end) : undefined;
	},
	run: context => lookEvery(context, stepped(context, step)!),
});

export const program: readonly Action[] = [
	{
		modes: everywhere,
		keys: ['p'],
		help: 'freeze or unfreeze the screen (monitoring continues)',
		hint: ({state}) => (state.frozen ? 'unfreeze' : 'freeze'),
		priority: 50,
		run: ({state, screen}) => ({...state, frozen: state.frozen ? undefined : screen.cluster}),
	},
	{
		modes: everywhere,
		keys: ['r', 'f5'],
		help: 'refresh now',
		hint: 'refresh',
		priority: 20,
		disabled({state, props}) {
			const isPage = pageOf(placeOf(state)) !== undefined;
			return isPage && !props.replay ? undefined : refreshRefusal(props);
		},
		run({state, props}) {
			const page = pageOf(placeOf(state));
			if (page) {
				props.operating.inquiries.ask(page);
			}

			return askAgain(state, props);
		},
	},
	intervalStep(-1, {
		keys: ['+', '=', 'f7'],
		help: 'refresh more often',
		hint: 'faster',
		priority: 12,
		end: 'dm-top cannot refresh more often.',
	}),
	intervalStep(1, {
		keys: ['-', 'f8'],
		help: 'refresh less often',
		hint: 'slower',
		priority: 11,
		end: 'dm-top cannot refresh less often.',
	}),
	{
		modes: everywhere,
		keys: [':'],
		help: 'a command by name; Tab completes',
		hint: 'command',
		priority: 55,
		run: ({state}) => ({...state, input: {kind: 'line', line: openLine(state.history)}}),
	},
	{
		modes: always,
		keys: ['ctrl+l'],
		help: 'redraw the screen',
		run: doing(({props}) => {
			props.onRedraw();
		}),
	},
	{
		modes: always,
		keys: ['ctrl+z'],
		help: 'suspend to the shell; fg returns',
		run: doing(({props}) => {
			props.onSuspend();
		}),
	},
	{
		modes: everywhere,
		keys: ['f10'],
		help: 'quit at once',
		run: doing(({exit}) => {
			exit();
		}),
	},
	{
		modes: always,
		keys: ['ctrl+c'],
		help: 'quit at once',
		run: doing(({exit}) => {
			exit();
		}),
	},
];
