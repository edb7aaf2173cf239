/** The text that a dialog asks for, SQL or a time: its initial value, how it is entered, and when it is accepted. */
import {say} from '../../language/say.js';
import {withText} from '../../operations/planning/entered.js';
import type {Plan} from '../../operations/planning/plan.js';
import {inOneLine} from '../../operations/planning/sql-pieces.js';
import {layOutTable} from '../../operations/planning/table.js';
import type {Edited} from '../../terminal/tty/editor.js';
import {applyEdit, editOf, editStepOf, graphemes, insert} from '../command-line/edit.js';
import type {Dialog} from './dialog-state.js';

/** The SQL to edit: the DDL of a replace, or the columns that DM has; '' for none. */
export const original = ({choice, ddl}: Plan): string => {
	if (choice.kind === 'schema-set') {
		return 'sql' in choice.schema ? layOutTable(choice.schema.sql) : '';
	}

	return choice.kind === 'binlog-replace' ? ddl : '';
};

/** The original in one line. */
export const beginning = (plan: Plan): string => inOneLine(original(plan));

/** The text so far, with the line breaks of the editor if it comes from one. */
export const writtenIn = ({text, written = ''}: Dialog): string =>
	inOneLine(written) === text.text ? written : text.text;

/** The initial text of the editor. */
export const textToEdit = (dialog: Dialog): string =>
	isUntouched(dialog) ? original(dialog.plan) : writtenIn(dialog);

/** Whether the field still has its initial text, which pasted text then replaces. */
export const isUntouched = ({text, plan}: Pick<Dialog, 'text' | 'plan'>): boolean =>
	text.text.trim() === beginning(plan);

/** What the text was at first, in a few words, for a message about it. */
export const originalName = ({choice}: Plan): string =>
	choice.kind === 'schema-set' ? say('what DM has already') : say('the DDL that failed');

/** The dialog with pasted text in its field. */
export const pasteText = (dialog: Dialog, pasted: string): Dialog => {
	// A line break around it separates it from what stands there, as a blank does.
	const text =
		dialog.plan.asks === 'sql' && /[\n\r]/v.test(pasted)
			? `${/^\s/v.test(pasted) ? ' ' : ''}${inOneLine(pasted)}${/\s$/v.test(pasted) ? ' ' : ''}`
			: pasted;
	return {...dialog, text: insert(isUntouched(dialog) ? editOf('') : dialog.text, text), notice: ''};
};

/** Continues to the confirmation with the text, if the plan accepts it. */
export const takeWritten = (dialog: Dialog, text: string, at: number): Dialog => {
	const plan = withText(dialog.plan, text);
	return 'mistake' in plan
		? {...dialog, notice: plan.mistake}
		: {...dialog, plan, step: 'confirm', page: 0, openedAt: at};
};

/** The dialog after an editor was closed, at `at` ms of a monotonic clock. */
export const takeEdited = (dialog: Dialog, edited: Edited, at: number): Dialog => {
	// Keys meant for the editor may still arrive.
	const back: Dialog = {...dialog, wantsEditor: false, notice: '', keyAt: at, enterAt: at};
	if ('failure' in edited) {
		return {...back, notice: edited.failure};
	}

	const text = edited.text.trim();
	if (text === '') {
		return {...back, notice: say('Nothing is sent: the file was saved empty.')};
	}

	const isSame = inOneLine(text) === inOneLine(original(dialog.plan));
	return isSame
		? {
				...back,
				notice: say('Nothing is sent: the file was left as {original}.', {
					original: originalName(dialog.plan),
				}),
			}
		: takeWritten({...back, text: editOf(inOneLine(text)), written: text}, text, at);
};

/** The dialog after a key while its text is entered. */
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
