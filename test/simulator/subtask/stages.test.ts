import {describe, expect, it} from 'vitest';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {nextStage, transitions, type KnownStage} from '../../../source/simulator/model/stage.js';
import {ask, begin, oneTask, pass, subtaskOf} from '../cluster.js';

const answer = (op: string, result: boolean, message = '') => ({
	op,
	result: true,
	msg: '',
	sources: [{result, msg: message, source: 'mysql-01', worker: 'worker-1'}],
});

const stageOf = (simulation: Simulation): string => subtaskOf(simulation).stage;

const error = {events: [{at: '2s', do: 'error', task: 'orders', error: 'duplicate-entry'}]};

/** Clusters whose one subtask is in a stage. */
const inStage: Readonly<Record<string, () => Simulation>> = {
	New: () => oneTask({state: 'new'}),
	Running: () => oneTask(),
	Paused: () => oneTask({state: 'paused'}),
	'Paused by an error'() {
		const simulation = oneTask({}, error);
		pass(simulation, 20);
		return simulation;
	},
	Stopped: () => oneTask({state: 'stopped'}),
	Finished: () => oneTask({mode: 'full', state: 'finished'}),
};

it.each(Object.entries(inStage))('can begin with a subtask that is %s', (name, create) => {
	expect(stageOf(create())).toBe(name.split(' ', 1)[0]);
});

describe('the edges of the document', () => {
	it('goes from New to Running when nothing is wrong', () => {
		const simulation = inStage['New']!();
		ask(simulation, 'Start');
		pass(simulation, 3);
		expect(stageOf(simulation)).toBe('Running');
	});

	it('goes from New to Paused when something is', () => {
		const simulation = oneTask(
			{state: 'new'},
			{events: [{at: '1s', do: 'error', task: 'orders', error: 'access-denied'}]},
		);
		pass(simulation, 1);
		begin(simulation, 'Start');
		pass(simulation, 1);
		expect(stageOf(simulation)).toBe('Paused');
		expect(subtaskOf(simulation).result?.errors).toHaveLength(1);
	});

	it('goes from Running to Paused by an error, and says which', () => {
		const {result} = subtaskOf(inStage['Paused by an error']!());
		expect(result).toMatchObject({isCanceled: false, errors: [{code: 10_006}]});
		expect(result?.errors[0]?.rawCause).toMatch(/^Error 1062 \(23000\): Duplicate entry '\d+' for key/v);
	});

	it('goes from Running by way of Pausing to Paused when a user pauses it, without an error', () => {
		const simulation = oneTask();
		pass(simulation, 5);
		const look = begin(simulation, 'Pause');
		expect(stageOf(simulation)).toBe('Pausing');
		expect(look()).toBeUndefined();
		pass(simulation, 4);
		expect(look()).toStrictEqual(answer('Pause', true));
		expect(subtaskOf(simulation)).toMatchObject({stage: 'Paused', result: {isCanceled: true, errors: []}});
	});

	it('goes from Paused by way of Resuming to Running when a user resumes it', () => {
		const simulation = inStage['Paused']!();
		const look = begin(simulation, 'Resume');
		expect(stageOf(simulation)).toBe('Resuming');
		expect(look()).toBeUndefined();
		pass(simulation, 2);
		expect(look()).toStrictEqual(answer('Resume', true));
		expect(subtaskOf(simulation)).toMatchObject({stage: 'Running', result: undefined});
	});

	it.each(['Running', 'Paused', 'Paused by an error'])(
		'goes from %s by way of Stopping to Stopped when a user stops it',
		name => {
			const simulation = inStage[name]!();
			const look = begin(simulation, 'Stop');
			expect(stageOf(simulation)).toBe('Stopping');
			expect(look()).toBeUndefined();
			pass(simulation, 4);
			expect(look()).toStrictEqual(answer('Stop', true));
			expect(stageOf(simulation)).toBe('Stopped');
		},
	);

	it('goes from Stopped to Running when a user starts it', () => {
		const simulation = inStage['Stopped']!();
		expect(ask(simulation, 'Start')).toStrictEqual(answer('Start', true));
		expect(stageOf(simulation)).toBe('Running');
	});

	it('goes from Paused to Running when a user starts it, as over OpenAPI', () => {
		const simulation = inStage['Paused']!();
		expect(ask(simulation, 'Start')).toStrictEqual(answer('Start', true));
		expect(stageOf(simulation)).toBe('Running');
	});

	it('goes from Running to Finished when a task of mode full is loaded', () => {
		const simulation = oneTask({mode: 'full', unit: 'Load', progress: 0.99, size: '1GB', speed: '50MB'});
		pass(simulation, 5);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Finished',
			unit: 'Load',
			result: {isCanceled: false, errors: []},
			load: {progress: '100.00 %'},
		});
	});

	it('does not go to Finished in mode all: it replicates', () => {
		const simulation = oneTask({mode: 'all', unit: 'Load', progress: 0.99, size: '1GB', speed: '50MB'});
		pass(simulation, 5);
		expect(subtaskOf(simulation)).toMatchObject({stage: 'Running', unit: 'Sync'});
	});
});

const refusals: ReadonlyArray<readonly [op: string, stage: string, says: string]> = [
	['Resume', 'Stopped', 'current stage is Stopped but not paused, invalid'],
	['Resume', 'New', 'current stage is New but not paused, invalid'],
	['Pause', 'Stopped', 'current stage is Stopped but not running, invalid'],
	['Pause', 'Finished', 'current stage is Finished but not running, invalid'],
	['Pause', 'New', 'current stage is New but not running, invalid'],
	['Stop', 'Finished', 'current stage is Finished but not running, invalid'],
	['Stop', 'New', 'current stage is New but not running, invalid'],
	['Start', 'Finished', 'subtasks with name orders for sources [mysql-01] already exist'],
];

describe('transitions that the document does not have are refused, and nothing changes', () => {
	it.each(refusals)('%s while %s', (op, name, says) => {
		const simulation = inStage[name]!();
		const before = subtaskOf(simulation);
		expect(ask(simulation, op)).toMatchObject({
			sources: [{result: false, msg: expect.stringContaining(says) as string}],
		});
		expect(subtaskOf(simulation)).toStrictEqual(before);
	});

	it.each([
		['Resume', 'Running'],
		['Resume', 'Finished'],
		['Start', 'Running'],
		['Stop', 'Stopped'],
	])('%s while %s is answered true without doing anything, as DM does', (op, name) => {
		const simulation = inStage[name]!();
		const before = subtaskOf(simulation);
		expect(ask(simulation, op)).toStrictEqual(answer(op, true));
		expect(subtaskOf(simulation)).toStrictEqual(before);
	});
});

it('has no way out of Finished, and no way to it but from Running in mode full', () => {
	const stages = Object.keys(transitions) as KnownStage[];
	expect(Object.keys(transitions.Finished)).toStrictEqual([]);
	for (const stage of stages) {
		expect(nextStage(stage, 'finish', 'all')).toBeUndefined();
		expect(nextStage(stage, 'finish', 'incremental')).toBeUndefined();
		expect(nextStage(stage, 'finish', 'full')).toBe(stage === 'Running' ? 'Finished' : undefined);
	}
});
