import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {layoutSections} from '../../../source/screens/texts/text.js';
import {syncSection} from '../../../source/screens/texts/units.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, syncing} from '../../monitor/watched.js';

/** What the page shows of a subtask's Sync, a line each. */
const page = (sync: Readonly<Record<string, unknown>>): readonly string[] => {
	const status = parseStatusDocument(queryStatus([entry('s1', [syncing('orders', sync)])]));
	return layoutSections(syncSection(status.sources[0]!.subtasks[0]!.sync), 200).map(line =>
		lineText(line).trim().replaceAll(/ {2,}/gv, '  '),
	);
};

test('DM’s average is shown as such, and not believed if it is impossibly fast', () => {
	const words = 'all rows ever, over the time since the last resume';
	expect(page({totalRps: '310'})).toContain(`DM’s average  310 rows/s  ${words}`);
	expect(page({totalRps: '27393747'})).toContain(
		`DM’s average  ?  DM says 27 393 747 rows/s, which is not plausible: ${words}`,
	);
});

test('byte rates are named by their destination', () => {
	const shown = page({ioTotalBytes: '2048', dumpIOTotalBytes: '1048576'});
	expect(shown).toContain('sent downstream  2 KB  2 048 bytes');
	expect(shown).toContain('read upstream  1 MB  1 048 576 bytes');
});
