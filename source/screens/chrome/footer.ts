/**
 * The line of hints at the foot of the screen, or the prompt in its place.
 */
import type {Binding, Command, Mode} from '../keys/command.js';
import {bindings, commandOf} from '../keys/bindings.js';
import {showKey} from '../keys/keys.js';
import {type Line, lineWidth, span} from '../../components/line.js';
import {graphemes} from '../command-line/edit.js';
import type {CommandLine} from '../command-line/command-line.js';
import {usageFor} from '../command-line/complete.js';
import type {Flash} from '../../operations/following/report.js';
import {healthStyle} from '../health.js';
import {type State, listAt, placeOf} from '../state/state.js';

const hintOf = (binding: Binding, ascii: boolean): Line => [
	span(showKey(binding.keys[0]!, ascii), 'key'),
	span(` ${binding.hint!}`, 'dim'),
];

/** As many hints as fit, the ones of least worth left out; none for a command that could do nothing now. */
const hints = (
	modes: readonly Mode[],
	isUseful: (command: Command) => boolean,
	ascii: boolean,
	width: number,
): Line => {
	const hinted = bindings.filter(
		({command, modes: bound, hint, keys}) =>
			hint !== undefined &&
			isUseful(command) &&
			// The first of the modes that knows the key takes it.
			modes.find(mode => commandOf(mode, keys[0]!) !== undefined) ===
				modes.find(mode => bound.includes(mode)) &&
			modes.some(mode => bound.includes(mode)),
	);
	let used = 1;
	const shown = new Set<Binding>();
	for (const binding of hinted.toSorted((left, right) => (right.worth ?? 0) - (left.worth ?? 0))) {
		const needed = lineWidth(hintOf(binding, ascii)) + 2;
		if (used + needed > width) {
			break;
		}

		used += needed;
		shown.add(binding);
	}

	return [
		span(' '),
		...hinted
			.filter(binding => shown.has(binding))
			.flatMap((binding): Line => [...hintOf(binding, ascii), span('  ')]),
	];
};

const always = (): boolean => true;

/** Whether a command would do anything in this state. */
const canDo = (state: State, command: Command): boolean => {
	switch (command) {
		case 'back': {
			const list = listAt(state, placeOf(state));
			return state.path.length > 1 || list.filter !== '' || list.problems;
		}

		case 'next': {
			return placeOf(state).kind === 'subtask' && state.path.length > 1;
		}

		case 'help': {
			return placeOf(state).kind !== 'help';
		}

		case 'mark': {
			return ['tasks', 'task', 'source'].includes(placeOf(state).kind);
		}

		case 'pause':
		case 'resume': {
			return ['tasks', 'task', 'sources', 'source', 'subtask', 'error', 'findings', 'events'].includes(
				placeOf(state).kind,
			);
		}

		case 'operations': {
			return placeOf(state).kind !== 'help';
		}

		case 'config': {
			return !['help', 'config', 'locks', 'events'].includes(placeOf(state).kind);
		}

		default: {
			return true;
		}
	}
};

/** The filter being typed, its cursor shown as an underscore or on a character. */
const promptLine = ({text, cursor}: NonNullable<State['prompt']>, ascii: boolean, width: number): Line => {
	const characters = graphemes(text);
	const line: Line = [
		span(' /', 'key'),
		span(characters.slice(0, cursor).join('')),
		span(ascii ? '_' : '▏', 'marker'),
		span(characters.slice(cursor).join('')),
		span(' '.repeat(3)),
	];
	const room = width - lineWidth(line);
	return room > 20 ? [...line, ...hints(['prompt'], always, ascii, room)] : line;
};

/** The command being typed, with what Tab offers or what is wrong with it. */
const commandLine = ({edit, cycle, message}: CommandLine, ascii: boolean, width: number): Line => {
	const characters = graphemes(edit.text);
	// A long line shows its end at the cursor, and leaves room for what there is to say.
	const from = Math.max(0, edit.cursor - Math.floor(width / 2));
	const line: Line = [
		span(' :', 'key'),
		span(from > 0 ? '…' : '', 'dim'),
		span(characters.slice(from, edit.cursor).join('')),
		span(ascii ? '_' : '▏', 'marker'),
		span(characters.slice(edit.cursor).join('')),
		span(' '.repeat(3)),
	];
	if (message !== '') {
		return [...line, span(message, 'warn')];
	}

	if (cycle) {
		return [
			...line,
			...cycle.candidates.flatMap(({label}, index): Line => [
				span(label, index === cycle.index ? 'marker' : 'dim'),
				span('  '),
			]),
		];
	}

	const usage = usageFor(edit.text);
	return usage === ''
		? [...line, ...hints(['line'], always, ascii, Math.max(0, width - lineWidth(line)))]
		: [...line, span(usage, 'dim')];
};

export type FooterContents = {
	/** Where keys go, the first to take one having it. */
	readonly modes: readonly Mode[];
	readonly sortable: ReadonlyArray<{readonly id: string; readonly title: string}>;
	/** What an operation is about or came to. */
	readonly flash: Flash | undefined;
	/** Keys that are not there, or would only be refused. */
	readonly isHidden: (command: Command) => boolean;
};

/** The last line of the screen. */
export const footerLine = (
	state: State,
	{modes, sortable, flash, isHidden}: FooterContents,
	ascii: boolean,
	width: number,
): Line => {
	if (state.line) {
		return commandLine(state.line, ascii, width);
	}

	if (state.prompt) {
		return promptLine(state.prompt, ascii, width);
	}

	if (state.time) {
		const {text, cursor} = state.time;
		return [
			span(' Go to ', 'dim'),
			span(text.slice(0, cursor)),
			span(ascii ? '_' : '▏', 'marker'),
			span(text.slice(cursor)),
			span('   a time of day, such as 12:41 or 12:41:07   ', 'dim'),
			...hints(['time'], always, ascii, Math.max(0, width - 60)),
		];
	}

	if (state.picker) {
		const {column} = state.picker;
		const choices: Line = [
			span(' Sort by', 'dim'),
			...sortable.flatMap(({id, title}): Line => [
				id === column ? span(` [${title}]`, 'marker') : span(` ${title}`),
			]),
			span(' '.repeat(3)),
		];
		const room = width - lineWidth(choices);
		return room > 20 ? [...choices, ...hints(['picker'], always, ascii, room)] : choices;
	}

	if (state.notice !== '') {
		return [span(` ${state.notice}`, 'warn')];
	}

	return flash && !state.dialog && !state.menu
		? [span(' '), span(flash.text, healthStyle(flash.health))]
		: hints(modes, command => !isHidden(command) && canDo(state, command), ascii, width);
};
