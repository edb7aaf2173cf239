/** The whole program without a terminal: the screens over a simulated cluster that can be operated, to be walked through. */
import {setTimeout as pause} from 'node:timers/promises';
import {expect} from 'vitest';
import {createTheme} from '../../source/components/theme/theme.js';
import {ThemeProvider} from '../../source/components/theme/use-theme.js';
import {createWorkerPages} from '../../source/providers/metrics/worker-pages/worker-pages.js';
import {App} from '../../source/screens/app/app.js';
import {DeskView} from '../../source/screens/app/clusters/desk-view.js';
import type {AppProps} from '../../source/screens/context/app-props.js';
import {createStore} from '../../source/screens/state/store/store.js';
import {followMetrics} from '../../source/session/follow-metrics.js';
import {startOperating} from '../../source/session/operate.js';
import {createWarnings} from '../../source/session/warnings.js';
import {startWatch, type Watch} from '../../source/session/watching/watch.js';
import {createSimulatorProvider} from '../../source/simulator/simulator.js';
import {openInk} from '../screens/steer.js';

export const keys = {
	enter: '\r',
	esc: '\u{1B}',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	pageDown: '\u{1B}[6~',
	tab: '\t',
};

/** The texts of a value and of what is in it, not the names of its fields. */
const textsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(one => textsIn(one)) : [];
};

export type Walker = {
	/** What is on the screen, without styles. */
	readonly lines: () => readonly string[];
	readonly press: (...sequences: readonly string[]) => Promise<void>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** All that DM has told, as text: its names and DM's own words are none of dm-top's. */
	readonly data: () => string;
	readonly close: () => Promise<void>;
};

export type WalkOptions = {
	readonly scenario: string;
	readonly columns: number;
	readonly rows: number;
	/** The table of clusters comes first. */
	readonly isDesk?: boolean;
};

/** The sources that have neither answered nor failed to. */
const notYetAsked = (watch: Watch): readonly string[] =>
	watch
		.current()
		.sources.filter(({at, condition}) => at === 0 && condition.kind === 'fresh')
		.map(({source}) => source);

/** Opens the screens in the language that is spoken, once every source has been asked. */
export const openWalk = async ({scenario, columns, rows, isDesk = false}: WalkOptions): Promise<Walker> => {
	const provider = createSimulatorProvider({scenario, seed: 1, speed: 1});
	const watch = startWatch(provider, 2000);
	const ended = new AbortController();
	const now = () => provider.now?.() ?? Date.now();
	const operating = startOperating({provider, watch, readOnly: false, title: scenario});
	// The first answers may be those about the members, or of a few sources.
	await expect.poll(() => [watch.current().sources.length > 0, notYetAsked(watch)]).toEqual([true, []]);
	void followMetrics(
		watch,
		createWorkerPages({
			addresses: {kind: 'advertised'},
			tls: false,
			fetchPage: async () => '',
			pages: provider.metrics,
			now,
		}),
		{
			signal: ended.signal,
			now,
			onProblem: () => undefined,
			wait: async () => pause(1000),
		},
	);
	const props: Omit<AppProps, 'desk'> = {
		cluster: watch,
		operating,
		access: {address: '10.0.1.11:8261'},
		warnings: createWarnings(),
		title: scenario,
		provider: provider.name,
		version: '0.1.0',
		interval: 2000,
		isPushed: false,
		store: createStore(2000),
		onTheme: () => undefined,
		onLanguage: () => undefined,
		onInterval: watch.setInterval,
		onRefresh: provider.refresh && (() => provider.refresh?.()),
		onCopy: () => ({kind: 'yes'}),
		onSave: () => ({kind: 'saved', path: '/tmp/x.csv', bytes: 12}),
		onRedraw: () => undefined,
		onSuspend: () => undefined,
		onEdit: text => ({text}),
		onFocus: () => undefined,
	};
	const desk = {
		subscribe: () => () => undefined,
		current: () => deskState,
		names: [scenario],
		show: () => undefined,
		showAll: () => undefined,
	};
	const deskState = {open: [{name: scenario, props}], shown: undefined};
	const {draw, lines, press, resize, unmount} = openInk(columns, rows);
	await draw(
		<ThemeProvider value={createTheme({ascii: false, colors: 1})}>
			{isDesk ? <DeskView desk={desk} /> : <App {...props} />}
		</ThemeProvider>,
	);
	return {
		lines,
		press,
		resize,
		data: () =>
			textsIn([watch.current(), [...operating.inquiries.current()], scenario, provider.name]).join('\n'),
		async close() {
			unmount();
			ended.abort();
			operating.stop();
			await watch.stop();
		},
	};
};
