/**
 * The live screen: the app on the terminal, fed by a provider.
 */
import process from 'node:process';
import {render} from 'ink';
import type {DmctlAccess} from './commands/operations/planning/dmctl.js';
import {createTheme, ThemeProvider} from './components/theme.js';
import {startOperating} from './operate.js';
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
	/** Nothing can be operated. */
	readonly readOnly: boolean;
	/** How dmctl would reach the cluster. */
	readonly access: DmctlAccess;
	/** Takes each line of the audit. */
	readonly audit?: (line: string) => void;
};

/** Shows the cluster until the user quits. */
export const showLive = async (options: LiveOptions): Promise<void> => {
	const {provider, title, interval, ascii, terminal, keyboard, readOnly, access, audit} = options;
	const watch = startWatch(provider, interval);
	const operating = startOperating({provider, watch, readOnly, title, audit});
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
				operating={operating}
				access={access}
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
	operating.stop();
	await watch.stop();
};
