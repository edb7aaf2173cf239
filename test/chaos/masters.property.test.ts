/**
 * Operations while masters flap, lie, disagree and vanish: whatever happens in between, an operation is sent once at the
 * most, and what dm-top says of it is never more than what the masters did.
 */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Operation} from '../../source/providers/operation.js';
import {operateWith} from '../providers/dm-master/operate/operating.js';
import {quickProvider} from '../providers/dm-master/quick.js';
import {runs} from '../rounds.js';
import {Observing} from '../servers/observing.js';
import {
	answerRecorded,
	cutInHalf,
	halfAsWhole,
	OperatingMaster,
	recordedBody,
} from '../servers/operating-master.js';
import {answerWith, breakOff, fixture, type Mischief, reset} from '../servers/recorded-master.js';

/** What becomes of an operation that has arrived: whether DM did it, and what the one who asked gets to hear. */
type Fate = {readonly name: string; readonly isDone: boolean; readonly says: Mischief};

const ok = recordedBody('op-pause.txt');

const fates: readonly Fate[] = [
	{name: 'done', isDone: true, says: answerRecorded('op-pause.txt')},
	{name: 'done, and the answer is cut', isDone: true, says: cutInHalf(ok)},
	{name: 'done, and half of the answer is passed on as the whole', isDone: true, says: halfAsWhole(ok)},
	{name: 'done, and the connection is lost', isDone: true, says: reset},
	{name: 'done, and a proxy says that it waited in vain', isDone: true, says: answerWith(504, '')},
	{
		name: 'done, and the answer was too large',
		isDone: true,
		says: answerWith(429, '{"code":8,"message":"x"}'),
	},
	{
		name: 'done, and a proxy has a page',
		isDone: true,
		says: answerWith(200, '<html><title>Log in</title></html>'),
	},
	{name: 'done, and the words are empty', isDone: true, says: answerWith(200, '')},
	{name: 'refused', isDone: false, says: answerWith(200, '{"result":false,"msg":"no","sources":[]}')},
	{name: 'not known there', isDone: false, says: answerWith(404, '{"code":5,"message":"Not Found"}')},
	{name: 'not done, and the connection is lost', isDone: false, says: breakOff},
	{
		name: 'not done, as there is no leader',
		isDone: false,
		says: answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json')),
	},
	{name: 'not done, as something broke', isDone: false, says: answerWith(500, '{"code":2,"message":"boom"}')},
];

/** How a master is while the others are as they are. */
const states: ReadonlyArray<readonly [name: string, mischief: Mischief | undefined]> = [
	['well', undefined],
	['without a leader', answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json'))],
	['closing every connection', reset],
	['breaking off every answer', breakOff],
	['a page of something else', answerWith(200, '<html><title>It works!</title></html>')],
	['saying that there is no cluster', answerWith(200, '{"result":true,"msg":"","members":[],"sources":[]}')],
	['refusing everything', answerWith(200, '{"result":false,"msg":"I do not know"}')],
	['pointing at itself', answerWith(307, '', {location: '/'})],
];

const masterCount = 3;

type Step = {
	/** What becomes of a master: a state by its index, or away, or there again. */
	readonly master: number;
	readonly state: number | 'away' | 'back';
	readonly fate: number;
	readonly operation: Operation;
	/** Whether the master vanishes as soon as the operation has arrived there. */
	readonly vanishes: boolean;
};

const operation: fc.Arbitrary<Operation> = fc.oneof(
	fc.record({
		kind: fc.constantFrom('pause' as const, 'resume' as const, 'stop' as const),
		task: fc.constantFrom('orders', 'billing'),
		sources: fc.subarray(['mysql-replica-01', 'mysql-replica-02']),
	}),
	fc.record({
		kind: fc.constant('binlog-skip' as const),
		task: fc.constant('orders'),
		sources: fc.constant([]),
		position: fc.constant(''),
		sqls: fc.constant([]),
	}),
	fc.record({
		kind: fc.constantFrom('enable-source' as const, 'disable-source' as const),
		source: fc.constant('mysql-replica-01'),
	}),
);

const step: fc.Arbitrary<Step> = fc.record({
	master: fc.nat({max: masterCount - 1}),
	state: fc.oneof(fc.nat({max: states.length - 1}), fc.constantFrom('away' as const, 'back' as const)),
	fate: fc.nat({max: fates.length - 1}),
	operation,
	vanishes: fc.boolean(),
});

class Masters implements AsyncDisposable {
	static async start(): Promise<Masters> {
		const masters = await Promise.all(Array.from({length: masterCount}, async () => OperatingMaster.start()));
		return new Masters(masters);
	}

	readonly #masters: readonly OperatingMaster[];
	readonly #ports: readonly number[];
	readonly #away = new Set<number>();
	#vanishing: Promise<unknown> = Promise.resolve();
	/** What DM did. */
	done = 0;

	private constructor(masters: readonly OperatingMaster[]) {
		this.#masters = masters;
		this.#ports = masters.map(({recorded}) => recorded.port);
		for (const master of masters) {
			master.hasOpenApi = true;
		}
	}

	#vanish(index: number): void {
		this.#away.add(index);
		this.#vanishing = Promise.all([this.#vanishing, this.#masters[index]!.stop()]);
	}

	get addresses(): string {
		return this.#masters.map(({address}) => address).join(',');
	}

	/** How many operations came in, at any of them. */
	get sent(): number {
		return this.#masters.reduce((sum, {sent}) => sum + sent.length, 0);
	}

	async become({master: index, state}: Step): Promise<void> {
		const {recorded} = this.#masters[index]!;
		if (state === 'away') {
			this.#vanish(index);
		}

		await this.#vanishing;
		if (state === 'away') {
			return;
		}

		if (this.#away.delete(index)) {
			await recorded.listen(this.#ports[index]!);
		}

		const mischief = state === 'back' ? undefined : states[state]![1];
		for (const kind of ['members', 'status', 'version']) {
			if (mischief) {
				recorded.mischief.set(kind, mischief);
			} else {
				recorded.mischief.delete(kind);
			}
		}
	}

	/** Has whoever gets the next operation do this with it. */
	prepare({fate: chosen, vanishes}: Step): void {
		const fate = fates[chosen]!;
		for (const [index, master] of this.#masters.entries()) {
			master.mischief = (request, response, play) => {
				this.done += Number(fate.isDone);
				if (vanishes) {
					response.on('close', () => {
						this.#vanish(index);
					});
				}

				fate.says(request, response, play);
			};
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#vanishing;
		await Promise.all(this.#masters.map(async master => master.stop()));
	}
}

test('an operation is sent at most once, and every report about it is true', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 6}), async steps => {
			await using masters = await Masters.start();
			const provider = quickProvider(masters.addresses, {deadline: 2000, operationDeadline: 2000});
			await using observing = new Observing(provider);
			await observing.until(({kind}) => kind === 'status');
			for (const next of steps) {
				await masters.become(next);
				masters.prepare(next);
				const before = {sent: masters.sent, done: masters.done};
				const {result, msg} = await operateWith(provider, next.operation);
				const sent = masters.sent - before.sent;
				const done = masters.done - before.done;
				expect(sent).toBe(result === 'not-sent' ? 0 : 1);
				expect(msg === '' && result !== 'accepted').toBe(false);
				if (done > 0) {
					expect(['accepted', 'unknown']).toContain(result);
				} else {
					expect(result).not.toBe('accepted');
				}
			}
		}),
		runs(20),
	);
});
