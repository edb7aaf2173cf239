import {useMemo} from 'react';
import {formatDate} from '../../components/quantity.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme/use-theme.js';
import {type ShownList, bodyLines, lowerLines, titleLine} from './list-lines.js';

/** A table with its preview and the last events below it. */
export function ListView(props: ShownList) {
	const {list, previewed, width, areas, recentEvents} = props;
	const day = formatDate(recentEvents.now);
	const theme = useTheme();
	const titles = useMemo(() => titleLine(list, width), [list, width]);
	const lower = useMemo(
		() => lowerLines(props, theme),
		// Other props do not affect it; of the time only the day is shown.
		[list, previewed, width, areas.preview, areas.events, recentEvents.events, day, theme],
	);
	return (
		<>
			<Lines lines={[titles, ...bodyLines(props, theme)]} width={width} height={areas.rows + 1} />
			{areas.preview > 0 && <Lines lines={lower} width={width} height={areas.preview} />}
		</>
	);
}
