/** The text form of DM's errors: `[code=36067:class=sync-unit:scope=internal:level=high], Message: …, RawCause: …, Workaround: …`. */
import type {ProcessError} from './status.js';

const header =
	/^\[code=(?<code>\d{1,9}):class=(?<class>[^\]]{0,60}):scope=(?<scope>[^\]]{0,60}):level=(?<level>[^\]]{0,60})\]/v;

/** What stands before and after the first `separator`, or the last one. */
const cut = (text: string, separator: string, from: 'first' | 'last'): readonly [string, string] => {
	const index = from === 'first' ? text.indexOf(separator) : text.lastIndexOf(separator);
	return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
};

/**
 * One error from its text, as DM's terror.Error.Error() writes it; undefined when the text does not begin with
 * `[code=…]`. Parts that DM leaves out are ''.
 */
export const parseErrorText = (text: string): ProcessError | undefined => {
	const match = header.exec(text);
	if (match?.groups === undefined) {
		return undefined;
	}

	const {code, class: errorClass, scope, level} = match.groups;
	// Every part is led by a comma; so is the first one, right behind the header.
	const [before, workaround] = cut(text.slice(match[0].length), ', Workaround: ', 'last');
	const [message, rawCause] = cut(before, ', RawCause: ', 'first');
	return {
		code: Number(code),
		class: errorClass ?? '',
		scope: scope ?? '',
		level: level ?? '',
		message: message.startsWith(', Message: ') ? message.slice(', Message: '.length) : message,
		rawCause,
		workaround,
	};
};

/** An error of which only a text is known. */
const plainError = (message: string): ProcessError => ({
	class: '',
	scope: '',
	level: '',
	message,
	rawCause: '',
	workaround: '',
});

/**
 * OpenAPI's `error_msg` of a subtask: one error after the other, each ended by a full stop and a line break
 * (dm/master/openapi_controller.go). A text of any other form is one error with only a message.
 */
export const parseErrorList = (text: string): readonly ProcessError[] => {
	const whole = text.endsWith('.\n') ? text.slice(0, -1) : text;
	return whole
		.split(/\n(?=\[code=\d+:class=)/v)
		.map(part => (text.endsWith('.\n') && part.endsWith('.') ? part.slice(0, -1) : part))
		.map(part => parseErrorText(part) ?? plainError(part.trim()));
};
