/** The keys of the table of clusters. Those that narrow and order it are the same as in every table. */
import {type Line, lineWidth, sentenceSpan} from '../../../components/line.js';
import type {Symbols} from '../../../components/symbols.js';
import {wrapLine} from '../../../components/wrap.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import {pickerWithHints, promptLine} from '../../chrome/footer.js';
import {type Hint, fittingHints, hintsLine} from '../../chrome/hints.js';
import type {TableAction, TableContext} from '../../keys/action.js';
import {choosing, ordering} from '../../keys/actions/narrowing.js';
import {filtering, inPrompt} from '../../keys/actions/searching.js';
import {editing} from '../../keys/actions/typing.js';
import {showKey} from '../../keys/keys.js';
import {canClear, clearOrBack, select, selectedIndex} from '../../state/moving.js';
import {type State, listAt, placeOf} from '../../state/state.js';
import {isTyping, typeKey} from '../../state/typing.js';

const moves: ReadonlyMap<string, number> = new Map([
	['up', -1],
	['k', -1],
	['down', 1],
	['j', 1],
	['pageup', -10],
	['pagedown', 10],
	['home', -Infinity],
	['g', -Infinity],
	['end', Infinity],
	['G', Infinity],
]);

/** The keys that move while a filter is typed. */
const movesInPrompt: ReadonlySet<string> = new Set(['up', 'down', 'pageup', 'pagedown']);

const opening: readonly string[] = ['enter', 'right', 'l'];
const leaving: readonly string[] = ['q', 'f10', 'ctrl+c'];
const asking: ReadonlySet<string> = new Set(['?', 'f1']);

/** The keys of every table. */
const shared: readonly TableAction[] = [filtering, ...ordering, ...inPrompt, ...choosing, ...editing];

/** An effect of a key beyond the state: it opens the selected cluster, ends the program, or lists the keys. */
type Effect = 'open' | 'quit' | 'keys';

/** The state after a key. */
export type Pressed = {readonly state: State; readonly effect?: Effect};

/** A key of every table, or of what is open over it; undefined for any other. */
const pressShared = (name: string, context: TableContext): State | undefined => {
	const {state} = context;
	const mode = state.input?.kind ?? 'list';
	const action = shared.find(({modes, keys}) => modes.includes(mode) && keys.includes(name));
	if (action) {
		const refusal = action.disabled?.(context);
		return refusal === undefined ? action.run(context) : {...state, notice: refusal};
	}

	return isTyping(state) ? typeKey(state, name) : undefined;
};

/** The effect of a key. Pure. */
export const pressInClusters = (name: string, context: TableContext, symbols: Symbols): Pressed => {
	const state = {...context.state, notice: ''};
	const {screen} = context;
	if (name === 'ctrl+c') {
		return {state, effect: 'quit'};
	}

	const list = listAt(state, placeOf(state));
	const isMove = state.input === undefined || (state.input.kind === 'prompt' && movesInPrompt.has(name));
	const step = isMove ? moves.get(name) : undefined;
	if (step !== undefined) {
		return {state: select(state, screen, selectedIndex(list, screen.ids) + step)};
	}

	const after = pressShared(name, {state, screen});
	if (after) {
		return {state: after};
	}

	const key = showKey(name, symbols);
	if (state.input) {
		return {state: {...state, notice: say('no entry {key}; Esc leaves', {key})}};
	}

	if (name === 'esc') {
		return {state: canClear(list) ? clearOrBack(state) : state};
	}

	if (opening.includes(name)) {
		return {state, effect: 'open'};
	}

	if (leaving.includes(name)) {
		return {state, effect: 'quit'};
	}

	if (asking.has(name)) {
		return {state, effect: 'keys'};
	}

	return {
		state: name.startsWith('ctrl+') ? state : {...state, notice: say('no key {key}; ? lists them', {key})},
	};
};

/** Keys, and what they do. */
type KeysHint = readonly [names: readonly string[], does: Phrase];

/** The earlier ones are more important. */
const hintsOf = (hints: readonly KeysHint[], symbols: Symbols): readonly Hint[] =>
	hints.map(([names, does], index) => ({
		key: names.map(name => showKey(name, symbols)).join(' '),
		does: say(does),
		priority: -index,
	}));

const keysOf = (help: Phrase): readonly string[] => shared.find(action => action.help === help)?.keys ?? [];

const allKeys: readonly KeysHint[] = [
	[moves.keys().toArray(), 'select'],
	[opening, 'open'],
	[filtering.keys, 'filter'],
	[keysOf('sort by any column'), 'sort'],
	[['<', '>'], 'sort by the next column'],
	[['S'], 'reverse'],
	[['e'], 'problems'],
	[['esc'], 'clear'],
	[leaving, 'quit'],
];

const fewKeys: readonly KeysHint[] = [
	[['up', 'down'], 'select'],
	[['enter'], 'open'],
	[['/'], 'filter'],
	[['s'], 'sort'],
	[['q'], 'quit'],
	[['?'], 'keys'],
	[['esc'], 'in a cluster comes back here'],
];

const promptKeys: readonly KeysHint[] = [
	[['enter'], 'keep'],
	[['esc'], 'clear'],
];

const pickerKeys: readonly KeysHint[] = [
	[['enter'], 'keep'],
	[['esc'], 'cancel'],
	[['left'], 'choose'],
	[['r'], 'reverse'],
];

/** The lines at the bottom: what is being typed or chosen, a message, or keys: the most important ones, or all. */
export const footerLines = (
	{state: {input, notice}, screen}: TableContext,
	isAsked: boolean,
	symbols: Symbols,
	width: number,
): readonly Line[] => {
	if (notice !== '') {
		return [[sentenceSpan(` ${notice}`, 'warn', width)]];
	}

	switch (input?.kind) {
		case 'prompt': {
			const {line, isWrong} = promptLine(input.edit, screen.list?.fields, symbols, width);
			return [
				isWrong ? line : [...line, ...fittingHints(hintsOf(promptKeys, symbols), width - lineWidth(line))],
			];
		}

		case 'picker': {
			return [pickerWithHints(input.column, {screen}, hintsOf(pickerKeys, symbols), width)];
		}

		default: {
			return isAsked
				? wrapLine(hintsLine(hintsOf(allKeys, symbols)), width, 1)
				: [fittingHints(hintsOf(fewKeys, symbols), width)];
		}
	}
};
