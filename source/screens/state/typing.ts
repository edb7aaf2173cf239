/**
 * Typed text, and where it goes.
 */
import {type CommandLine, editLine, typeInLine} from '../command-line/command-line.js';
import {type Edit, type EditStep, applyEdit, insert} from '../command-line/edit.js';
import {type State, placeOf, withList} from './state.js';

/** The state with what is being typed changed. */
const change = (
	state: State,
	changeEdit: (edit: Edit) => Edit,
	changeLine: (line: CommandLine) => CommandLine,
): State => {
	const {input} = state;
	switch (input?.kind) {
		case 'line': {
			return {...state, input: {...input, line: changeLine(input.line)}};
		}

		case 'time': {
			return {...state, input: {...input, edit: changeEdit(input.edit)}};
		}

		case 'export': {
			return {
				...state,
				input: {...input, edit: changeEdit(input.edit), message: '', overwrites: false},
			};
		}

		case 'prompt': {
			const edit = changeEdit(input.edit);
			return withList({...state, input: {...input, edit}}, placeOf(state), {filter: edit.text, top: 0});
		}

		default: {
			return state;
		}
	}
};

/** The state after text was typed or pasted; the same where nothing is being typed. */
export const typeText = (state: State, text: string): State =>
	change(
		state,
		edit => insert(edit, text),
		line => typeInLine(line, text),
	);

/** The state after an editing key. */
export const editInput = (state: State, step: EditStep): State =>
	change(
		state,
		edit => applyEdit(edit, step),
		line => editLine(line, step),
	);

/** Whether a character is text. */
export const isTyping = ({input}: State): boolean =>
	input !== undefined && ['prompt', 'line', 'time', 'export'].includes(input.kind);

/** The state after a key without another meaning while something is typed. */
export const typeKey = (state: State, name: string): State => {
	const isText = !name.startsWith('ctrl+') && !name.endsWith('tab') && !/^f\d/v.test(name);
	return isText ? typeText(state, name === 'space' ? ' ' : name) : state;
};
