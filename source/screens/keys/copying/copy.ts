/**
 * Copies text to the terminal's clipboard, and reports the outcome.
 */
import {largestCopy} from '../../../terminal/clipboard.js';
import {cutEnd} from '../../../terminal/width.js';
import type {Context} from '../../context/context.js';
import type {State} from '../../state/state.js';
import {say} from '../../../language/say.js';

/** As much of the text as a clipboard accepts, in whole characters. */
const shortened = (text: string): string => {
	const {read} = new TextEncoder().encodeInto(text, new Uint8Array(largestCopy));
	return text.slice(0, read);
};

const told = (text: string, label: string): string => {
	const lines = text.trimEnd().split('\n');
	return lines.length === 1
		? cutEnd(lines[0]!, 200)
		: say('{label}, {count} lines', {label, count: lines.length});
};

/**
 * The state after `text` was copied; where the terminal has no clipboard for programs, the text is shown, to be
 * selected with the mouse.
 */
export const copy = (
	state: State,
	{label, text}: {readonly label: string; readonly text: string},
	{props}: Pick<Context, 'props'>,
): State => {
	const copied = shortened(text);
	const support = props.onCopy(copied);
	const closed: State = {...state, input: undefined};
	if (support.kind === 'no') {
		return {
			...closed,
			path: [...state.path, {kind: 'copied', title: label, text}],
			notice: say('{why}: select the text with the mouse; q goes back.', {why: support.why}),
		};
	}

	const cut =
		copied === text
			? ''
			: ` ${say('(the first {count} characters of {total})', {count: copied.length, total: text.length})}`;
	const doubt = support.kind === 'maybe' ? `   ${say('if it is not there: {why}', {why: support.why})}` : '';
	return {...closed, notice: say('copied {told}{cut}{doubt}', {told: told(copied, label), cut, doubt})};
};
