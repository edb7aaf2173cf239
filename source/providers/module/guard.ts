import {setImmediate as turn} from 'node:timers/promises';
import {freeText} from '../../dm/secrets/free-text.js';
import {moduleKeys, withoutSecretsSteps} from '../../dm/secrets/without-secrets.js';
import {say} from '../../language/say.js';
import {describeValue} from '../../dm/reading/status-format-error.js';
import {Vault} from '../dm-master/secrets/vault.js';
import type {Observation, ObserveOptions, Provider} from '../provider.js';
import {stackOf} from '../../terminal/thrown.js';
import {observationSteps} from '../observation/check.js';
import {subtasksOf} from '../observation/subtasks.js';
import {inSlices} from '../slices.js';
import {aheadOf, steadyClock} from '../steady-clock.js';
import {guardLocks, guardOperator} from './guard-operations.js';
import {reasonOf} from './guard-question.js';
import {guardReaders} from './guard-readers.js';

/** The first line of a stack that is in the provider's own file: "at observe (nightly.js:12:9)". */
const placeOf = (error: unknown, file: string): string =>
	stackOf(error)
		.split('\n')
		.find(frame => frame.trimStart().startsWith('at ') && frame.includes(file))
		?.trim() ?? '';

/** A hint for the most frequent mistake: DM's JSON instead of the result of `parseStatus`. */
const hintFor = (observation: unknown): string => {
	const {status} = (observation ?? {}) as {status?: unknown};
	return typeof status === 'string' || (typeof status === 'object' && status !== null && !('form' in status))
		? say("Pass the text of DM's answer to parseStatus, and its result as `status`.")
		: say('What an observation looks like is written in the types of dm-top.');
};

const iteratorOf = (value: unknown): AsyncIterator<unknown> | Iterator<unknown> => {
	const observations = value as Partial<AsyncIterable<unknown> & Iterable<unknown>> | undefined;
	const iterator =
		observations?.[Symbol.asyncIterator]?.() ??
		(typeof value === 'string' ? undefined : observations?.[Symbol.iterator]?.());
	if (!iterator) {
		throw new TypeError(
			say('observe() gave {value} where an async generator is needed: write it as async *observe()', {
				value: describeValue(value),
			}),
		);
	}

	return iterator;
};

/**
 * What a provider gives in time; undefined when the signal is aborted first. A race against one shared promise would
 * keep each result alive until that promise settles.
 */
const inTime = async <Value>(
	given: Value | PromiseLike<Value>,
	signal: AbortSignal,
): Promise<{readonly value: Value} | undefined> => {
	const {promise: aborted, resolve} = Promise.withResolvers<undefined>();
	const stop = (): void => {
		resolve(undefined);
	};

	const asked = async (): Promise<{readonly value: Value}> => ({value: await given});
	signal.addEventListener('abort', stop, {once: true});
	if (signal.aborted) {
		stop();
	}

	try {
		return await Promise.race([asked(), aborted]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
};

/** Ends an iterator without waiting for it: it may be stuck in a wait that never ends. */
const letGo = async (iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined): Promise<void> => {
	try {
		await iterator?.return?.();
	} catch {
		// Nobody is left to be told.
	}
};

/** Ends an iterator that arrives when it is no longer needed. */
const letGoLate = async (given: unknown): Promise<void> => {
	try {
		await letGo(iteratorOf(await given));
	} catch {
		// Nobody is left to be told.
	}
};

/**
 * Observes a provider that someone else wrote, so that nothing it does can break the screen: exceptions and values of
 * the wrong shape become a silence that says what and where, it never keeps the program from drawing or ending, and its
 * other methods cannot throw.
 */
export const guardProvider = (provider: Provider, file: string): Provider => {
	const vault = new Vault();
	const now = (): number => {
		try {
			const time = provider.now?.();
			return typeof time === 'number' && Number.isFinite(time) ? time : steadyClock.now();
		} catch {
			return steadyClock.now();
		}
	};

	/** The times of a module without a clock of its own are those of the machine's. */
	const timed = (observation: Observation): Observation => {
		const ahead = aheadOf(provider);
		if (ahead === 0) {
			return observation;
		}

		const at = observation.at - ahead;
		return observation.kind === 'silence' && observation.confirmedAt !== undefined
			? {...observation, at, confirmedAt: observation.confirmedAt - ahead}
			: {...observation, at};
	};

	const silence = (what: string, fix: string, detail = ''): Observation => ({
		kind: 'silence',
		at: now(),
		problem: {what, fix, detail},
	});

	const failed = (error: unknown): Observation =>
		silence(
			say('The provider {file} failed: {why}', {file, why: reasonOf(error)}),
			say('Please report this to its author. It is not asked again; its last data stays on screen.'),
			placeOf(error, file),
		);

	async function* observe(options: ObserveOptions): AsyncGenerator<Observation> {
		const {signal} = options;
		let iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined;
		try {
			// An async method that returns a generator is fine, too.
			const given: unknown = provider.observe(options);
			const begun = await inTime(given, signal);
			if (!begun) {
				void letGoLate(given);
				return;
			}

			iterator = iteratorOf(begun.value);
			while (!signal.aborted) {
				const next = await inTime(iterator.next(), signal);
				if (!next || next.value.done) {
					break;
				}

				const {value} = next.value;
				const checked = await inSlices(observationSteps(value));
				yield 'problem' in checked
					? silence(
							say('The provider {file} gave something else: {why}', {
								file,
								why: freeText(checked.problem),
							}),
							hintFor(value),
						)
					: timed(await inSlices(withoutSecretsSteps(checked.value, subtasksOf(checked.value), moduleKeys)));
				// One that never waits must not block keys and screen.
				await turn();
			}
		} catch (error) {
			if (!signal.aborted) {
				yield failed(error);
			}
		} finally {
			void letGo(iterator);
		}
	}

	const quietly = async (act: () => unknown): Promise<void> => {
		try {
			await act();
		} catch {
			// A refresh or a focus that fails, even later, is not reported: the observations continue.
		}
	};

	return {
		name: provider.name,
		title: freeText(provider.title),
		isPushed: provider.isPushed === true,
		observe,
		...(provider.refresh && {
			refresh() {
				void quietly(() => provider.refresh?.());
			},
		}),
		...(provider.focus && {
			focus(sources: readonly string[]) {
				void quietly(() => provider.focus?.(sources));
			},
		}),
		...(provider.operator && {operator: guardOperator(provider.operator, file, vault)}),
		...(provider.locks && {locks: guardLocks(provider.locks, file)}),
		...(provider.readers && {readers: guardReaders(provider.readers, file, vault)}),
		...(provider.now && {now}),
	};
};
