/**
 * The lines of the copy menu.
 */
import {type Line, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {cutEnd, padTo, textWidth} from '../../terminal/width.js';
import type {Input} from '../state/state.js';

/** The entries, each with the text that it copies, as far as that fits. */
export const copyLines = (
	{items, index}: Extract<Input, {readonly kind: 'copy'}>,
	symbols: Symbols,
	width: number,
): readonly Line[] => {
	// One long label leaves space for the texts.
	const labels = Math.min(Math.floor(width / 2), Math.max(...items.map(({label}) => textWidth(label))));
	return items.map(({letter, label, text}, place): Line => {
		const isChosen = place === index;
		return [
			span(isChosen ? `${symbols.marker} ` : '  ', 'marker'),
			span(letter.padEnd(2), 'key'),
			span(padTo(cutEnd(label, labels), labels + 2), isChosen ? 'strong' : 'plain'),
			span(cutEnd(span(text).text, Math.max(0, width - labels - 6)), 'dim'),
		];
	});
};
