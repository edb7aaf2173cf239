/**
 * The line of hints at the bottom of the screen, or what is being typed in its place.
 */
import type {Context} from '../context/context.js';
import {showKey} from '../keys/keys.js';
import {actionOf, actions} from '../keys/table.js';
import {modesAt, refusalOf} from '../keys/press.js';
import {
	type Line,
	type Span,
	type Style,
	lineWidth,
	sentenceSpan,
	span,
	spread,
} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {wrapSentence} from '../../components/wrap.js';
import {type Edit, graphemes} from '../command-line/edit.js';
import type {CommandLine, Cycle} from '../command-line/command-line.js';
import {usageFor} from '../command-line/complete.js';
import {type FilterFields, parseFilter} from '../filtering/parse.js';
import type {ScreenContext} from '../state/moving.js';
import type {Flash} from '../../operations/following/telling/flashes.js';
import {healthStyle} from '../cells/health.js';
import {say} from '../../language/say.js';
import {type Hint, fittingHints} from './hints.js';

/** The hints of the keys that would do something here. */
const hints = (context: Context): readonly Hint[] => {
	const modes = modesAt(context);
	return actions.flatMap((action): readonly Hint[] => {
		const {hint, keys, priority = 0} = action;
		const does = typeof hint === 'function' ? hint(context) : (hint ?? '');
		return does !== '' &&
			modes.some(mode => action.modes.includes(mode)) &&
			// The first mode that has the key handles it.
			actionOf(modes, keys[0]!) === action &&
			refusalOf(action, context) === undefined
			? [{key: showKey(keys[0]!, context.symbols), does: say(does), priority}]
			: [];
	});
};

/** The text first, and hints in the rest of the line. */
const withHints = (line: Line, context: Context, width: number): Line => [
	...line,
	...fittingHints(hints(context), width - lineWidth(line)),
];

/** The text first, and a sentence in the rest of the line. */
const withSentence = (line: Line, text: string, style: Style, width: number): Line => [
	...line,
	sentenceSpan(text, style, width - lineWidth(line)),
];

/** A text being typed, its cursor shown as a bar between characters. */
const typed = ({text, cursor}: Edit, symbols: Symbols): Line => {
	const characters = graphemes(text);
	return [
		span(characters.slice(0, cursor).join('')),
		span(symbols.cursor, 'marker'),
		span(characters.slice(cursor).join('')),
		span(' '.repeat(3)),
	];
};

/** Those entries around the chosen one that fit, each as a whole; an ellipsis where there are more. */
const entriesAround = (entries: readonly Span[], chosen: number, gap: Span, width: number): Line => {
	const more = span('…', 'dim');
	const from = (first: number, end: number): Line =>
		[
			...(first > 0 ? [more] : []),
			...entries.slice(first, end),
			...(end < entries.length ? [more] : []),
		].flatMap((entry, index) => (index === 0 ? [entry] : [gap, entry]));
	let first = 0;
	while (first < chosen && lineWidth(from(first, chosen + 1)) > width) {
		first++;
	}

	let end = entries.length;
	while (end > chosen + 1 && lineWidth(from(first, end)) > width) {
		end--;
	}

	return from(first, end);
};

/** The line with what Tab offers; what the chosen candidate means is at the right edge where there is space for it. */
const withCandidates = (line: Line, {candidates, index: chosen}: Cycle, width: number): Line => {
	const entries = candidates.map(({label}, index) => span(label, index === chosen ? 'marker' : 'dim'));
	const gap = span('  ');
	const space = width - lineWidth(line);
	const help = candidates[chosen]?.help ?? '';
	const right: Line = [span(`${help} `)];
	return help !== '' && lineWidth(right) < space
		? spread([...line, ...entriesAround(entries, chosen, gap, space - lineWidth(right) - 1)], right, width)
		: [...line, ...entriesAround(entries, chosen, gap, space)];
};

