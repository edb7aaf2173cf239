import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {ViewPace} from '../../../source/session/watching/pace.js';

test('news that come after the end lead to no view, and keep no process', async () => {
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

test('the first news after a quiet time are shown at once', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const pace = new ViewPace(resolve);
	pace.news();
	await promise;
	pace.stop();
});
