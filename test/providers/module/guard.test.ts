import {setImmediate as turn} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {guardProvider} from '../../../source/providers/module/guard.js';
import type {Observation, ObserveOptions, Provider} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {fixture} from '../../servers/recorded-master.js';

const guarded = (
	observe: (options: ObserveOptions) => unknown,
	more: Record<string, unknown> = {},
): Provider =>
	guardProvider({name: 'mine', title: 'mine', observe, ...more} as unknown as Provider, 'mine.js');

/** What comes out when these go in. */
const passed = async (...observations: readonly unknown[]): Promise<readonly Observation[]> => {
	const observing = new Observing(
		guarded(async function* () {
			yield* observations;
		}),
	);
	await observing.ended;
	return observing.seen;
};

const problems = (seen: readonly Observation[]): string[] =>
	seen.map(observation => (observation.kind === 'silence' ? observation.problem.what : observation.kind));

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

	it('hides the secrets in whatever it passes on', async () => {
		const text = "fail: dm:Hunter2Tr0ub@tcp(db:4000)/: IDENTIFIED BY 'Hunter2Tr0ub'";
		const status = parseStatusDocument(fixture('dm-v7.5', 'syncing', 'v1alpha1-status.json'));
		const seen = await passed(
			{kind: 'silence', at: 1, problem: {what: text, fix: '', detail: text}},
			{kind: 'status', at: 1, status: {...status, msg: text}},
		);
		expect(seen).toHaveLength(2);
		expect(JSON.stringify(seen)).not.toContain('Hunter2Tr0ub');
		expect(JSON.stringify(seen)).toContain('fail: dm:******@tcp(db:4000)/');
	});

	it('hides the secrets in its title, its advice, its operations, and in why it failed', async () => {
		const secret = 'done with password=hunter2';
		const counts = {processedRowsStatus: secret, pendingRowsStatus: secret, errorRowsStatus: secret};
		const names = {task: 't', source: 's', worker: '', stage: '', unit: ''};
		const validation = {
			...names,
			...counts,
			mode: '',
			validatorBinlog: '',
			validatorBinlogGtid: '',
			cutoverBinlogPos: '',
			cutoverBinlogGtid: '',
		};
		const subtask = {...names, unresolvedDDLLockID: '', msg: '', validation};
		const entry = {source: 's', worker: '', result: true, msg: '', subtasks: [subtask]};
		const status = {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []};
		const seen = await passed(
			{kind: 'silence', at: 1, problem: {what: 'away', fix: secret, detail: ''}},
			{kind: 'operation', at: 1, outcome: 'done', subject: 't', text: secret, detail: [secret]},
			{kind: 'status', at: 1, status},
			{kind: secret},
		);
		expect(seen.map(({kind}) => kind)).toStrictEqual(['silence', 'operation', 'status', 'silence']);
		expect(JSON.stringify(seen)).not.toContain('hunter2');
		expect(JSON.stringify(seen).split('done with password=******')).toHaveLength(8);
		const fails = () => {
			throw new Error(secret);
		};

		const provider = guarded(fails, {
			title: 'dm:hunter2@tcp(db:4000)/',
			operator: {kinds: new Set(['pause']), operate: fails},
			locks: {list: fails},
		});
		const observing = new Observing(provider);
		await observing.ended;
		const {signal} = new AbortController();
		const told = [
			provider.title,
			observing.seen,
			await provider.operator?.operate({kind: 'pause', task: 't', sources: []}, signal),
			await provider.locks?.list(signal),
		];
		expect(provider.title).toBe('dm:******@tcp(db:4000)/');
		expect(JSON.stringify(told)).not.toContain('hunter2');
	});

	it('masks a configuration, and gives it back whole to its operator and its check', async () => {
		const config = 'name: t\ntarget-database:\n  password: "hunter2"\n';
		const asked: unknown[] = [];
		const answer = {result: 'accepted', msg: '', sources: []};
		const provider = guarded(() => [], {
			operator: {
				kinds: new Set(['start']),
				async operate(operation: unknown) {
					asked.push(operation);
					return answer;
				},
			},
			readers: {
				configuration: {task: async () => ({format: 'yaml', text: config})},
				check: {
					async check(question: unknown) {
						asked.push(question);
						return {passed: true, msg: '', items: []};
					},
				},
			},
		});
		const {signal} = new AbortController();
		const shown = await provider.readers?.configuration?.task('t', signal);
		const masked = config.replace('hunter2', '******');
		expect(shown).toStrictEqual({format: 'yaml', text: masked});
		const start = {kind: 'start', task: 't', sources: []} as const;
		await provider.operator?.operate({...start, config: masked}, signal);
		await provider.readers?.check?.check({config: masked}, signal);
		await provider.operator?.operate(start, signal);
		expect(asked).toStrictEqual([{...start, config}, {config}, start]);
	});

	it('keeps what getters of a class give, with a secret beside them, and drops what the shape does not have', async () => {
		class Part {
			readonly #fields: Record<string, unknown>;
			readonly extra: string;

			constructor(fields: Record<string, unknown>) {
				this.#fields = fields;
				this.extra = 'of nobody';
				for (const key of Object.keys(fields)) {
					Object.defineProperty(Part.prototype, key, {
						configurable: true,
						get(this: Part) {
							return this.#fields[key];
						},
					});
				}
			}
		}

		const error = {
			class: '',
			scope: '',
			level: '',
			message: 'password=hunter2',
			rawCause: '',
			workaround: '',
		};
		const result = {isCanceled: false, errors: [error], detail: ''};
		const names = {task: 't', source: 's', worker: 'w', stage: 'Paused', unit: 'Sync'};
		const subtask = {...names, unresolvedDDLLockID: '', msg: 'token=hunter2', result};
		const entry = {source: 's', worker: 'w', result: true, msg: '', subtasks: [subtask]};
		const status = {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []};
		const expected = JSON.parse(
			JSON.stringify({kind: 'status', at: 1, status}).replaceAll('hunter2', '******'),
		) as unknown;
		const of = (subtasks: readonly unknown[]) => ({...status, sources: [{...entry, subtasks}]});
		const inClasses = new Part({...subtask, result: new Part({...result, errors: [new Part(error)]})});
		expect(
			await passed(
				{kind: 'status', at: 1, status: of([inClasses])},
				{kind: 'status', at: 1, status: of([{...subtask, result: new Part(result)}])},
				new Part({
					kind: 'status',
					at: 1,
					status: new Part({...status, sources: [new Part({...entry, subtasks: [inClasses]})]}),
				}),
			),
		).toStrictEqual([expected, expected, expected]);
		const provider = guarded(() => [], {
			locks: {list: async () => new Part({what: 'password=hunter2', fix: '', detail: 'd'})},
		});
		expect(await provider.locks?.list(new AbortController().signal)).toStrictEqual({
			what: 'password=******',
			fix: '',
			detail: 'd',
		});
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

	it.each<[string, (options: ObserveOptions) => unknown, string]>([
		[
			'throws in the middle',
			async function* () {
				yield {kind: 'cluster', at: 1};
				throw new Error('the disk is full');
			},
			'The provider mine.js failed: the disk is full',
		],
		[
			'throws at once',
			() => {
				throw new Error('no');
			},
			'The provider mine.js failed: no',
		],
		[
			'throws no error',
			() => {
				AbortSignal.abort('a text').throwIfAborted();
			},
			'The provider mine.js failed: a text',
		],
		['gives no generator', () => ({}), 'observe() gave an empty object where an async generator is needed'],
		['gives nothing', () => undefined, 'observe() gave nothing where an async generator is needed'],
		['gives a text', () => 'status', 'observe() gave the string "status" where an async generator is needed'],
	])('becomes a silence, and no more, when its observe %s', async (_name, observe, words) => {
		const observing = new Observing(guarded(observe));
		await observing.ended;
		expect(problems(observing.seen).at(-1)).toContain(words);
	});

	it('may be async, or return a plain list', async () => {
		const observing = new Observing(guarded(async () => [{kind: 'cluster', at: 1}]));
		await observing.ended;
		expect(observing.seen).toStrictEqual([{kind: 'cluster', at: 1}]);
	});

	it('does not keep others waiting when it never waits itself', async () => {
		await using observing = new Observing(
			guarded(async function* () {
				for (;;) {
					yield {kind: 'cluster', at: 1};
				}
			}),
		);
		await new Promise(resolve => {
			setTimeout(resolve, 20);
		});
		expect(observing.seen.length).toBeGreaterThan(0);
	});

	it('ends when it is told to, although it waits forever', async () => {
		const observing = new Observing(
			guarded(async function* () {
				yield {kind: 'cluster', at: 1};
				await Promise.withResolvers<void>().promise;
			}),
		);
		await observing.until(({kind}) => kind === 'cluster');
		await observing.stop();
	});

	it('ends when it is told to, although its async observe never gives a generator', async () => {
		const asked = Promise.withResolvers<void>();
		const observing = new Observing(
			guarded(async () => {
				asked.resolve();
				await Promise.withResolvers<void>().promise;
				return [];
			}),
		);
		await asked.promise;
		await observing.stop();
		expect(observing.seen).toStrictEqual([]);
	});

	it('ends a generator that its async observe gives only after the end', async () => {
		const [asked, given, ended] = [1, 2, 3].map(() => Promise.withResolvers<void>());
		const observing = new Observing(
			guarded(async () => {
				asked!.resolve();
				await given!.promise;
				return {
					[Symbol.asyncIterator]: () => ({
						next: async () => Promise.withResolvers<IteratorResult<unknown>>().promise,
						async return() {
							ended!.resolve();
							return {done: true, value: undefined};
						},
					}),
				};
			}),
		);
		await asked!.promise;
		await observing.stop();
		given!.resolve();
		await ended!.promise;
	});

	it('gets the promised options, and has its other methods called as methods', async () => {
		const calls: unknown[] = [];
		class Mine {
			readonly #secret: number;
			readonly name: string;
			readonly title: string;

			constructor(secret: number) {
				this.#secret = secret;
				this.name = 'mine';
				this.title = 'mine';
			}

			async *observe({once, interval}: ObserveOptions): AsyncGenerator<Observation> {
				calls.push(once, interval(), this.#secret);
				yield {kind: 'cluster', at: this.#secret};
			}

			refresh(): void {
				calls.push(this.#secret);
			}

			focus(sources: readonly string[]): void {
				calls.push(sources);
				throw new Error('ignored');
			}

			now(): number {
				return this.#secret;
			}
		}

		const provider = guardProvider(new Mine(42), 'mine.js');
		await new Observing(provider, {once: true, interval: 2000}).ended;
		provider.refresh?.();
		provider.focus?.(['a']);
		expect(calls).toStrictEqual([true, 2000, 42, 42, ['a']]);
		expect(provider.now?.()).toBe(42);
	});

	it('is not ended by a refresh or a focus that fails later', async () => {
		const failsLater = async () => {
			throw new Error('ignored');
		};

		const provider = guarded(() => [], {refresh: failsLater, focus: failsLater});
		provider.refresh?.();
		provider.focus?.(['a']);
		// A rejection that nobody handles ends the program, and the run of the tests, at the end of a turn.
		await turn();
	});

	const wordless = Object.defineProperty(new Error('secret'), 'message', {
		get() {
			throw new Error('no message');
		},
	});
	const numbered = Object.defineProperties(new Error('x'), {message: {value: 42}, stack: {value: 42}});
	it.each<[string, unknown, string]>([
		['nothing', undefined, 'undefined'],
		['an object without a prototype', Object.create(null), 'nothing that can be read'],
		['an error whose message fails', wordless, 'nothing that can be read'],
		['an error whose message is a number', numbered, '42'],
	])('tells what was thrown: %s', async (_name, thrown, why) => {
		const fails = () => {
			throw thrown;
		};

		const provider = guarded(fails, {
			operator: {kinds: new Set(['pause']), operate: fails},
			locks: {list: fails},
		});
		const observing = new Observing(provider);
		await observing.ended;
		const {signal} = new AbortController();
		const what = `The provider mine.js failed: ${why}`;
		expect(observing.seen).toMatchObject([{kind: 'silence', problem: {what}}]);
		expect(await provider.locks?.list(signal)).toMatchObject({what});
		expect(await provider.operator?.operate({kind: 'pause', task: 't', sources: []}, signal)).toMatchObject({
			result: 'unknown',
			msg: what,
		});
	});

	it('keeps nothing that it has passed on, however long it is watched', async () => {
		setFlagsFromString('--expose-gc');
		const collect = runInNewContext('gc') as () => void;
		const passedOn: Array<WeakRef<Observation>> = [];
		const provider = guarded(async function* () {
			for (let at = 0; at < 20; at++) {
				yield {kind: 'cluster', at};
			}

			await Promise.withResolvers<void>().promise;
		});
		const {signal} = new AbortController();
		const observations = provider.observe({signal, once: false, interval: () => 1000});
		const iterator = observations[Symbol.asyncIterator]();
		for (let count = 0; count < 20; count++) {
			const next = await iterator.next();
			passedOn.push(new WeakRef(next.value as Observation));
		}

		// A weak reference holds until the turn in which it was made is over.
		await new Promise(resolve => {
			setTimeout(resolve, 0);
		});
		collect();
		expect(passedOn.slice(0, 15).filter(reference => reference.deref())).toStrictEqual([]);
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

	it('never gives a statement with hidden values to its operator', async () => {
		const given: unknown[] = [];
		const provider = guarded(() => [], {
			operator: {
				kinds: new Set(['schema-set']),
				async operate(operation: unknown) {
					given.push(operation);
					return {result: 'accepted', msg: '', sources: []};
				},
			},
		});
		const sql = "CREATE TABLE t (a enum('password: ******: new'))";
		const columns = {task: 't', sources: ['s'], database: 'd', table: 't', schema: {sql}} as const;
		const {signal} = new AbortController();
		expect(await provider.operator?.operate({kind: 'schema-set', ...columns}, signal)).toMatchObject({
			result: 'not-sent',
			msg: 'the SQL hides something as ******: write it in full.',
		});
		expect(given).toEqual([]);
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

	it('says by its own clock when it was silent', async () => {
		const observing = new Observing(guarded(() => undefined, {now: () => 42}));
		await observing.ended;
		expect(observing.seen).toMatchObject([{kind: 'silence', at: 42}]);
		const broken = new Observing(guarded(() => [{kind: 'news'}], {now: () => NaN}));
		await broken.ended;
		expect(broken.seen[0]!.at).toBeGreaterThan(1_600_000_000_000);
	});

	it('uses the real clock when its own is broken', () => {
		const provider = guarded(() => [], {now: () => NaN});
		expect(provider.now?.()).toBeGreaterThan(1_600_000_000_000);
		expect(guarded(() => []).now).toBeUndefined();
	});
});
