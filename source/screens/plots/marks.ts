/** Events, as signs on a time axis. */
import type {PlotMark} from '../../components/plot/axes.js';
import {type Line, type Style, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import type {Plotted} from './kinds.js';

type Kind = 'error' | 'pause' | 'operation' | 'running';

const looks: Readonly<
	Record<Kind, {readonly sign: string; readonly ascii: string; readonly style: Style; readonly word: Phrase}>
> = {
	error: {sign: '✗', ascii: 'x', style: 'bad', word: 'problem'},
	pause: {sign: '‖', ascii: '=', style: 'warn', word: 'paused'},
	operation: {sign: '◆', ascii: 'o', style: 'accent', word: 'operation'},
	running: {sign: '▶', ascii: '>', style: 'good', word: 'running'},
};

/** The sign of an event; undefined for one that does not affect the plots. */
const kindOf = ({health, isOperation, finding}: ClusterEvent): Kind | undefined => {
	if (isOperation === true) {
		return 'operation';
	}

	switch (health) {
		case 'error':
		case 'lost': {
			return 'error';
		}

		case 'paused':
		case 'stopped': {
			return 'pause';
		}

		case 'running': {
			return finding === undefined || finding.isOver ? 'running' : undefined;
		}

		default: {
			return undefined;
		}
	}
};

/** Whether an event is about this task (on this source, if given), or about its source as a whole. */
export const concerns = (
	{task, source}: ClusterEvent,
	{subject, sources}: Pick<Plotted, 'subject' | 'sources'>,
): boolean => {
	if (subject.task === undefined) {
		return source !== undefined && source === subject.source;
	}

	return task === undefined
		? source !== undefined &&
				(subject.source === undefined ? sources.includes(source) : source === subject.source)
		: task === subject.task &&
				(subject.source === undefined || source === undefined || source === subject.source);
};

/** The signs of events, newest first. */
export const marksOf = (events: readonly ClusterEvent[], {isAscii}: Symbols): readonly PlotMark[] =>
	events.flatMap(event => {
		const kind = kindOf(event);
		if (kind === undefined) {
			return [];
		}

		const look = looks[kind];
		return [{at: event.at, sign: isAscii ? look.ascii : look.sign, style: look.style}];
	});

/** The legend of the signs on screen: `✗ problem  ▶ running`. */
export const marksLegend = (marks: readonly PlotMark[]): Line => {
	const shown = new Set(marks.map(({sign}) => sign));
	return Object.values(looks).flatMap(({sign, ascii, style, word}): Line => {
		const drawn = shown.has(sign) ? sign : shown.has(ascii) ? ascii : '';
		return drawn === '' ? [] : [span(drawn, style), span(` ${say(word)}  `, 'dim')];
	});
};
