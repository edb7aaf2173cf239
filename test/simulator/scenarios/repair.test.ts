import {describe, expect, it} from 'vitest';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {loadScenario} from '../../../source/simulator/scenario/load.js';
import {cluster, look, oneTask, operated, pass, statusOf, subtaskOf, syncOf} from '../cluster.js';

const scenario = (name: string): Simulation => createSimulation({scenario: loadScenario(name)});

const matching = (text: string): string => expect.stringContaining(text) as string;

/** The last transaction of the checkpoint. */
const transactionOf = (simulation: Simulation, task = 'orders', source?: string): number =>
	Number(syncOf(simulation, task, source).syncerBinlogGtid.split('-').at(-1));

/** Lets five minutes pass, in which the checkpoint gets past where the upstream stands now. */
const expectToCatchUp = (simulation: Simulation, task: string, source: string): void => {
	const {transaction} = simulation.sources.get(source)!.upstream;
	pass(simulation, 300);
	expect(subtaskOf(simulation, task, source).stage).toBe('Running');
	expect(transactionOf(simulation, task, source)).toBeGreaterThan(transaction);
};

const codeOf = (simulation: Simulation, task: string, source?: string): number | undefined =>
	subtaskOf(simulation, task, source).result?.errors[0]?.code;

describe('a repair that fails again', () => {
	const skip = (simulation: Simulation, task: string, source: string) =>
		operated(simulation, {kind: 'errors', op: 'Skip', task, sources: [source]}).answer;

	it('finds the bad DDL after the bad DDL', () => {
		const simulation = scenario('failed-again');
		const source = 'mysql-blog-01';
		const first = subtaskOf(simulation, 'posts', source).result?.errors[0]?.message;
		expect(skip(simulation, 'posts', source)).toMatchObject({sources: [{result: true, msg: ''}]});
		pass(simulation, 3);
		const {stage, result} = subtaskOf(simulation, 'posts', source);
		expect([stage, result?.errors[0]?.code]).toStrictEqual(['Paused', 36_067]);
		expect(result?.errors[0]?.message).toContain('ADD COLUMN area POLYGON');
		expect(result?.errors[0]?.message).not.toBe(first);
		skip(simulation, 'posts', source);
		pass(simulation, 60);
		expect(subtaskOf(simulation, 'posts', source).stage).toBe('Running');
	});

	it('finds rows that no longer fit after a skipped column, and none after a replaced one', () => {
		const skipped = scenario('failed-again');
		expect(subtaskOf(skipped, 'comments').result?.errors[0]).toMatchObject({
			code: 10_006,
			message: matching('ADD COLUMN score VARCHAR(16) UNIQUE KEY'),
			rawCause: matching("add column 'score' constraint UNIQUE KEY when altering 'blog.comments'"),
		});
		skip(skipped, 'comments', 'mysql-blog-02');
		pass(skipped, 5);
		expect(codeOf(skipped, 'comments')).toBe(36_027);
		const replaced = scenario('failed-again');
		operated(replaced, {
			kind: 'errors',
			op: 'Replace',
			task: 'comments',
			sqls: [
				'ALTER TABLE blog.comments ADD COLUMN score VARCHAR(16)',
				'ALTER TABLE blog.comments ADD UNIQUE KEY (score)',
			],
		});
		pass(replaced, 60);
		expect(subtaskOf(replaced, 'comments').stage).toBe('Running');
	});

	it('is answered with the recurring error, about a second after the resume', () => {
		const simulation = scenario('failed-again');
		const [task, source] = ['posts', 'mysql-blog-01'];
		const before = subtaskOf(simulation, task, source).result?.errors[0]?.message ?? '';
		const {answer, took} = operated(simulation, {
			kind: 'task',
			op: 'Resume',
			task,
			sources: [source],
			dialect: 'v7.5',
		});
		expect(answer).toMatchObject({
			op: 'Resume',
			result: true,
			sources: [{result: false, msg: matching('some error occurs in dm-worker: ErrCode:36067'), source}],
		});
		expect(JSON.stringify(answer)).toContain(before.slice(0, 40));
		expect(took).toBe(1015);
		expect(subtaskOf(simulation, task, source).stage).toBe('Paused');
	});

	it('succeeds in safe mode', () => {
		const simulation = scenario('failed-again');
		operated(simulation, {kind: 'task', op: 'Delete', task: 'letters', dialect: 'v7.5'});
		operated(simulation, {kind: 'start-task', task: 'letters', safeMode: 60});
		expectToCatchUp(simulation, 'letters', 'mysql-mail');
	});
});

