/**
 * React and Ink, which take as long to load as everything else: the first picture is on the terminal before.
 */
import {type Instance, render} from 'ink';
import {PlaceholderProvider} from '../../components/lines.js';
import type {ThemeName} from '../../components/theme/theme-names.js';
import type {Theme} from '../../components/theme/theme.js';
import {Spoken} from '../../screens/app/spoken.js';
import {Themed} from '../../screens/app/themed.js';
import {DeskView} from '../../screens/app/clusters/desk-view.js';
import type {Desk} from '../../screens/context/desk.js';
import type {Look} from '../../screens/state/store/look.js';
import type {Observable} from '../../screens/state/store/observable.js';
import type {Terminal} from '../../terminal/terminal.js';

/** What the components show, and the terminal that they are drawn on. */
export type Drawn = {
	readonly desk: Desk;
	/** The current theme. */
	readonly look: Look;
	readonly themeOf: (name: ThemeName | undefined) => Theme;
	/** The code of the current language. */
	readonly spoken: Observable<string>;
	readonly terminal: Terminal;
};

/** Draws the clusters on the terminal from now on, and takes its keys. */
export const drawWithInk = ({desk, look, themeOf, spoken, terminal}: Drawn): Instance =>
	render(
		<Themed look={look} themeOf={themeOf}>
			<PlaceholderProvider value={terminal.placeholder}>
				<Spoken language={spoken}>
					<DeskView desk={desk} />
				</Spoken>
			</PlaceholderProvider>
		</Themed>,
		terminal.ink,
	);
