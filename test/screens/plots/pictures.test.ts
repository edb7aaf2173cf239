/** Cells and lines that show where things stand: the trend of the lag, ends on a clock, the binlog, dump and load. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../source/components/symbols.js';
import {endText, slopeCell} from '../../../source/screens/cells/cells.js';
import {binlogPicture} from '../../../source/screens/plots/binlog-picture.js';
import {progressLine} from '../../../source/screens/plots/progress-line.js';
import {behind, canceled, entry, syncing, Watched} from '../../monitor/watched.js';

type Json = Readonly<Record<string, unknown>>;

/** `orders` after looks at these lags, one every ten seconds. */
const afterLags = (lags: readonly number[], rest: Json = {}) => {
	const watched = new Watched();
	for (const seconds of lags) {
		watched.part(entry('s1', [behind('orders', {secondsBehindMaster: String(seconds)}, rest)])).wait(10);
	}

	return watched.subtask('orders', 's1');
};

const twelve = (lagAt: (index: number) => number) => Array.from({length: 12}, (_, index) => lagAt(index));

describe('the trend of a lag', () => {
	const trendOf = (view: Parameters<typeof slopeCell>[0]) => lineText(slopeCell(view, unicodeSymbols));

	it('shows how fast it falls: seconds of the upstream that are replicated in a second', () => {
		expect(trendOf(afterLags(twelve(index => 900 - index * 13)))).toBe('↓ 2.3x');
		expect(lineText(slopeCell(afterLags(twelve(index => 900 - index * 13)), asciiSymbols))).toBe('v 2.3x');
	});

	it('shows that it grows, and at what speed it still replicates', () => {
		expect(trendOf(afterLags(twelve(index => 100 + index * 6)))).toBe('↑ 0.4x');
		expect(trendOf(afterLags(twelve(index => 100 + index * 12)))).toBe('↑ 0.0x');
	});

	it('shows that it stays, that nothing is replicated, and nothing if there is no lag', () => {
		expect(trendOf(afterLags(twelve(() => 300)))).toBe('steady');
		expect(trendOf(afterLags([300, 300], {stage: 'Paused', result: canceled}))).toBe('stopped');
		expect(trendOf(afterLags([300, 290]))).toBe('-');
		expect(trendOf(afterLags(twelve(() => 0)))).toBe('-');
	});
});

describe('an ETA as a clock time', () => {
	const now = new Date(2026, 10, 27, 22, 4, 40).getTime();

	it('is a time today, a weekday, or a date', () => {
		expect(endText(30, now)).toBe('22:05');
		expect(endText(600, now)).toBe('22:15');
		expect(endText(7200, now)).toBe('Sat 00:05');
		expect(endText(5 * 86_400, now)).toBe('Wed 22:00');
		expect(endText(7 * 86_400, now)).toBe('12-04');
	});
});

describe('the binlog as a picture', () => {
	const pictureOf = (sync: Json, rest: Json = {}, ascii = false) => {
		const watched = new Watched().part(entry('s1', [syncing('orders', sync)], rest));
		return lineText(
			binlogPicture(watched.subtask('orders', 's1').subtask, {
				width: 110,
				symbols: ascii ? asciiSymbols : unicodeSymbols,
			}),
		);
	};

	const positions = {
		masterBinlog: '(mysql-bin.000088, 742641446)',
		syncerBinlog: '(mysql-bin.000088, 725886232)',
		synced: false,
	};

	const relay = (stage: string, relayBinlog: string): Json => ({
		sourceStatus: {
			source: 's1',
			worker: 'w1',
			result: null,
			relayStatus: {
				...positions,
				masterBinlogGtid: '',
				relaySubDir: '',
				relayBinlog,
				relayBinlogGtid: '',
				relayCatchUpMaster: false,
				stage,
				result: null,
			},
		},
	});

	it('shows the distance of the checkpoint to the upstream', () => {
		expect(pictureOf(positions)).toBe(
			'checkpoint 000088:725886232 ├──────────── 16 MB ────────────┤ upstream 000088:742641446',
		);
		expect(pictureOf(positions, {}, true)).toBe(
			'checkpoint 000088:725886232 |------------ 16 MB ------------| upstream 000088:742641446',
		);
	});

	it('shows the relay between them, and when it does not run', () => {
		expect(
			pictureOf({...positions, binlogType: 'local'}, relay('Running', '(mysql-bin.000088, 742641446)')),
		).toBe(
			'checkpoint 000088:725886232 ├─────────── 16 MB ───────────┤ relay 000088:742641446 = upstream 000088:742641446',
		);
		expect(
			pictureOf({...positions, binlogType: 'local'}, relay('Paused', '(mysql-bin.000088, 730000000)')),
		).toBe(
			'checkpoint 000088:725886232 ├─ 3.9 MB ─┤ relay 000088:730000000 Paused ├── 12.1 MB ─┤ upstream 000088:742641446',
		);
	});

	it('counts files, and says what is unknown', () => {
		expect(pictureOf({...positions, syncerBinlog: '(mysql-bin.000080, 4)'})).toContain(' 8 files ');
		expect(pictureOf({...positions, masterBinlog: ''})).toBe(
			'checkpoint 000088:725886232 ? upstream unknown',
		);
		expect(lineText(binlogPicture({} as never, {width: 80, symbols: unicodeSymbols}))).toBe('');
	});
});

describe('the progress of dump and load', () => {
	const lineOf = (unit: string, rest: Json) => {
		const watched = new Watched();
		const look = (part: Json) =>
			watched.part(entry('s1', [syncing('orders', {}, {unit, sync: undefined, ...part})])).wait(10);
		look(rest);
		return lineText(
			progressLine(watched.subtask('orders', 's1'), {width: 90, symbols: unicodeSymbols, now: watched.now}),
		);
	};

	it('is a bar with the amount done and the total', () => {
		expect(
			lineOf('Load', {
				load: {
					finishedBytes: '524288000',
					totalBytes: '1048576000',
					progress: '50.00 %',
					metaBinlog: '',
					metaBinlogGTID: '',
					bps: '0',
				},
			}),
		).toBe('load   ████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░  50%   500 MB of 1 GB   0 B/s');
		expect(
			lineOf('Dump', {
				dump: {
					totalTables: '1024',
					completedTables: 259,
					finishedBytes: 112_742_891_520,
					finishedRows: 1_200_000,
					estimateTotalRows: 3_400_000,
					bps: '0',
					progress: '',
				},
			}),
		).toBe('dump   █████░░░░░░░░  35%   259 of 1 024 tables   105 GB   1.2M of about 3.4M rows   0 B/s');
	});

	it('is empty for a subtask that replicates', () => {
		const watched = new Watched().part(entry('s1', [syncing('orders')]));
		expect(
			progressLine(watched.subtask('orders', 's1'), {width: 90, symbols: unicodeSymbols, now: 0}),
		).toEqual([]);
	});
});
