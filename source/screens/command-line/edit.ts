/**
 * A line being typed: its text and the cursor in it, counted in graphemes.
 */
import type {Phrase} from '../../language/text.js';
import {isOfNarrowCharacters, segmentsOf} from '../../terminal/width.js';

/** The text of a line, and how many graphemes are before the cursor. */
export type Edit = {readonly text: string; readonly cursor: number};

/** What an editing key does to a line. */
export type EditStep =
	'erase' | 'erase-word' | 'erase-line' | 'cursor-left' | 'cursor-right' | 'cursor-start' | 'cursor-end';

/** The editing keys, by their names in keys.ts: the same wherever something is typed. */
export const editKeys: ReadonlyArray<{
	readonly step: EditStep;
	readonly keys: readonly string[];
	readonly help: Phrase;
}> = [
	{step: 'erase', keys: ['backspace', 'delete', 'ctrl+h'], help: 'erase a character'},
	{step: 'erase-word', keys: ['ctrl+w'], help: 'erase a word'},
	{step: 'erase-line', keys: ['ctrl+u'], help: 'erase the line'},
	{step: 'cursor-left', keys: ['left', 'ctrl+b'], help: 'to the left'},
	{step: 'cursor-right', keys: ['right', 'ctrl+f'], help: 'to the right'},
	{step: 'cursor-start', keys: ['home', 'ctrl+a'], help: 'to the beginning'},
	{step: 'cursor-end', keys: ['end', 'ctrl+e'], help: 'to the end'},
];

/** What a key does to a line being typed; undefined for any other. */
export const editStepOf = (key: string): EditStep | undefined =>
	editKeys.find(({keys}) => keys.includes(key))?.step;

/** The graphemes of text: what one backspace deletes. */
export const graphemes = (text: string): string[] => Array.from(segmentsOf(text), ({segment}) => segment);

/** A line with the cursor at its end. */
export const editOf = (text: string): Edit => ({text, cursor: graphemes(text).length});

/** `edit` with `typed` at the cursor. Line breaks in pasted text become blanks: a paste never presses Enter. */
export const insert = ({text, cursor}: Edit, typed: string): Edit => {
	const added = typed.replaceAll(/[\t\n\r]+/gv, ' ').replaceAll(/\p{Control}/gv, '');
	// Of a terminal that does not mark a paste each character comes alone, and each grapheme is one of these.
	if (isOfNarrowCharacters(text) && isOfNarrowCharacters(added)) {
		const start = text.slice(0, cursor) + added;
		return {text: start + text.slice(cursor), cursor: start.length};
	}

	const characters = graphemes(text);
	const before = characters.slice(0, cursor).join('') + added;
	return {text: before + characters.slice(cursor).join(''), cursor: graphemes(before).length};
};

/** `edit` after an editing key. */
export const applyEdit = (edit: Edit, step: EditStep): Edit => {
	const characters = graphemes(edit.text);
	const {cursor} = edit;
	switch (step) {
		case 'erase': {
			return cursor === 0 ? edit : {text: characters.toSpliced(cursor - 1, 1).join(''), cursor: cursor - 1};
		}

		case 'erase-word': {
			const kept = characters
				.slice(0, cursor)
				.join('')
				.trimEnd()
				.split(/(?<=\s)/v)
				.slice(0, -1)
				.join('');
			return {text: kept + characters.slice(cursor).join(''), cursor: graphemes(kept).length};
		}

		case 'erase-line': {
			return {text: characters.slice(cursor).join(''), cursor: 0};
		}

		case 'cursor-left': {
			return {...edit, cursor: Math.max(0, cursor - 1)};
		}

		case 'cursor-right': {
			return {...edit, cursor: Math.min(characters.length, cursor + 1)};
		}

		case 'cursor-start': {
			return {...edit, cursor: 0};
		}

		case 'cursor-end': {
			return {...edit, cursor: characters.length};
		}
	}
};
