import {describe, expect, it} from 'vitest';
import {totalsLine} from '../../../source/modes/plain/lines.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {errors, entry, syncing, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

const at = (stage: string, result: unknown = null): Watched =>
	new Watched().wait(10).whole(entry('mysql-01', [syncing('orders', {}, {stage, result})]));

const failed = errors(10_001);
const place = 'orders mysql-01 worker-of-mysql-01';

describe('a stage that DM does not have', () => {
	it.each(['', 'InvalidStage', 'Weird', 'running', '__proto__'])(
		'is not taken for a sound one: %j',
		stage => {
			const watched = at(stage);
			expect(found(watched)).toEqual([`stage-unknown ${place}`]);
			expect(only(watched, 'stage-unknown').severity).toBe('warning');
			const {diagnosis, tasks, sources} = withDiagnosis(watched.view());
			expect(diagnosis.health(tasks[0]!)).toBe('unknown');
			expect(diagnosis.health(tasks[0]!.subtasks[0]!)).toBe('unknown');
			expect(diagnosis.health(sources[0]!)).toBe('unknown');
		},
	);

	it('is named, and a missing one is called missing', () => {
		expect(only(at('Weird'), 'stage-unknown').why).toEqual([
			'DM reports the stage Weird, which dm-top does not know',
		]);
		expect(only(at(''), 'stage-unknown').why).toEqual(['DM reports no stage']);
		expect(totalsLine(at('').view(), 'shop')).toBe('shop: 1 task: 1 unknown');
	});
});

describe('an error in the result', () => {
	it.each(['', 'InvalidStage', 'Weird', 'New', 'Stopped', 'Paused'])('counts in stage %j', stage => {
		expect(found(at(stage, failed))).toEqual([`subtask-error ${place}`]);
	});

	it.each(['Running', 'Finished'])('is in the past in stage %s', stage => {
		expect(found(at(stage, failed))).toEqual([]);
	});

	it.each(['Pausing', 'Resuming', 'Stopping'])('is not reported while the stage changes: %s', stage => {
		const watched = at(stage, failed);
		expect(found(watched)).toEqual([]);
		expect(withDiagnosis(watched.view()).diagnosis.health(withDiagnosis(watched.view()).tasks[0]!)).toBe(
			'changing',
		);
	});
});
