/** What the session does with a confirmed plan: each thing once, one after the other where it has to be. */
import {describe, expect, it} from 'vitest';
import {makePlan} from '../../source/operations/planning/plan.js';
import type {StartChoice} from '../../source/operations/starting/start.js';
import type {Operation, OperationAnswer} from '../../source/providers/operation.js';
import type {Provider} from '../../source/providers/provider.js';
import type {CheckResult, Readers} from '../../source/providers/readers.js';
import {type OperateOptions, startOperating} from '../../source/session/operate.js';
import {startWatch} from '../../source/session/watching/watch.js';
import {createSimulatorProvider} from '../../source/simulator/simulator.js';

const config = `name: orders
task-mode: all
mysql-instances:
${[1, 2, 3, 4].map(number => `  - source-id: mysql-shop-0${number}\n`).join('')}syncers:
  global:
    safe-mode-duration: 1m
`;

const passed: CheckResult = {passed: true, msg: '', items: []};

/** A provider of somebody's own: a simulated cluster that also reads and checks configurations. */
const cluster = (
	readers: Readers,
	answer?: (operation: Operation) => OperationAnswer | undefined,
): {readonly provider: Provider; readonly asked: Operation[]} => {
	const simulated = createSimulatorProvider({scenario: 'shop', speed: 30});
	const asked: Operation[] = [];
	return {
		asked,
		provider: {
			...simulated,
			readers,
			operator: {
				kinds: simulated.operator!.kinds,
				async operate(operation, signal) {
					asked.push(operation);
					return answer?.(operation) ?? simulated.operator!.operate(operation, signal);
				},
			},
		},
	};
};

const reader = (text: string): Readers['configuration'] => {
	const read = async () => ({format: 'yaml', text}) as const;
	return {
		task: read,
		subtasks: async () => [],
		source: read,
		worker: read,
		master: read,
	};
};

const again: StartChoice = {
	kind: 'start',
	task: 'orders',
	sources: [],
	from: {isAgain: true, removesMeta: true, startTime: '', safeModeFor: ''},
};

/** Runs it as a dialog does: prepared, planned, confirmed, followed to its end. */
const operated = async (provider: Provider, choice: StartChoice, rest: Partial<OperateOptions> = {}) => {
	const watch = startWatch(provider, 1000);
	const operating = startOperating({provider, watch, readOnly: false, title: 'c', ...rest});
	await watch.begun;
	const prepared = await operating.prepare(choice);
	const plan = makePlan(prepared, watch.current(), {address: ''});
	const refusal = plan.obstacle === '' ? operating.confirm({id: 'c', plan}) : plan.obstacle;
	if (refusal === '') {
		await new Promise<void>(resolve => {
			const leave = operating.subscribe(() => {
				const {operations} = operating.follow();
				if (operations.length !== 2 || operations[1]!.endedAt === undefined) {
					return;
				}

				leave();
				resolve();
			});
		});
	}

	const {operations} = operating.follow();
	operating.stop();
	await watch.stop();
	return {refusal, prepared, phases: operations.map(({phase}) => phase), operations};
};

describe('a task that is restarted', () => {
	it('is stopped, and started from its configuration once that is done', async () => {
		const checked: unknown[] = [];
		const {provider, asked} = cluster({
			configuration: reader(config),
			check: {
				async check(question) {
					checked.push(question);
					return passed;
				},
			},
		});
		const {refusal, phases} = await operated(provider, again);
		expect([refusal, phases]).toEqual(['', ['done', 'done']]);
		expect(checked).toEqual([{config}]);
		expect(asked).toEqual([
			{kind: 'stop', task: 'orders', sources: []},
			{kind: 'start', task: 'orders', sources: [], config, removeMeta: true},
		]);
	});

	it('is not started if it could not be stopped; its configuration is kept', async () => {
		const kept: string[] = [];
		const {provider, asked} = cluster({configuration: reader(config)}, ({kind}) =>
			kind === 'stop' ? {result: 'refused', msg: 'DM says no', sources: []} : undefined,
		);
		const {phases, operations} = await operated(provider, again, {
			keep(task, text) {
				kept.push(task, text);
				return '/state/orders.yaml';
			},
		});
		expect(phases).toEqual(['refused', 'not-sent']);
		expect(operations[1]!.msg).toBe(
			'stop of orders refused: DM says no; nothing was started. Its configuration is kept, without passwords, as /state/orders.yaml',
		);
		expect(kept).toEqual(['orders', config]);
		expect(asked.map(({kind}) => kind)).toEqual(['stop']);
	});

	it('is not touched if its configuration cannot be read, or DM’s check did not pass', async () => {
		const problem = {what: 'task not found', fix: '', detail: ''};
		const unread = cluster({configuration: {...reader(config)!, task: async () => problem}});
		expect(await operated(unread.provider, again)).toMatchObject({refusal: 'task not found.', phases: []});
		const none = cluster({});
		expect(await operated(none.provider, again)).toMatchObject({
			refusal: expect.stringContaining('dm-top start TASK.yaml') as string,
		});
		const failed = cluster({
			configuration: reader(config),
			check: {check: async () => ({passed: false, msg: 'no', items: []})},
		});
		expect(await operated(failed.provider, again)).toMatchObject({
			refusal: 'DM would refuse to start it: its check did not pass.',
		});
		expect([...unread.asked, ...none.asked, ...failed.asked]).toEqual([]);
	});

	it('in safe mode is started from a configuration with that setting', async () => {
		const {provider} = cluster({configuration: reader(config)});
		const safe = {...again, from: {...again.from, safeModeFor: '10m'}};
		const {prepared} = await operated(provider, safe);
		expect(prepared.from.config).toBe(config.replace('1m', '10m'));
		const old = cluster({configuration: reader('name: orders\n')});
		expect(await operated(old.provider, safe)).toMatchObject({
			refusal: 'Its configuration has no safe-mode-duration: this DM is too old for it.',
		});
	});
});