/** The command being typed, with what Tab offers or what is wrong with it. */
const commandLine = ({edit, cycle, message}: CommandLine, context: Context, width: number): Line => {
	// A long line is shown up to the cursor, and leaves space for messages.
	const from = Math.max(0, edit.cursor - Math.floor(width / 2));
	const shown: Edit = {
		text: graphemes(edit.text).slice(from).join(''),
		cursor: edit.cursor - from,
	};
	const line: Line = [span(' :', 'key'), span(from > 0 ? '…' : '', 'dim'), ...typed(shown, context.symbols)];
	if (message !== '') {
		return withSentence(line, message, 'warn', width);
	}

	if (cycle) {
		return withCandidates(line, cycle, width);
	}

	const usage = usageFor(edit.text);
	return usage === '' ? withHints(line, context, width) : withSentence(line, usage, 'dim', width);
};

/** The columns to sort by, those around the chosen one that fit. */
const pickerLine = (
	column: string,
	{screen}: {readonly screen: Pick<ScreenContext, 'sortable'>},
	width: number,
): Line => {
	const label = span(` ${say('Sort by')} `, 'dim');
	const gap = span(' '.repeat(3));
	const entries = screen.sortable.map(({id, title}) =>
		id === column ? span(`[${title}]`, 'marker') : span(title),
	);
	const chosen = screen.sortable.findIndex(({id}) => id === column);
	return [label, ...entriesAround(entries, chosen, span(' '), width - lineWidth([label, gap])), gap];
};

/** The columns to sort by, and in at least a third of the line what the keys do. */
export const pickerWithHints = (
	column: string,
	context: Parameters<typeof pickerLine>[1],
	keys: readonly Hint[],
	width: number,
): Line => {
	const least = lineWidth(fittingHints(keys, Math.floor(width / 3)));
	const line = pickerLine(column, context, width - least);
	return [...line, ...fittingHints(keys, width - lineWidth(line))];
};

/** The filter being typed, with what is wrong with it. */
export const promptLine = (
	edit: Edit,
	fields: FilterFields | undefined,
	symbols: Symbols,
	width: number,
): {
	readonly line: Line;
	readonly isWrong: boolean;
} => {
	const {mistake} = parseFilter(edit.text, fields);
	const line: Line = [span(' /', 'key'), ...typed(edit, symbols)];
	return mistake
		? {
				line: withSentence(line, say('at {at}: {text}', {at: mistake.at, text: mistake.text}), 'warn', width),
				isWrong: true,
			}
		: {line, isWrong: false};
};

/** What has a line of its own to be typed in: messages wait. */
const isTyped = ({input}: Pick<Context['state'], 'input'>): boolean =>
	input !== undefined && ['line', 'prompt', 'export', 'time', 'picker'].includes(input.kind);

/**
 * The message at the bottom of the screen, a notice before `flash`, the state of an operation: in at most `most` lines,
 * where it ends with an ellipsis if it is longer; [] for none.
 */
export const messageLines = (
	state: Pick<Context['state'], 'input' | 'notice'>,
	flash: Flash | undefined,
	{width, most}: {readonly width: number; readonly most: number},
): readonly Line[] => {
	const {input, notice} = state;
	const [text, style]: readonly [string, Style] =
		notice === '' ? [flash?.text ?? '', healthStyle(flash?.health ?? 'running')] : [notice, 'warn'];
	return isTyped(state) || (notice === '' && input !== undefined)
		? []
		: wrapSentence(text, style, width, most);
};

/** The last line of the screen where there is no message: what is being typed, or hints. */
export const footerLine = (context: Context, width: number): Line => {
	const {
		state: {input},
		symbols,
	} = context;
	switch (input?.kind) {
		case 'line': {
			return commandLine(input.line, context, width);
		}

		case 'prompt': {
			const {line, isWrong} = promptLine(input.edit, context.screen.list?.fields, symbols, width);
			return isWrong ? line : withHints(line, context, width);
		}

		case 'export': {
			const line: Line = [
				span(` ${say('Save to')} `, 'dim'),
				...typed(input.edit, symbols),
				span(input.message === '' ? '' : `${input.message}   `, 'warn'),
			];
			return withHints(line, context, width);
		}

		case 'time': {
			return withHints(
				[
					span(` ${say('Go to')} `, 'dim'),
					...typed(input.edit, symbols),
					span(`${say('a time of day, such as 12:41 or 12:41:07')}   `, 'dim'),
				],
				context,
				width,
			);
		}

		case 'picker': {
			return pickerWithHints(input.column, context, hints(context), width);
		}

		default:
	}

	return fittingHints(hints(context), width);
};
