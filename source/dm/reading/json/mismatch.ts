/** What is wrong with a document, and where in it. */
import {say} from '../../../language/say.js';
import {quote, StatusFormatError} from '../status-format-error.js';
import {type LinePlace, pathText} from './place.js';

/** The path of the value that is being read. */
type Path = ReadonlyArray<string | number>;

/** The text ends inside the document. */
export const cutOff = ({line, where}: LinePlace, path: Path): StatusFormatError =>
	new StatusFormatError({
		expected: say('a whole document'),
		found: say('one that ends at {where}, inside {path}', {where, path: pathText(path)}),
		where,
		line,
		fix: say('The text ends too early: copy or write all of it, to the last }.'),
	});

/** What was expected at a place, and what is there instead. */
export type Mismatch = {
	readonly expected: string;
	/** In words; without it the line is quoted. */
	readonly found?: string;
	readonly place: LinePlace;
	/** The text from there on, as far as it may be quoted. */
	readonly rest: string;
};

/** Something other than expected. */
export const mismatch = ({expected, found, place, rest}: Mismatch, path: Path): StatusFormatError => {
	const line = /^.*/v.exec(rest)?.[0] ?? '';
	return new StatusFormatError({
		expected: say('{expected} inside {path}', {expected, path: pathText(path)}),
		found: found ?? quote(line === '' ? rest.slice(0, 1) : line),
		...place,
	});
};
