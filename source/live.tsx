/**
 * The live screen: the app on the terminal, fed by a provider.
 */
import {render} from 'ink';
import {createTheme, ThemeProvider} from './components/theme.js';
import type {Provider} from './providers/provider.js';
import {App} from './screens/app.js';
import {startWatch} from './watch.js';

export type LiveOptions = {
	readonly provider: Provider;
	/** The cluster's name for the header. */
	readonly title: string;
	/** Ms between two looks. */
	readonly interval: number;
	readonly ascii: boolean;
	readonly colors: boolean;
	/** Where keys come from: not standard input when that brings the status. */
	readonly keyboard: NodeJS.ReadStream;
};

/** Shows the cluster until the user quits. */
export const showLive = async ({
	provider,
	title,
	interval,
	ascii,
	colors,
	keyboard,
}: LiveOptions): Promise<void> => {
	const watch = startWatch(provider, interval);
	const app = render(
		<ThemeProvider value={createTheme({ascii, colors: colors ? 1 : 0})}>
			<App
				cluster={watch}
				title={title}
				provider={provider.name}
				interval={interval}
				isPushed={provider.isPushed ?? false}
				onInterval={watch.setInterval}
				onRefresh={() => provider.refresh?.()}
				onRedraw={() => undefined}
				onFocus={sources => provider.focus?.(sources)}
			/>
		</ThemeProvider>,
		{
			stdin: keyboard,
			alternateScreen: true,
			incrementalRendering: true,
			interactive: true,
			exitOnCtrlC: false,
			maxFps: 60,
		},
	);
	await app.waitUntilExit();
	await watch.stop();
};
