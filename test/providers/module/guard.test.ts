import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {fixture} from '../../servers/recorded-master.js';
import {guarded, passed, problems} from './guarded.js';

describe('a guarded provider', () => {
	it.each([
		['syncing', 'v1alpha1-status.json'],
		['relay-on', 'v1alpha1-status.json'],
		['ddl-lock-and-sync-errors', 'v1alpha1-status.json'],
		['sources-unbound', 'v1alpha1-status.json'],
		['load-errors', 'dmctl-list.json'],
		['syncing', 'openapi-tasks.json'],
		['syncing', 'openapi-status-orders.json'],
	])('passes on what parseStatus makes of %s/%s', async (scenario, name) => {
		const observation = {
			kind: 'status',
			at: 1,
			status: parseStatusDocument(fixture('dm-v7.5', scenario, name)),
			asked: ['a'],
			took: 2,
		};
		const [seen] = await passed(observation);
		expect(seen).toBe(observation);
	});

	it('passes on the other observations too', async () => {
		const observations = [
			{kind: 'cluster', at: 1, leader: '', masters: [{name: 'm1', alive: true, addresses: []}], workers: []},
			{kind: 'silence', at: 1, asked: ['a'], problem: {what: 'x', fix: '', detail: ''}},
		];
		expect(await passed(...observations)).toStrictEqual(observations);
	});

	it.each<[unknown, string]>([
		[undefined, 'observation: expected an object, found nothing'],
		['{"result": true}', 'observation: expected an object, found the string'],
		[
			{kind: 'news'},
			'observation.kind: expected one of status, silence, cluster, locks, operation, metrics, restart, found the string "news"',
		],
		[{kind: 'toString'}, 'observation.kind: expected one of'],
		[{kind: 'status', status: {}}, 'observation.at: expected a number, found nothing'],
		[{kind: 'status', at: 1, status: '{}'}, 'observation.status: expected an object, found the string "{}"'],
		[
			{kind: 'silence', at: 1, problem: {what: 'x'}},
			'observation.problem.fix: expected a string, found nothing',
		],
		[{kind: 'cluster', at: 1, leader: 1}, 'observation.leader: expected a string, found the number 1'],
		[
			{kind: 'cluster', at: 1, workers: [{name: 'w1'}]},
			'observation.workers[0].address: expected a string, found nothing',
		],
	])('turns %j into a silence that says what is wrong and where', async (observation, words) => {
		const [problem, after] = problems(await passed(observation, {kind: 'cluster', at: 1}));
		expect(problem).toContain(`The provider mine.js gave something else: ${words}`);
		expect(after).toBe('cluster');
	});

	it('names the exact place in a status', async () => {
		const status = structuredClone(
			parseStatusDocument(fixture('dm-v7.5', 'relay-on', 'v1alpha1-status.json')),
		) as unknown as {sources: Array<{worker: unknown}>};
		status.sources[1]!.worker = 2;
		expect(problems(await passed({kind: 'status', at: 1, status}))).toStrictEqual([
			'The provider mine.js gave something else: observation.status.sources[1].worker: expected a string, found the number 2',
		]);
	});

	it("suggests parseStatus when DM's own JSON is given", async () => {
		const text = fixture('dm-v7.5', 'syncing', 'v1alpha1-status.json');
		const raw = JSON.parse(text) as unknown;
		for (const status of [text, raw]) {
			const [silence] = await passed({kind: 'status', at: 1, status});
			expect(silence).toHaveProperty('problem.fix', expect.stringContaining('parseStatus'));
		}
	});

	it('operates and lists locks if it can', async () => {
		const answer = {result: 'accepted', msg: '', sources: []};
		const lock = {id: 'a', task: 't', mode: 'pessimistic', owner: '', ddls: [], synced: [], unsynced: []};
		const asked: unknown[] = [];
		const provider = guarded(() => [], {
			operator: {
				kinds: new Set(['pause']),
				async operate(operation: unknown) {
					asked.push(operation);
					return answer;
				},
			},
			locks: {list: async () => [lock]},
		});
		const {signal} = new AbortController();
		const operation = {kind: 'pause', task: 't', sources: []} as const;
		expect(provider.operator?.kinds).toStrictEqual(new Set(['pause']));
		expect(await provider.operator?.operate(operation, signal)).toBe(answer);
		expect(asked).toStrictEqual([operation]);
		expect(await provider.locks?.list(signal)).toStrictEqual([lock]);
		expect(guarded(() => [])).not.toHaveProperty('operator');
	});

	it.each<[string, () => unknown, string]>([
		[
			'throws',
			() => {
				throw new Error('no line');
			},
			'The provider mine.js failed: no line',
		],
		['answers in its own way', () => ({result: true}), 'The provider mine.js answered something else'],
		['answers nothing', () => undefined, 'The provider mine.js answered something else'],
	])('leaves the result of an operation unknown when it %s', async (_name, operate, words) => {
		const provider = guarded(() => [], {operator: {kinds: new Set(['pause']), operate}});
		const {signal} = new AbortController();
		const answer = await provider.operator?.operate({kind: 'pause', task: 't', sources: []}, signal);
		expect(answer).toMatchObject({result: 'unknown', sources: []});
		expect(answer?.msg).toContain(words);
	});

	it.each<[string, () => unknown, string]>([
		[
			'throws',
			() => {
				throw new Error('no line');
			},
			'The provider mine.js failed: no line',
		],
		['lists something else', () => [{id: 1}], 'locks[0].id: expected a string, found the number 1'],
		['gives nothing', () => undefined, 'locks: expected a list, found nothing'],
	])('has a problem in place of its locks when it %s', async (_name, listLocks, words) => {
		const provider = guarded(() => [], {locks: {list: listLocks}});
		const problem = await provider.locks?.list(new AbortController().signal);
		expect(problem).toHaveProperty('what', expect.stringContaining(words));
	});
});
