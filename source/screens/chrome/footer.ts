/**
 * The line of hints at the bottom of the screen, or what is being typed in its place.
 */
import type {Context} from '../context/context.js';
import type {Action} from '../keys/action.js';
import {showKey} from '../keys/keys.js';
import {actionOf, actions} from '../keys/table.js';
import {modesAt, refusalOf} from '../keys/press.js';
import {type Line, lineWidth, span, spread} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {type Edit, graphemes} from '../command-line/edit.js';
import type {CommandLine, Cycle} from '../command-line/command-line.js';
import {usageFor} from '../command-line/complete.js';
import {type FilterFields, parseFilter} from '../filtering/parse.js';
import type {ScreenContext} from '../state/moving.js';
import type {Flash} from '../../operations/following/flashes.js';
import {healthStyle} from '../cells/health.js';
import {say} from '../../language/say.js';

const hintOf = ({keys, hint}: Action, context: Context): Line => {
	const word = typeof hint === 'function' ? hint(context) : (hint ?? '');
	return word === '' ? [] : [span(showKey(keys[0]!, context.symbols), 'key'), span(` ${say(word)}`, 'dim')];
};

/** As many hints as fit, by priority; none for a key that would do nothing here. */
const hints = (context: Context, width: number): Line => {
	const modes = modesAt(context);
	const hinted = actions.filter(
		action =>
			action.hint !== undefined &&
			modes.some(mode => action.modes.includes(mode)) &&
			// The first mode that has the key handles it.
			actionOf(modes, action.keys[0]!) === action &&
			refusalOf(action, context) === undefined,
	);
	let used = 1;
	const shown = new Map<Action, Line>();
	for (const action of hinted.toSorted((left, right) => (right.priority ?? 0) - (left.priority ?? 0))) {
		const line = hintOf(action, context);
		const needed = line.length === 0 ? 0 : lineWidth(line) + 2;
		if (used + needed > width) {
			break;
		}

		used += needed;
		shown.set(action, line);
	}

	return [
		span(' '),
		...hinted.flatMap((action): Line => {
			const line = shown.get(action);
			return line && line.length > 0 ? [...line, span('  ')] : [];
		}),
	];
};

/** The text first, and hints in the rest of the line. */
const withHints = (line: Line, context: Context, width: number): Line => {
	const left = width - lineWidth(line);
	return left > 20 ? [...line, ...hints(context, left)] : line;
};

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

/** The line with what Tab offers; what the chosen candidate means is at the right edge where there is space for it. */
const withCandidates = (line: Line, {candidates, index: chosen}: Cycle, width: number): Line => {
	const help = candidates[chosen]?.help ?? '';
	const offered: Line = [
		...line,
		...candidates.flatMap(({label}, index): Line => [
			span(label, index === chosen ? 'marker' : 'dim'),
			span('  '),
		]),
	];
	const right: Line = [span(`${help} `)];
	return help !== '' && lineWidth(line) + lineWidth(right) < width ? spread(offered, right, width) : offered;
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
		return [...line, span(message, 'warn')];
	}

	if (cycle) {
		return withCandidates(line, cycle, width);
	}

	const usage = usageFor(edit.text);
	return usage === '' ? withHints(line, context, width) : [...line, span(usage, 'dim')];
};

/** The columns to sort by: those before the chosen one are left out as far as it would not be seen otherwise. */
export const pickerLine = (
	column: string,
	{screen}: {readonly screen: Pick<ScreenContext, 'sortable'>},
	width: number,
): Line => {
	const label = span(` ${say('Sort by')}`, 'dim');
	const entries = screen.sortable.map(({id, title}) =>
		id === column ? span(` [${title}]`, 'marker') : span(` ${title}`),
	);
	const chosen = screen.sortable.findIndex(({id}) => id === column);
	const lineFrom = (from: number, to: number): Line => [
		label,
		...(from > 0 ? [span(' …', 'dim')] : []),
		...entries.slice(from, to),
	];
	let from = 0;
	// The ellipsis after it has to fit as well.
	while (from < chosen && lineWidth(lineFrom(from, chosen + 1)) + 2 > width) {
		from++;
	}

	return [...lineFrom(from, entries.length), span(' '.repeat(3))];
};

/** The filter being typed, with what is wrong with it. */
export const promptLine = (
	edit: Edit,
	fields: FilterFields | undefined,
	symbols: Symbols,
): {
	readonly line: Line;
	readonly isWrong: boolean;
} => {
	const {mistake} = parseFilter(edit.text, fields);
	const line: Line = [span(' /', 'key'), ...typed(edit, symbols)];
	return mistake
		? {
				line: [...line, span(say('at {at}: {text}', {at: mistake.at, text: mistake.text}), 'warn')],
				isWrong: true,
			}
		: {line, isWrong: false};
};

/** The last line of the screen; `flash`: the state of an operation. */
export const footerLine = (context: Context, flash: Flash | undefined, width: number): Line => {
	const {
		state: {input, notice},
		symbols,
	} = context;
	switch (input?.kind) {
		case 'line': {
			return commandLine(input.line, context, width);
		}

		case 'prompt': {
			const {line, isWrong} = promptLine(input.edit, context.screen.list?.fields, symbols);
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
			return withHints(pickerLine(input.column, context, width), context, width);
		}

		default:
	}

	if (notice !== '') {
		return [span(` ${notice}`, 'warn')];
	}

	return flash && !input ? [span(' '), span(flash.text, healthStyle(flash.health))] : hints(context, width);
};
