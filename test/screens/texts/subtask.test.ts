/** The page of a subtask: that its pictures fit. */
import {expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../source/components/line.js';
import {subtaskSections} from '../../../source/screens/texts/subtask.js';
import {layoutSections} from '../../../source/screens/texts/text.js';
import {simulatedAt} from '../drawing.js';

test.each([60, 80, 120])('the progress of a dump is whole at %d columns', width => {
	const drawing = simulatedAt('migration-night', 30);
	const view = drawing.cluster.sources
		.flatMap(({subtasks}) => subtasks)
		.find(({subtask}) => subtask.unit === 'Dump')!;
	const lines = layoutSections(subtaskSections(view, drawing), width);
	expect(lines.map(line => lineText(line).trim()).join(' ')).toMatch(
		/dump [^\n\r%\u{2028}\u{2029}]*%.* tables .* rows +[\d.]+ .B\/s +done at \S+ in \S+/v,
	);
	expect(Math.max(...lines.map(line => lineWidth(line)))).toBeLessThanOrEqual(width);
});