describe('an answer that differs from the result', () => {
	/** Tasks that an error has paused, whose cause is gone. */
	const mended = () => {
		const names = Array.from({length: 12}, (_, index) => `t${index}`);
		const simulation = cluster({
			sources: [{name: 'a'}],
			tasks: names.map(name => ({name, sources: ['a'], mode: 'incremental'})),
			events: names.map(task => ({at: '1s', do: 'error', task, error: 'duplicate-entry', for: '20s'})),
		});
		pass(simulation, 30);
		return {names, simulation};
	};

	it('is sometimes the old error, for a resume that works: DM has looked too early', () => {
		const {names, simulation} = mended();
		const answers = names.map(task => {
			const {answer, took} = operated(simulation, {kind: 'task', op: 'Resume', task, dialect: 'v7.5'});
			const {sources} = answer as unknown as {sources: ReadonlyArray<{result: boolean; msg: string}>};
			pass(simulation, 3);
			expect(subtaskOf(simulation, task).stage, task).toBe('Running');
			return [sources[0]?.result, sources[0]?.msg.slice(0, 12), took] as const;
		});
		const early = answers.filter(([result]) => result === false);
		expect(early).toStrictEqual(early.map(() => [false, '[code=38032:', 15]));
		expect(answers.filter(([result]) => result === true)).toStrictEqual(
			answers.slice(early.length).map(() => [true, '', 1015]),
		);
		expect(early.length).toBeGreaterThan(0);
		expect(early.length).toBeLessThan(6);
	});

	it('is that there is no worker, for a pause that is stored until there is one', () => {
		const simulation = oneTask(
			{},
			{
				workers: 1,
				events: [{at: '1s', do: 'worker-dies', worker: 'worker-1', for: '60s'}],
			},
		);
		pass(simulation, 30);
		expect(
			operated(simulation, {kind: 'task', op: 'Pause', task: 'orders', dialect: 'v7.5'}).answer,
		).toStrictEqual({
			op: 'Pause',
			result: true,
			msg: '',
			sources: [
				{result: false, msg: 'mysql-01 relevant worker-client not found', source: 'mysql-01', worker: ''},
			],
		});
		expect(subtaskOf(simulation).stage).toBe('InvalidStage');
		pass(simulation, 40);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Paused',
			worker: 'worker-1',
			result: {isCanceled: true, errors: []},
		});
		operated(simulation, {kind: 'task', op: 'Resume', task: 'orders', dialect: 'v7.5'});
		expect(subtaskOf(simulation).stage).toBe('Running');
	});

	it('from a worker that hangs is processed when it no longer does', () => {
		const simulation = oneTask({}, {events: [{at: '1s', do: 'worker-hangs', worker: 'worker-1', for: '8m'}]});
		pass(simulation, 3);
		const {answer, took} = operated(simulation, {kind: 'task', op: 'Pause', task: 'orders', dialect: 'v7.5'});
		expect(answer).toMatchObject({sources: [{result: false, msg: matching('fail to get expected result')}]});
		// Ten times 30 s of silence, and the second after which it asks again.
		expect(took).toBe(309_015);
		pass(simulation, 240);
		expect(subtaskOf(simulation).stage).toBe('Paused');
	});
});

describe('a task that is restarted', () => {
	const stopped = (task: Record<string, unknown>, events: ReadonlyArray<Record<string, unknown>> = []) => {
		const simulation = oneTask(task, {events, 'warm-up': '10m'}, {rows: 300});
		pass(simulation, 60);
		operated(simulation, {kind: 'task', op: 'Delete', task: 'orders', dialect: 'v7.5'});
		expect(look(simulation).tasks).toStrictEqual([]);
		return simulation;
	};

	it('continues from its checkpoint', () => {
		const simulation = stopped({});
		const {checkpoint} = simulation.checkpoints.get('orders')!.get('mysql-01')!.sync!;
		operated(simulation, {kind: 'start-task', task: 'orders'});
		expect(transactionOf(simulation)).toBeGreaterThanOrEqual(checkpoint);
		expectToCatchUp(simulation, 'orders', 'mysql-01');
	});

	it('begins at the place in its configuration when its meta is removed', () => {
		const simulation = stopped({behind: '1h', headroom: 20});
		const {meta, sync} = simulation.checkpoints.get('orders')!.get('mysql-01')!;
		expect(sync!.checkpoint).toBeGreaterThan(meta! + 1000);
		operated(simulation, {kind: 'start-task', task: 'orders', removeMeta: true});
		expect(simulation.tasks.get('orders')!.subtasks[0]!.meta).toBe(meta);
		expect(Math.abs(transactionOf(simulation) - meta!)).toBeLessThan(sync!.checkpoint - meta!);
	});

	it('dumps again when its meta is removed, and keeps loading when it is not', () => {
		const task = {mode: 'all', unit: 'Load', progress: 0.4, size: '40GB', speed: '30MB'};
		const kept = stopped(task);
		operated(kept, {kind: 'start-task', task: 'orders'});
		expect(subtaskOf(kept)).toMatchObject({stage: 'Running', unit: 'Load'});
		expect(Number(subtaskOf(kept).load?.progress?.replace(' %', ''))).toBeGreaterThan(40);
		const removed = stopped(task);
		operated(removed, {kind: 'start-task', task: 'orders', removeMeta: true});
		expect(subtaskOf(removed)).toMatchObject({stage: 'Running', unit: 'Dump'});
		expect(subtaskOf(removed).dump?.finishedBytes).toBeLessThan(1e9);
	});

	it('begins at a time, and reaches the bad DDL of that time again', () => {
		const events = [{at: '-5m', do: 'error', task: 'orders', error: 'bad-ddl'}];
		const early = stopped({}, events);
		operated(early, {kind: 'start-task', task: 'orders', startAt: -400});
		pass(early, 90);
		expect(codeOf(early, 'orders')).toBe(36_067);
		const late = stopped({}, events);
		operated(late, {kind: 'start-task', task: 'orders', startAt: -100});
		expectToCatchUp(late, 'orders', 'mysql-01');
	});

	it('gets past a purged binlog only by starting over', () => {
		const simulation = scenario('start-again');
		expect(codeOf(simulation, 'samples')).toBe(36_069);
		operated(simulation, {kind: 'task', op: 'Delete', task: 'samples', dialect: 'v7.5'});
		operated(simulation, {kind: 'start-task', task: 'samples'});
		pass(simulation, 5);
		expect(codeOf(simulation, 'samples')).toBe(36_069);
		operated(simulation, {kind: 'task', op: 'Delete', task: 'samples', dialect: 'v7.5'});
		operated(simulation, {kind: 'start-task', task: 'samples', removeMeta: true});
		pass(simulation, 120);
		expect(subtaskOf(simulation, 'samples')).toMatchObject({stage: 'Running', unit: 'Sync'});
	});
});

