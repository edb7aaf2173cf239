/** What is below a table is as fast for a source with very many tasks: it is about those that fit. */
import {expect, test} from 'vitest';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {behind, entry, syncing, Watched} from '../../../monitor/watched.js';
import {drawingOf, previewOf} from '../../drawing.js';

test('the tasks that do not fit into the preview of a source are not gone through', () => {
	const watched = new Watched();
	const tasks = Array.from({length: 2000}, (_, index) => `task-${String(index).padStart(4, '0')}`);
	watched.part(
		entry(
			's1',
			tasks.map((task, index) => (index === 1999 ? behind(task) : syncing(task))),
		),
	);
	const view = watched.view();
	const asked = new Set<string>();
	const drawing = drawingOf({
		...view,
		diagnosis: {
			...view.diagnosis,
			ofSubtask(task, source) {
				asked.add(task);
				return view.diagnosis.ofSubtask(task, source);
			},
		},
	});
	const lines = previewOf(sourcesList(drawing), 's1');
	expect(lines.some(line => line.startsWith('● task-0000 '))).toBe(true);
	expect(lines.at(-1)).toMatch(/^ {2}and 19\d\d more$/v);
	expect(asked.size).toBeLessThan(50);
});
