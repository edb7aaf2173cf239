import {describe, expect, it} from 'vitest';
import {Wakeup} from '../../../source/providers/waiting/wakeup.js';
import {observeWork} from '../../../source/providers/waiting/observation-queue.js';
import type {Observation} from '../../../source/providers/provider.js';

const observation = (at: number): Observation => ({kind: 'cluster', at});
const never = new AbortController().signal;

describe('observeWork', () => {
	it('gives what was pushed, in order, and everything before a failure ahead of it', async () => {
		const seen: number[] = [];
		const reading = async (): Promise<void> => {
			for await (const {at} of observeWork(never, async queue => {
				queue.push(observation(1));
				queue.push(observation(2));
				throw new Error('broken');
			})) {
				seen.push(at);
			}
		};

		await expect(reading()).rejects.toThrow('broken');
		expect(seen).toStrictEqual([1, 2]);
	});

	it('tells the work when its reader is gone, and waits until it has finished', async () => {
		const steps: string[] = [];
		const reader = observeWork(never, async (queue, signal) => {
			queue.push(observation(1));
			await new Wakeup().wait(3_600_000, signal);
			steps.push('let go');
		});
		await reader.next();
		steps.push('saw it');
		await reader.return(undefined);
		expect(steps).toStrictEqual(['saw it', 'let go']);
	});
});

describe('Bell', () => {
	it('ends the current wait on a ring or an abort', async () => {
		const wakeup = new Wakeup();
		const waiting = wakeup.wait(3_600_000, never);
		wakeup.ring();
		await waiting;
		const abort = new AbortController();
		const aborted = wakeup.wait(3_600_000, abort.signal);
		abort.abort();
		await aborted;
		await wakeup.wait(3_600_000, abort.signal);
	});

	it('keeps a ring that nobody waited for, once', async () => {
		const wakeup = new Wakeup();
		wakeup.ring();
		wakeup.ring();
		await wakeup.wait(3_600_000, never);
		let isOver = false;
		const waiting = wakeup.wait(3_600_000, never).then(() => {
			isOver = true;
		});
		await Promise.resolve();
		expect(isOver).toBe(false);
		wakeup.ring();
		await waiting;
	});
});
