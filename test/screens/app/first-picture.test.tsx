/**
 * What is on the screen before Ink is loaded is what Ink then draws.
 */
import {type Instance, render} from 'ink';
import {afterEach, expect, it} from 'vitest';
import {PlaceholderProvider} from '../../../source/components/lines.js';
import {createTheme} from '../../../source/components/theme/theme.js';
import {ThemeProvider} from '../../../source/components/theme/use-theme.js';
import {App} from '../../../source/screens/app/app.js';
import {firstPicture} from '../../../source/screens/app/first-picture.js';
import {capabilities} from '../../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {Emulator} from '../../terminal/emulator.js';
import {ScreenSize} from '../../terminal/screen-size.js';
import {untilQuiet} from '../../terminal/until-quiet.js';
import {Keyboard} from '../on-terminal.js';
import {type ShowOptions, makeApp, noon, wholeAnswer} from '../screen.js';

let instance: Instance | undefined;

afterEach(() => {
	instance?.unmount();
	instance = undefined;
});

const ddlLock = wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json');

type Case = readonly [
	what: string,
	size: readonly [columns: number, rows: number],
	shown: string,
	options?: ShowOptions,
];

it.for<Case>([
	['a small terminal', [80, 24], 'TASK'],
	['a larger one, with a preview', [120, 40], 'TASK'],
	['a large one, with events beside the preview', [200, 50], 'What happened'],
	[
		'ASCII, read-only, data that is old',
		[120, 40],
		' RO ',
		{ascii: true, readOnly: true, now: noon + 90_000},
	],
	['what can be operated', [120, 40], 'operate', {operator: new Set(['pause', 'resume'] as const)}],
])('%s', async ([, [columns, rows], shown, options]) => {
	const emulator = new Emulator(columns, rows);
	const writer = createFrameWriter({
		tty: new ScreenSize(columns, rows),
		output: emulator,
		capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
	});
	const {props} = makeApp([ddlLock], options);
	const theme = createTheme({ascii: options?.ascii ?? false, colors: 1});
	writer.present(firstPicture(props, theme, {columns, rows})!);
	const before = await emulator.text();
	expect(before.join('\n')).toContain(shown);
	const sent = emulator.writes.length;
	instance = render(
		<ThemeProvider value={theme}>
			<PlaceholderProvider value={line => writer.placeholder(line)}>
				<App {...props} />
			</PlaceholderProvider>
		</ThemeProvider>,
		{
			stdout: asInkStdout(writer),
			stdin: new Keyboard() as unknown as NodeJS.ReadStream,
			alternateScreen: true,
			interactive: true,
			patchConsole: false,
		},
	);
	await untilQuiet(instance, emulator.writes);
	expect(await emulator.text()).toEqual(before);
	// Ink has pastes marked, and changes no cell.
	expect(emulator.writes.slice(sent).join('')).toBe('\u{1B}[?2004h');
});

it('is not drawn where the terminal is too small for it', () => {
	const {props} = makeApp([ddlLock]);
	const theme = createTheme({ascii: false, colors: 1});
	expect(firstPicture(props, theme, {columns: 59, rows: 24})).toBeUndefined();
	expect(firstPicture(props, theme, {columns: 60, rows: 14})).toBeUndefined();
	expect(firstPicture(props, theme, {columns: 60, rows: 15})).toHaveLength(15);
});
