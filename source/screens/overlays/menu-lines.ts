/**
 * The menu of operations: the problems here and their fixes, then all other operations.
 */
import {type Line, lineWidth, sentenceSpan, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {wrapLine} from '../../components/wrap.js';
import type {Offer} from '../../operations/offering/offer.js';
import {cutMiddle, textWidth} from '../../terminal/width.js';
import {severitySign} from '../cells/finding-lines.js';
import {say} from '../../language/say.js';
import type {Input} from '../state/state.js';

type MenuSpace = {
	readonly symbols: Symbols;
	/** Columns and lines. */
	readonly width: number;
	readonly height: number;
};

/** A gist with less space than this is left out. */
const leastGist = 12;

/** A name is not cut to less, columns. */
const leastName = 36;

/** The width of a name, with the sign of a warning. */
const nameWidth = ({text, isWarnedOf}: Pick<Offer, 'text' | 'isWarnedOf'>): number =>
	textWidth(text) + (isWarnedOf ? 2 : 0);

/** A name that has to be cut leaves this for the gist. */
const gistBesideCut = 20;

/** The name of an offer, cut where its line has no space for it: what a warning is about stays readable, too. */
const withShortName = (offer: Offer, width: number): Offer => {
	const {text} = offer;
	const most = width - 4 - (nameWidth(offer) - textWidth(text));
	return textWidth(text) <= most
		? offer
		: {...offer, text: cutMiddle(text, Math.min(most, Math.max(leastName, most - 2 - gistBesideCut)))};
};

const entryLine = (
	{letter, text, gist, isWarnedOf}: Offer,
	isChosen: boolean,
	named: number,
	{symbols, width}: MenuSpace,
): Line => {
	const name: Line = [
		span(isChosen ? `${symbols.marker} ` : '  ', 'marker'),
		span(letter.padEnd(2), 'key'),
		span(text, isChosen ? 'strong' : 'plain'),
		// Also where there is no space for the words.
		...(isWarnedOf ? [span(' !', 'warn')] : []),
	];
	// A longer one gets the rest of its line.
	const gap = Math.max(0, named - nameWidth({text, isWarnedOf})) + 2;
	const space = width - lineWidth(name) - gap;
	return space >= leastGist || space >= textWidth(gist)
		? [...name, span(' '.repeat(gap)), sentenceSpan(gist, isWarnedOf ? 'warn' : 'dim', space)]
		: name;
};

/**
 * The column of the gists: after the longest name that leaves space for all of them; where no name does, after the
 * longest of all, so that the gists are cut below each other.
 */
const nameColumn = (offers: readonly Offer[], width: number): number => {
	const most = width - 6 - Math.max(...offers.map(offer => textWidth(offer.gist)));
	const names = offers.map(offer => nameWidth(offer));
	const fitting = names.filter(length => length <= most);
	return Math.max(0, ...(fitting.length === 0 ? names : fitting));
};

/** The entries around the chosen one that fit. */
const shownAround = (count: number, index: number, height: number): readonly [from: number, to: number] => {
	const from = Math.max(0, Math.min(index - Math.floor(height / 2), count - height));
	return [from, Math.min(count, from + height)];
};

/** The menu; after the names their purpose, where that fits. */
export const menuLines = (
	{offers: all, finding, index}: Extract<Input, {readonly kind: 'menu'}>,
	drawing: MenuSpace,
): readonly Line[] => {
	const {symbols, width, height} = drawing;
	const offers = all.map(offer => withShortName(offer, width));
	const problem: readonly Line[] = finding
		? wrapLine(
				[...severitySign(finding.severity, symbols), span(' '), span(finding.what, 'warn')],
				width,
				2,
			).slice(0, 2)
		: [];
	const cures = offers.filter(({isCure}) => isCure).length;
	const hasGap = cures > 0 && cures < offers.length;
	const named = nameColumn(offers, width);
	const space = Math.max(1, height - problem.length - (hasGap ? 1 : 0));
	// A menu that goes on says so, where that leaves space for entries.
	const isCut = offers.length > space && space > 2;
	const [from, to] = shownAround(offers.length, index, isCut ? space - 1 : space);
	return [
		...problem,
		...offers.slice(from, to).flatMap((offer, place) => {
			const line = entryLine(offer, from + place === index, named, drawing);
			return hasGap && from + place === cures ? [[], line] : [line];
		}),
		...(isCut ? [[span(`    ${say('{count} more', {count: offers.length - (to - from)})}`, 'dim')]] : []),
	];
};
