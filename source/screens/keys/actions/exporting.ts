/**
 * Writing the content of the screen to a file.
 */
import {editOf} from '../../command-line/edit.js';
import {exportedAt, fileNameAt} from '../copying/exported.js';
import {format, formatOf, formats} from '../copying/formats.js';
import {type State, inputOf} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';

/** The state with the name of the file still being typed, and a word on it. */
const still = (state: State, message: string, overwrites = false): State => {
	const input = inputOf(state, 'export');
	return input ? {...state, input: {...input, message, overwrites}} : state;
};

const save = (context: Context): State => {
	const {state, props} = context;
	const input = inputOf(state, 'export')!;
	const path = input.edit.text.trim();
	const as = formatOf(path);
	if (as === undefined) {
		return still(state, say('end the name in .md, .csv or .json'));
	}

	const saved = props.onSave(path, format(exportedAt(context), as), input.overwrites);
	switch (saved.kind) {
		case 'saved': {
			return {
				...state,
				input: undefined,
				notice: say('saved {path} ({bytes} bytes)', {path: saved.path, bytes: saved.bytes}),
			};
		}

		case 'exists': {
			return still(state, say('this file exists: Enter once more overwrites it'), true);
		}

		case 'failed': {
			return still(state, saved.reason);
		}
	}
};

/** The name with the next ending. */
const turnFormat = (state: State): State => {
	const input = inputOf(state, 'export');
	if (!input) {
		return state;
	}

	const {text} = input.edit;
	const as = formatOf(text);
	const next = formats[(as === undefined ? 0 : formats.indexOf(as) + 1) % formats.length]!;
	const stem = as === undefined ? text : text.slice(0, text.lastIndexOf('.'));
	return {...state, input: {...input, edit: editOf(`${stem}.${next}`), message: '', overwrites: false}};
};

export const exporting: readonly Action[] = [
	{
		modes: ['list', 'text'],
		keys: ['E'],
		help: 'export what is on screen (the findings, the events, any table or page) as Markdown, CSV or JSON to a file',
		hint: 'export',
		priority: 10,
		run: ({state, screen, props}) => ({
			...state,
			input: {
				kind: 'export',
				edit: editOf(fileNameAt(state, {title: props.title, now: screen.cluster.now})),
				message: '',
				overwrites: false,
			},
		}),
	},
];

/** While the name of the file is typed. */
export const inExport: readonly Action[] = [
	{
		modes: ['export'],
		keys: ['enter'],
		help: 'write the file, readable only by you',
		hint: 'save',
		priority: 90,
		run: save,
	},
	{
		modes: ['export'],
		keys: ['tab'],
		help: 'the next format: .md, .csv, .json',
		hint: 'format',
		priority: 70,
		run: ({state}) => turnFormat(state),
	},
	{
		modes: ['export'],
		keys: ['esc'],
		help: 'write nothing',
		hint: 'cancel',
		priority: 80,
		run: ({state}) => ({...state, input: undefined}),
	},
];
