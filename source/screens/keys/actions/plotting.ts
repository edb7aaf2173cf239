/**
 * Plots: one on the whole screen, and how far back they reach.
 */
import {metricsAt, plotBeside, zoomedAt} from '../../state/zooming.js';
import {spanText, stepSpan} from '../../plots/span.js';
import type {Place} from '../../places/place.js';
import {type Mode, type State, placeOf} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const notPlotted = 'Nothing is plotted here: go to a task or source.';

const noMetrics = 'There are metrics of tasks, sources and workers: go to one of them.';

const isPlotPage = ({kind}: Place): boolean => kind === 'plot' || kind === 'metrics';

const withSpan = (state: State, plotSpan: number): State => ({
	...state,
	plotSpan,
	notice: say('Plots show the last {span}.', {span: spanText(plotSpan)}),
});

const spanStep = (step: 1 | -1, told: Pick<Action, 'keys' | 'help' | 'hint' | 'priority'>): Action => ({
	...told,
	modes: everywhere,
	disabled({state, screen}) {
		if (!isPlotPage(placeOf(state)) && !zoomedAt(state, screen)) {
			return say(notPlotted);
		}

		return stepSpan(state.plotSpan, step) === undefined
			? step === 1
				? say('Plots show the last {span}: they reach no further back.', {span: spanText(state.plotSpan)})
				: say('Plots show the last {span}: they reach no closer.', {span: spanText(state.plotSpan)})
			: undefined;
	},
	run: ({state}) => withSpan(state, stepSpan(state.plotSpan, step)!),
});

const besideAt = ({state, screen, props}: Context, step: 1 | -1): Place | undefined => {
	const place = placeOf(state);
	return place.kind === 'plot'
		? plotBeside(state, place, {cluster: screen.cluster, past: props.cluster.past, step})
		: undefined;
};

/**
 * The values of the other plots are only read when the key is pressed: that takes too long for a hint, which is drawn in
 * every frame.
 */
const turning = (step: 1 | -1): Pick<Action, 'run'> => ({
	run(context) {
		const {state} = context;
		const place = besideAt(context, step);
		return place
			? {...state, path: [...state.path.slice(0, -1), place]}
			: {...state, notice: say('No other plot of it has values in this time.')};
	},
});

/** Opens the result of `find` for the row under the cursor; `why` when there is none. */
const opening = (
	find: (state: State, screen: Context['screen']) => Place | undefined,
	why: Phrase,
): Pick<Action, 'disabled' | 'run'> => ({
	disabled: ({state, screen}) => (find(state, screen) ? undefined : say(why)),
	run({state, screen}) {
		const place = find(state, screen);
		return place ? {...state, path: [...state.path, place]} : state;
	},
});

export const plotting: readonly Action[] = [
	{
		modes: ['plot'],
		keys: ['z', 'right', 'down', 'tab'],
		help: 'the next plot of the same task, subtask or source',
		hint: 'next plot',
		priority: 86,
		...turning(1),
	},
	{
		modes: ['plot'],
		keys: ['left', 'up', 'shift+tab'],
		help: 'the previous plot',
		...turning(-1),
	},
	{
		modes: everywhere,
		keys: ['z'],
		help: 'zoom: the plot of what is under the cursor on the whole screen; again: its next plot',
		hint: 'zoom',
		priority: 44,
		...opening(zoomedAt, notPlotted),
	},
	{
		modes: everywhere,
		keys: ['m'],
		help: "all plots of DM's metrics of the task, source or worker under the cursor",
		hint: 'metrics',
		priority: 43,
		...opening(metricsAt, noMetrics),
	},
	spanStep(-1, {
		keys: ['{'],
		help: 'plots show less of the past: 10 min, 1 h, 6 h, 24 h, 7 d',
		hint: 'span',
		priority: 15,
	}),
	spanStep(1, {
		keys: ['}'],
		help: 'plots show more of the past: 10 min, 1 h, 6 h, 24 h, 7 d',
		hint: 'span',
		priority: 16,
	}),
];
