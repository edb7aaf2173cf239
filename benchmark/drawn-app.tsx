/** The real app, drawn by Ink into a stream. */
import {render} from 'ink';
import {createTheme, ThemeProvider} from '../source/components/theme.js';
import {App} from '../source/screens/app.js';
import type {ClusterSource, OperatingSource} from '../source/screens/props.js';
import {createWarnings} from '../source/warnings.js';
import type {Size} from './pty.js';
import {Display, Keyboard} from './stream-terminal.js';

const ignore = () => undefined;

/** How long a frame is waited for, ms. */
const patience = 10_000;

/** The app over a cluster; its display begins empty. */
export const drawApp = (cluster: ClusterSource, operating: OperatingSource, size: Size) => {
	const keyboard = new Keyboard();
	const display = new Display(size);
	const app = render(
		<ThemeProvider value={createTheme({ascii: false, colors: 1})}>
			<App
				cluster={cluster}
				operating={operating}
				access={{address: ''}}
				warnings={createWarnings()}
				title="benchmark"
				provider="benchmark"
				interval={2000}
				isPushed={false}
				onInterval={ignore}
				onRefresh={ignore}
				onRedraw={ignore}
				onSuspend={ignore}
				onFocus={ignore}
			/>
		</ThemeProvider>,
		{
			// Ink asks of both only what these have.
			stdin: keyboard as unknown as NodeJS.ReadStream,
			stdout: display as unknown as NodeJS.WriteStream,
			interactive: true,
			exitOnCtrlC: false,
			patchConsole: false,
			maxFps: 500,
		},
	);
	let hasEnded = false;
	// A crash of the app ends it: what is waited for then fails with its reason.
	const crash = app.waitUntilExit().finally(() => {
		hasEnded = true;
	});
	crash.catch(ignore);
	return {
		/** Types without waiting. */
		press(key: string): void {
			keyboard.push(key);
		},
		/** Resolves with when the first frame after `since` came, both ms by `performance.now`. */
		async frame(since: number): Promise<number> {
			while (display.written < since) {
				if (hasEnded) {
					await crash;
					throw new Error('The app has ended.');
				}

				if (performance.now() - since > patience) {
					throw new Error('Ink drew no frame.');
				}

				await new Promise(resolve => {
					setImmediate(resolve);
				});
			}

			return display.written;
		},
		close: app.unmount,
	};
};
