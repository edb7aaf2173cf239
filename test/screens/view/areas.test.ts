/** How the rows of a screen are shared between a table, the preview of its row, and the events beside that. */
import {expect, test} from 'vitest';
import {shareAreas} from '../../../source/screens/view/list-lines.js';

const both = {hasPreview: true, hasEvents: true};

/** The share of the preview for a body of `rows`, its titles not counted, under a table that fills all it gets. */
const previewOf = (rows: number): number => shareAreas(120, rows + 1, both, 1000).preview;

test.each([
	[16, 0],
	[17, 5],
	[27, 5],
	[28, 11],
	[37, 11],
	[38, 15],
	[60, 15],
])('of %d rows a preview gets %d', (rows, preview) => {
	expect(previewOf(rows)).toBe(preview);
	expect(shareAreas(120, rows + 1, both, 1000).rows).toBe(rows - preview);
});

test('a preview gets the space that a short table leaves, and a table always has two rows', () => {
	expect(shareAreas(120, 31, both, 8)).toMatchObject({rows: 8, preview: 22});
	expect(shareAreas(120, 31, both, 19)).toMatchObject({rows: 19, preview: 11});
	expect(shareAreas(120, 31, both, 20)).toMatchObject({rows: 19, preview: 11});
	expect(shareAreas(120, 31, both, 1)).toMatchObject({rows: 2, preview: 28});
	// "No task", and what hides them.
	expect(shareAreas(120, 31, both, 0)).toMatchObject({rows: 3, preview: 27});
});

test('on a low screen, or below a long problem, the space that a short table leaves is not left empty', () => {
	expect(shareAreas(80, 17, both, 2)).toMatchObject({rows: 2, preview: 14});
	expect(shareAreas(80, 11, both, 6)).toMatchObject({rows: 6, preview: 4});
	expect(shareAreas(80, 11, both, 7)).toMatchObject({rows: 10, preview: 0});
});

test('without a preview the table has everything, however small the screen is', () => {
	expect(shareAreas(200, 51, {hasPreview: false, hasEvents: true}, 3)).toEqual({
		rows: 50,
		preview: 0,
		events: 0,
	});
	expect(shareAreas(60, 1, both, 3)).toEqual({rows: 1, preview: 0, events: 0});
	expect(shareAreas(60, 0, both, 3)).toEqual({rows: 1, preview: 0, events: 0});
});

test('events are next to a preview of eleven rows on a screen of 170 columns', () => {
	const events = (width: number, rows: number, hasEvents = true): number =>
		shareAreas(width, rows + 1, {hasPreview: true, hasEvents}, 1000).events;
	expect([events(169, 28), events(170, 28), events(200, 38)]).toEqual([0, 64, 76]);
	expect(events(170, 27)).toBe(0);
	expect(events(170, 28, false)).toBe(0);
});
