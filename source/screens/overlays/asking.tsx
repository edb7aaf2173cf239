import {type Line, lineWidth, sentenceSpan, span} from '../../components/line.js';
import type {ClusterColour} from '../../components/theme/cluster-colours.js';
import {useTheme} from '../../components/theme/use-theme.js';
import type {Place} from '../places/place.js';
import type {State} from '../state/state.js';
import {clusterSpan} from '../chrome/header.js';
import {say} from '../../language/say.js';
import {dialogLines} from '../dialogs/dialog-pages.js';
import {cutMiddle} from '../../terminal/width.js';
import {columnLines} from './column-lines.js';
import {copyLines} from './copy-lines.js';
import {menuLines} from './menu-lines.js';
import {Overlay, titleEdge} from './overlay.js';

type Props = {
	readonly input: State['input'];
	/** The kind of the place behind it. */
	readonly table: Place['kind'];
	/** With several clusters one must see which one is operated. */
	readonly clusterName: string;
	readonly colour: ClusterColour | undefined;
	/** The terminal. */
	readonly width: number;
	readonly height: number;
};

/** The title of a frame: what it is about, and in which cluster; both are shortened where they do not fit. */
const titleOn = (
	about: string,
	{clusterName, colour}: Pick<Props, 'clusterName' | 'colour'>,
	width: number,
): Line => {
	const name = cutMiddle(span(clusterName).text, Math.max(12, Math.floor(width / 2)));
	const on: Line = [span(` ${say('on')} `, 'dim'), clusterSpan(name, colour)];
	return [sentenceSpan(about, 'strong', width - lineWidth(on)), ...on];
};

/** The menu of operations, then the dialog that asks for confirmation. */
export function Asking({input, table, clusterName, colour, width, height}: Props) {
	const {symbols} = useTheme();
	if (input?.kind === 'dialog') {
		const {dialog} = input;
		const innerWidth = Math.min(92, width - 8);
		return (
			<Overlay
				title={titleOn(dialog.plan.title, {clusterName, colour}, innerWidth - titleEdge)}
				lines={dialogLines(dialog, symbols, {width: innerWidth, height: height - 4})}
				innerWidth={innerWidth}
				width={width}
				height={height}
			/>
		);
	}

	if (input?.kind === 'menu') {
		const innerWidth = Math.min(92, width - 8);
		return (
			<Overlay
				title={titleOn(input.title, {clusterName, colour}, innerWidth - titleEdge)}
				lines={menuLines(input, {symbols, width: innerWidth, height: height - 4})}
				innerWidth={innerWidth}
				width={width}
				height={height}
			/>
		);
	}

	if (input?.kind === 'columns') {
		const innerWidth = Math.min(100, width - 8);
		return (
			<Overlay
				title={[span(say('Columns'), 'strong')]}
				lines={columnLines(input, table, {symbols, width: innerWidth, height: height - 4})}
				innerWidth={innerWidth}
				width={width}
				height={height}
			/>
		);
	}

	if (input?.kind === 'copy') {
		const innerWidth = Math.min(110, width - 8);
		return (
			<Overlay
				title={[
					span(say('Copy'), 'strong'),
					...(input.title === '' ? [] : [span(` ${say('of {title}', {title: input.title})}`)]),
				]}
				lines={copyLines(input, symbols, innerWidth)}
				innerWidth={innerWidth}
				width={width}
				height={height}
			/>
		);
	}

	return undefined;
}
