/** The keys of a recording: what each says where there is nothing left to play or to go to. */
import {afterEach, beforeEach, expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {formatTime} from '../../../source/components/quantity.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {openReplay, type Replay} from '../../../source/providers/recording/replay/replay.js';
import {footerLine} from '../../../source/screens/chrome/footer.js';
import {scrubberLine} from '../../../source/screens/chrome/replay.js';
import {contextOf} from '../../../source/screens/context/context.js';
import {pressKey} from '../../../source/screens/keys/press.js';
import {type Scene, screenContextOf} from '../../../source/screens/view/sight.js';
import {createSelection} from '../../../source/screens/view/select.js';
import {type State, initialState} from '../../../source/screens/state/state.js';
import {makeNight} from '../../providers/recording/made-night.js';
import {makeFolder} from '../../folder.js';
import {record} from '../../providers/recording/recordings.js';
import {simulatedAt} from '../drawing.js';
import {makeApp} from '../screen.js';

const drawing = simulatedAt('calm', 10);
const scene: Scene = {
	selection: createSelection()(drawing, 80, 20),
	cluster: drawing.cluster,
	width: 80,
	height: 20,
};

let folder: ReturnType<typeof makeFolder>;
let replay: Replay;

beforeEach(async () => {
	folder = makeFolder();
	const path = folder.file('night.jsonl');
	await record(makeNight(20), {path});
	replay = await openReplay(path);
	replay.pause();
});

afterEach(async () => {
	await replay.close();
});

const contextIn = (state: State) => {
	const {props} = makeApp([]);
	const operating = {...props.operating, capabilities: {readOnly: false, provider: 'replay'}};
	return contextOf(state, {
		props: {...props, operating, replay, isPushed: replay.isPushed === true},
		symbols: unicodeSymbols,
		exit: () => undefined,
		look: at => screenContextOf(at, scene),
	});
};

const press = (...keys: readonly string[]): State => {
	let state = initialState;
	for (const key of keys) {
		state = pressKey(key, contextIn({...state, notice: ''}));
	}

	return state;
};

const hints = (width = 80): string => lineText(footerLine(contextIn(initialState), width));

test.each([['left'], ['shift+left']])('%s says that the recording begins here', key => {
	replay.seek(replay.start);
	expect(press(key).notice).toBe('The recording begins here.');
});

test.each([['right'], ['shift+right'], ['p']])('%s says that the recording ends here', key => {
	replay.seek(replay.end);
	expect(press(key).notice).toBe('The recording ends here; t goes to another time.');
});

test('N goes from one error to the one before it, also while the recording plays on', async () => {
	await replay.close();
	const path = folder.file('longer.jsonl');
	await record(makeNight(110), {path});
	replay = await openReplay(path);
	replay.pause();
	const errors = replay.marks.filter(({kind}) => kind === 'error').map(({at}) => at);
	const first = errors[0]!;
	// One of each source follows within milliseconds.
	const second = errors.find(at => at > first + 10_000)!;
	const isAt = (error: number) => replay.position >= error && replay.position < error + 400;
	replay.seek(second + 500);
	press('N');
	expect(isAt(second)).toBe(true);
	replay.seek(second + 500);
	replay.play();
	press('N');
	replay.pause();
	expect(isAt(first)).toBe(true);
	replay.seek(second + 3500);
	replay.play();
	press('N');
	replay.pause();
	expect(isAt(second)).toBe(true);
});

test('the slowest and the greatest speed say so', () => {
	replay.speed = 0.25;
	expect(press('[').notice).toBe('A recording cannot be played slower.');
	replay.speed = 64;
	expect(press(']').notice).toBe('A recording cannot be played faster.');
});

test('a time outside of the recording goes to the nearer end, and says where that is', () => {
	replay.seek(replay.start + 1000);
	const [before, after] = [replay.start - 120_000, replay.end + 120_000].map(at => [...formatTime(at)]);
	expect(press('t', ...before!, 'enter').notice).toBe(
		`The recording begins only at ${formatTime(replay.start)}.`,
	);
	expect(replay.position).toBe(replay.start);
	expect(press('t', ...after!, 'enter').notice).toBe(`The recording ends at ${formatTime(replay.end)}.`);
	expect(replay.position).toBe(replay.end);
});

test('there is nothing to refresh, and nothing to operate on', () => {
	expect(press('r').notice).toBe('A recording is not refreshed; t goes to another time.');
	for (const key of ['o', 'P', 'R']) {
		expect(press(key).notice).toBe('A recording only shows the past: connect to a dm-master to operate.');
	}
});

test('its keys are hinted at before others, and those that do nothing are not', () => {
	replay.seek(replay.start + 1000);
	expect(hints()).toMatch(/p play {2}← step .*t time/v);
	expect(hints(200)).not.toMatch(/operate|pause|resume|refresh|faster {2}- slower/v);
});

test('the line of a recording says that it has ended', () => {
	expect(lineText(scrubberLine(replay, unicodeSymbols, 80))).toMatch(/^ paused/v);
	replay.seek(replay.end);
	expect(lineText(scrubberLine(replay, unicodeSymbols, 80))).toMatch(/^ ended/v);
});
