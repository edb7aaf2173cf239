/**
 * The live screen: the app on the terminal, fed by a provider.
 */
import process from 'node:process';
import {render} from 'ink';
import {createTheme, ThemeProvider} from './components/theme.js';
import type {Provider} from './providers/provider.js';
import {App} from './screens/app.js';
import type {Capabilities} from './terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from './terminal/frame/frame-writer.js';
import {openTtyOutput} from './terminal/tty/output.js';
import {startWatch} from './watch.js';

export type LiveOptions = {
	readonly provider: Provider;
	/** The cluster's name for the header. */
	readonly title: string;
	/** Milliseconds between two looks. */
	readonly interval: number;
	/** Draw with ASCII alone. */
	readonly ascii: boolean;
	readonly terminal: Capabilities;
	/** Where keys come from: not standard input when that brings the status. */
	readonly keyboard: NodeJS.ReadStream;
};

/** Shows the cluster until the user quits. */
export const showLive = async (options: LiveOptions): Promise<void> => {
	const {provider, title, interval, ascii, terminal, keyboard} = options;
	const watch = startWatch(provider, interval);
	const writer = createFrameWriter({
		tty: process.stdout,
		output: openTtyOutput(process.stdout.fd),
		capabilities: terminal,
		onGone() {
			process.exit(129);
		},
	});
	const app = render(
		<ThemeProvider value={createTheme({ascii, colors: terminal.colorDepth > 1 ? 1 : 0})}>
			<App
				cluster={watch}
				title={title}
				provider={provider.name}
				interval={interval}
				isPushed={provider.isPushed ?? false}
				onInterval={watch.setInterval}
				onRefresh={() => provider.refresh?.()}
				onRedraw={() => {
					writer.repaint();
				}}
				onFocus={sources => provider.focus?.(sources)}
			/>
		</ThemeProvider>,
		{
			stdin: keyboard,
			stdout: asInkStdout(writer),
			alternateScreen: true,
			interactive: true,
			exitOnCtrlC: false,
			maxFps: 60,
		},
	);
	await app.waitUntilExit();
	writer.close();
	await watch.stop();
};