describe('a relay', () => {
	it('that is stopped stops its tasks, until it is resumed', () => {
		const simulation = scenario('relay-stopped');
		expect(['ships', 'cargo', 'berths'].map(task => statusOf(simulation, task))).toStrictEqual([
			'Error',
			'Error',
			'Running',
		]);
		const before = syncOf(simulation, 'cargo').totalRows;
		pass(simulation, 60);
		expect(syncOf(simulation, 'cargo').totalRows).toBe(before);
		operated(simulation, {kind: 'relay-stage', op: 'ResumeRelay', sources: ['mysql-port-01']});
		expectToCatchUp(simulation, 'cargo', 'mysql-port-01');
		expect(statusOf(simulation, 'cargo')).toBe('Running');
	});

	it('that its error stops again is answered with that error when DM looks late enough', () => {
		const simulation = scenario('relay-stopped');
		operated(simulation, {kind: 'relay-stage', op: 'ResumeRelay', sources: ['mysql-port-02']});
		pass(simulation, 2);
		expect(look(simulation, {sources: ['mysql-port-02']}).sources[0]?.relay).toMatchObject({
			stage: 'Paused',
			result: {errors: [{code: 30_029}]},
		});
		expect(
			operated(simulation, {kind: 'relay-stage', op: 'PauseRelay', sources: ['mysql-port-02']}).answer,
		).toMatchObject({sources: [{result: true, msg: matching('ErrCode:30029')}]});
	});

	it('of a full disk goes on after a purge of relay logs', () => {
		const simulation = scenario('relay-stopped');
		operated(simulation, {kind: 'purge-relay', sources: ['mysql-port-02']});
		operated(simulation, {kind: 'relay-stage', op: 'ResumeRelay', sources: ['mysql-port-02']});
		pass(simulation, 10);
		expect(look(simulation, {sources: ['mysql-port-02']}).sources[0]?.relay).toMatchObject({
			stage: 'Running',
		});
	});

	it('of a source that is transferred to the worker that pulls it is there at once', () => {
		const simulation = scenario('relay-stopped');
		const before = look(simulation, {sources: ['mysql-port-03']}).sources.map(({worker}) => worker);
		expect(before).toStrictEqual(['worker-5', 'worker-3']);
		operated(simulation, {kind: 'transfer', source: 'mysql-port-03', worker: 'worker-5'});
		pass(simulation, 3);
		expect(subtaskOf(simulation, 'berths', 'mysql-port-03')).toMatchObject({
			worker: 'worker-5',
			stage: 'Running',
			relay: {stage: 'Running', relayCatchUpMaster: true},
		});
	});

	it('is taken over by the worker that pulls it when its own dies', () => {
		const simulation = cluster({
			workers: 3,
			sources: [{name: 'a', worker: 'worker-1', relay: ['worker-1', 'worker-3']}],
			tasks: [{name: 'orders', sources: ['a'], mode: 'incremental'}],
			events: [{at: '1s', do: 'worker-dies', worker: 'worker-1'}],
		});
		pass(simulation, 40);
		expect(subtaskOf(simulation).worker).toBe('worker-3');
	});
});
