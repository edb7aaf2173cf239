/** The frame of a dialog or menu is whole, whatever its title. */
import {expect, test} from 'vitest';
import {textWidth} from '../../../source/terminal/width.js';
import {showScreen, wholeAnswer} from '../screen.js';

const answer = wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json');

test.each([['o'], ['P'], ['c'], ['y']])('the frame that %s opens is whole on every terminal', async key => {
	for (const title of ['prod', 'the-cluster-of-the-orders-and-of-the-payments-of-all-regions']) {
		for (const columns of [60, 80, 120]) {
			const {press, text, unmount} = await showScreen([answer], {
				columns,
				title,
				operator: new Set(['pause', 'resume', 'stop']),
			});
			await press(key);
			const lines = text().split('\n');
			const top = lines.find(line => line.includes('┌'))!;
			const bottom = lines.find(line => line.includes('└'))!;
			expect(top).toContain('┐');
			expect(textWidth(top.slice(0, top.indexOf('┐')))).toBe(textWidth(bottom.slice(0, bottom.indexOf('┘'))));
			unmount();
		}
	}
});

test('a dialog about long names says what it does, and in which cluster', async () => {
	const {press, text} = await showScreen([answer], {
		columns: 60,
		title: 'the-cluster-of-the-orders-and-of-the-payments-of-all-regions',
		operator: new Set(['pause']),
	});
	await press('P');
	expect(text()).toMatch(/┌─ Pause broken on the-clu\S[^\s\u{2026}]*\u{2026}\S+regions ─+┐/v);
});
