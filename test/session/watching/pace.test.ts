import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {ViewPace} from '../../../source/session/watching/pace.js';

test('updates that come after the end make no view, and do not keep the process alive', async () => {
	let views = 0;
	const pace = new ViewPace(() => {
		views++;
	});
	pace.news();
	pace.stop();
	pace.news();
	await pause(20);
	expect(views).toBe(0);
});

test('the first update after a quiet time is shown at once', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const pace = new ViewPace(resolve);
	pace.news();
	await promise;
	pace.stop();
});
