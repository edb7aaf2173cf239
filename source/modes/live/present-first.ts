import type {Theme} from '../../components/theme/theme.js';
import type {ClusterProps} from '../../screens/context/cluster-props.js';
import {firstPicture} from '../../screens/app/first-picture.js';
import type {Terminal} from '../../terminal/terminal.js';

type Size = {readonly columns: number; readonly rows: number};

/** Shows a cluster's first picture, where the terminal is large enough; a defect in it is a crash like any other. */
export const presentFirst = (
	terminal: Pick<Terminal, 'present' | 'crash'> & {readonly ink: {readonly stdout: Size}},
	props: ClusterProps,
	theme: Theme,
): void => {
	const {columns, rows} = terminal.ink.stdout;
	try {
		const picture = firstPicture(props, theme, {columns, rows});
		if (picture) {
			terminal.present(picture);
		}
	} catch (error) {
		terminal.crash(error);
	}
};
