/** The real app, drawn by Ink and the frame writer as on a terminal, for which an object stands in. */
import {render} from 'ink';
import {PlaceholderProvider} from '../../source/components/lines.js';
import {createTheme} from '../../source/components/theme/theme.js';
import {ThemeProvider} from '../../source/components/theme/use-theme.js';
import {App} from '../../source/screens/app/app.js';
import type {ClusterSource} from '../../source/session/cluster-source.js';
import type {OperatingSource} from '../../source/session/operate.js';
import {capabilities} from '../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../source/terminal/frame/frame-writer.js';
import {createWarnings} from '../../source/session/warnings.js';
import type {Size} from './pty.js';
import {Display, Keyboard} from './stream-terminal.js';

const ignore = () => undefined;

/** How long a frame is waited for, ms. */
const patience = 10_000;

/** The app over a cluster; its display begins empty. */
export const drawApp = (cluster: ClusterSource, operating: OperatingSource, size: Size) => {
	const keyboard = new Keyboard();
	const display = new Display(size);
	const writer = createFrameWriter({
		tty: display,
		output: display,
		capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
	});
	const app = render(
		<ThemeProvider value={createTheme({ascii: false, colors: 1})}>
			<PlaceholderProvider value={line => writer.placeholder(line)}>
				<App
					cluster={cluster}
					operating={operating}
					access={{address: ''}}
					warnings={createWarnings()}
					title="benchmark"
					provider="benchmark"
					version=""
					interval={2000}
					isPushed={false}
					onTheme={ignore}
					onLanguage={ignore}
					onInterval={ignore}
					onRefresh={ignore}
					onCopy={() => ({kind: 'yes'})}
					onSave={() => ({kind: 'exists'})}
					onRedraw={ignore}
					onSuspend={ignore}
					onEdit={text => ({text})}
					onFocus={ignore}
				/>
			</PlaceholderProvider>
		</ThemeProvider>,
		{
			// Ink asks of it only what it has.
			stdin: keyboard as unknown as NodeJS.ReadStream,
			stdout: asInkStdout(writer),
			alternateScreen: true,
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
