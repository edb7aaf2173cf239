/**
 * The line after `:` while it is typed. Plain values: the app translates keys, and draws it.
 */
import {around} from '../around.js';
import {say} from '../../language/say.js';
import {type Candidate, complete} from './complete.js';
import {type Edit, type EditStep, applyEdit, editOf, graphemes, insert} from './edit.js';
import {type CommandHistory, remember} from './history.js';
import type {LineCommand} from './line-command.js';
import {type LineScope, readLine} from './resolve.js';

/** The candidates that Tab cycles through. */
export type Cycle = {
	readonly candidates: readonly Candidate[];
	/** The index of the one in the line; -1 for none. */
	readonly index: number;
	/** The line before and after the completed word. */
	readonly before: string;
	readonly after: string;
};

/** A line that is being typed, with its history and candidates. */
export type CommandLine = {
	readonly edit: Edit;
	/** Present while Tab cycles; shown beside the line. */
	readonly cycle?: Cycle;
	readonly history: CommandHistory;
	/** The index of the history line in it, counted back from the newest; -1 for typed text. */
	readonly recalled: number;
	/** The text typed before the history was opened. */
	readonly draft: string;
	/** What is wrong with it, until the next key; '' for nothing. */
	readonly message: string;
};

/** The line as it opens. */
export const openLine = (history: CommandHistory, text = ''): CommandLine => ({
	edit: editOf(text),
	history,
	recalled: -1,
	draft: '',
	message: '',
});

const withEdit = (line: CommandLine, edit: Edit): CommandLine => ({
	...line,
	edit,
	cycle: undefined,
	recalled: -1,
	message: '',
});

/** With text typed or pasted at the cursor: a line break in it becomes a blank and does not submit. */
export const typeInLine = (line: CommandLine, text: string): CommandLine =>
	withEdit(line, insert(line.edit, text));

/** After an editing key (erase, cursor-left, …). */
export const editLine = (line: CommandLine, step: EditStep): CommandLine =>
	withEdit(line, applyEdit(line.edit, step));

const show = (line: CommandLine, cycle: Cycle, word: string): CommandLine => {
	const before = cycle.before + word;
	return {
		...line,
		edit: {text: before + cycle.after, cursor: graphemes(before).length},
		cycle,
		recalled: -1,
		message: '',
	};
};

/** The longest common prefix, as far as it needs no quotes. */
const commonStart = (candidates: readonly Candidate[]): string => {
	if (candidates.some(({label, text}) => label !== text)) {
		return '';
	}

	const [first = [], ...others] = candidates.map(({label}) => graphemes(label));
	const length = first.findIndex((letter, index) => others.some(other => other[index] !== letter));
	return (length === -1 ? first : first.slice(0, length)).join('');
};

const startCycle = (line: CommandLine, step: 1 | -1, context: LineScope): CommandLine => {
	const characters = graphemes(line.edit.text);
	const typed = characters.slice(0, line.edit.cursor).join('');
	const after = characters.slice(line.edit.cursor).join('');
	const {start, candidates} = complete(typed, context);
	const [only] = candidates;
	if (!only) {
		return {...line, cycle: undefined, message: say('Nothing to complete here.')};
	}

	const cycle: Cycle = {candidates, index: -1, before: typed.slice(0, start), after};
	if (candidates.length === 1) {
		const gap = /^\s/v.test(after) ? '' : ' ';
		return {...show(line, cycle, only.text + gap), cycle: undefined};
	}

	const common = commonStart(candidates);
	if (step === 1 && common.length > typed.length - start) {
		return show(line, cycle, common);
	}

	const index = step === 1 ? 0 : candidates.length - 1;
	return show(line, {...cycle, index}, candidates[index]!.text);
};

/**
 * Tab and Shift-Tab: completes the word at the cursor as far as it is unambiguous, then cycles through the candidates.
 */
export const completeLine = (line: CommandLine, step: 1 | -1, context: LineScope): CommandLine => {
	const {cycle} = line;
	if (!cycle) {
		return startCycle(line, step, context);
	}

	const {length} = cycle.candidates;
	const index = cycle.index === -1 && step === -1 ? length - 1 : around(cycle.index, step, length);
	return show(line, {...cycle, index}, cycle.candidates[index]!.text);
};

/** Up (1) and Down (-1): older and newer lines, and the typed text after the newest. */
export const recallLine = (line: CommandLine, step: 1 | -1): CommandLine => {
	const {history, recalled, edit} = line;
	const next = Math.min(history.length - 1, Math.max(-1, recalled + step));
	if (next === recalled) {
		return line;
	}

	const draft = recalled === -1 ? edit.text : line.draft;
	const text = next === -1 ? draft : history.at(-1 - next)!;
	return {...line, edit: editOf(text), cycle: undefined, recalled: next, draft, message: ''};
};

/** What Enter makes of a line. */
export type Submitted =
	/** To be carried out; the line is closed, and in `history`. */
	| {readonly kind: 'command'; readonly command: LineCommand; readonly history: CommandHistory}
	/** Nothing was typed: the line closes. */
	| {readonly kind: 'nothing'}
	/** The line stays, and says what is wrong. */
	| {readonly kind: 'mistake'; readonly line: CommandLine};

/** Enter. */
export const submitLine = (line: CommandLine, context: LineScope): Submitted => {
	const {text} = line.edit;
	if (text.trim() === '') {
		return {kind: 'nothing'};
	}

	const parsed = readLine(text, context);
	return 'command' in parsed
		? {kind: 'command', command: parsed.command, history: remember(line.history, text)}
		: {kind: 'mistake', line: {...line, cycle: undefined, message: parsed.mistake}};
};
