/**
 * The content of the screen, for writing to a file.
 */
import {lineText} from '../../../components/line.js';
import {formatDate, formatTime, formatZone} from '../../../components/quantity.js';
import type {Context} from '../../context/context.js';
import {isText, breadcrumbs} from '../../places/place.js';
import {type State, placeOf} from '../../state/state.js';
import type {Exported} from './formats.js';

/** The whole table in the order and with the filter of the screen, or the whole page. */
export const exportedAt = ({state, screen, props}: Pick<Context, 'state' | 'screen' | 'props'>): Exported => {
	const place = placeOf(state);
	const {cluster, list} = screen;
	const {now} = cluster;
	const told = {
		title: breadcrumbs(place).join(' › '),
		subtitle: `${props.title}, ${formatDate(now)} ${formatTime(now)} ${formatZone(now)}`,
	};
	if (!list || isText(place)) {
		return {...told, kind: 'page', lines: screen.page.map(line => lineText(line).trimEnd())};
	}

	const rows = list.ids.map((_, index) => list.texts(index));
	const objects = list.objects();
	return {
		...told,
		kind: 'table',
		columns: list.columns,
		rows,
		...(objects && {objects}),
	};
};

/** A descriptive name for the file: "prod-dm-tasks-2026-11-27-220412.md". */
export const fileNameAt = (
	state: State,
	{title, now}: {readonly title: string; readonly now: number},
): string =>
	`${[title, ...breadcrumbs(placeOf(state)), formatDate(now), formatTime(now).replaceAll(':', '')]
		.join('-')
		.replaceAll(/[^\p{Letter}\p{Number}._]+/gv, '-')
		.replaceAll(/^[\-.]+/gv, '')
		.slice(0, 150)}.md`;
