/** The text that a dialog asks for, SQL or a time: what it begins with, how it is written, and when it is taken. */
import {say} from '../../language/say.js';
import {type Plan, withText} from '../../operations/planning/plan.js';
import {layOutTable} from '../../operations/planning/table.js';
import type {Edited} from '../../terminal/tty/editor.js';
import {applyEdit, editOf, editStepOf, graphemes, insert} from '../command-line/edit.js';
import type {Dialog} from './dialog-state.js';

/** The SQL that is to be changed: the DDL of a replace, or the columns that DM has; '' for none. */
export const original = ({choice, ddl}: Plan): string => {
	if (choice.kind === 'schema-set') {
		return 'sql' in choice.schema ? layOutTable(choice.schema.sql) : '';
	}

	return choice.kind === 'binlog-replace' ? ddl : '';
};

const oneLine = (text: string): string =>
	text
		.split('\n')
		.map(line => line.trim())
		.join(' ')
		.trim();

/** The original in one line; '' where a comment ends with its line. */
export const beginning = (plan: Plan): string => {
	const text = original(plan);
	return text.includes('\n') && /--|#/v.test(text) ? '' : oneLine(text);
};

/** What is written so far, with the line breaks of an editor where it comes from one. */
export const writtenIn = ({text, written = ''}: Dialog): string =>
	oneLine(written) === text.text ? written : text.text;

/** What an editor opens with. */
export const textToEdit = (dialog: Dialog): string =>
	isUntouched(dialog) ? original(dialog.plan) : writtenIn(dialog);

/** Whether what the field began with still stands there: text that is pasted then comes in its place. */
export const isUntouched = ({text, plan}: Pick<Dialog, 'text' | 'plan'>): boolean =>
	text.text.trim() === beginning(plan);

export const originalName = ({choice}: Plan): string =>
	choice.kind === 'schema-set' ? say('what DM has already') : say('the DDL that failed');

/** On to the confirmation with what was written, where the plan takes it. */
export const takeWritten = (dialog: Dialog, text: string, at: number): Dialog => {
	const plan = withText(dialog.plan, text);
	return 'mistake' in plan
		? {...dialog, notice: plan.mistake}
		: {...dialog, plan, step: 'confirm', openedAt: at};
};

export const takeEdited = (dialog: Dialog, edited: Edited, at: number): Dialog => {
	// Keys that were meant for the editor may still come.
	const back: Dialog = {...dialog, wantsEditor: false, notice: '', keyAt: at, enterAt: at};
	if ('failure' in edited) {
		return {...back, notice: edited.failure};
	}

	const text = edited.text.trim();
	if (text === '') {
		return {...back, notice: say('Nothing is sent: the file was saved empty.')};
	}

	const isSame = oneLine(text) === oneLine(original(dialog.plan));
	return isSame
		? {
				...back,
				notice: say('Nothing is sent: the file was left as {original}.', {
					original: originalName(dialog.plan),
				}),
			}
		: takeWritten({...back, text: editOf(oneLine(text)), written: text}, text, at);
};

export const writeText = (dialog: Dialog, key: string): Dialog => {
	if (key === 'ctrl+o') {
		return {...dialog, wantsEditor: dialog.plan.asks === 'sql'};
	}

	const step = editStepOf(key);
	if (step) {
		return {...dialog, text: applyEdit(dialog.text, step)};
	}

	const text = key === 'space' ? ' ' : key;
	return graphemes(text).length === 1 ? {...dialog, text: insert(dialog.text, text)} : dialog;
};
