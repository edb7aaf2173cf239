import {setImmediate as turn} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {guardProvider} from '../../../source/providers/module/guard.js';
import type {Observation, ObserveOptions} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {guarded, problems} from './guarded.js';

describe('the life of a guarded provider', () => {
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
