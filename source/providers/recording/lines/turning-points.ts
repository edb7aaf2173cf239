/**
 * Decides which observations are turning points, and which only have new numbers. The turning points, with the
 * observations just before them, give a reader the same knowledge of the past (since when, after what, which events) as
 * all of them.
 */
import type {
	ClusterObservation,
	LocksObservation,
	Observation,
	SilenceObservation,
	StatusObservation,
	Worker,
	Mark,
} from '../../provider.js';
import {plainProblem} from '../../problem.js';
import {forgetOld} from './forget-old.js';
import {healthy, type LastSaid, saidBySubject, sourceSubject} from './status-content.js';

type SaidSubject<Line> = LastSaid & {
	/** When it was last said, or first missing, ms since the epoch. */
	readonly at: number;
	/** The last observation with this content. */
	readonly line: Line;
};

/** What has to be kept of the observations so far. */
export type Turn<Line> = {
	/**
	 * The lines to keep: the last ones before the turning point, and the turning point itself; none when there is none.
	 */
	readonly lines: readonly Line[];
	readonly mark: Mark['kind'] | undefined;
};

const everything = '*';

/**
 * The most subjects that are remembered: more than a cluster has. Beyond that the one least recently seen is forgotten.
 */
const mostSubjects = 20_000;

const boundTo = (workers: readonly Worker[]): ReadonlyMap<string, string> =>
	new Map(workers.filter(({stage}) => stage === 'bound').map(worker => [worker.source, worker.name]));

/** Give it every observation with its `Line`. */
export class TurningPoints<Line> {
	readonly #subjects = new Map<string, SaidSubject<Line>>();
	#bound: ReadonlyMap<string, string> = new Map();
	readonly #lines = new Set<Line>();
	#mark: Mark['kind'] | undefined;
	/** The time of the observation, ms since the epoch. */
	#at = 0;

	#say(subject: string, {state, errors}: LastSaid, line: Line): void {
		const before = this.#subjects.get(subject);
		this.#subjects.delete(subject);
		this.#subjects.set(subject, {at: this.#at, state, errors, line});
		const [oldest] = this.#subjects.keys();
		if (oldest !== undefined && this.#subjects.size > mostSubjects) {
			this.#subjects.delete(oldest);
		}

		if (before?.state === state) {
			return;
		}

		if (before) {
			this.#lines.add(before.line);
			const isWorse = [...errors].some(error => !before.errors.has(error));
			this.#mark = isWorse ? 'error' : (this.#mark ?? 'event');
		}

		this.#lines.add(line);
	}

	/** It does not answer, and its errors may persist. */
	#sayAway(subject: string, state: string, line: Line): void {
		const before = this.#subjects.get(subject);
		if (before?.state === state) {
			// It keeps its place among the others, so that it is forgotten in the end.
			this.#subjects.set(subject, {...before, line});
			return;
		}

		this.#say(subject, {state, errors: new Set(before?.errors).add('away')}, line);
	}

	#silence({asked, problem}: Pick<SilenceObservation, 'asked' | 'problem'>, line: Line): void {
		for (const subject of asked?.map(name => sourceSubject(name)) ?? [everything]) {
			this.#sayAway(subject, `silent ${problem.what}`, line);
		}
	}

	#status(observation: StatusObservation, line: Line): void {
		const {asked, status} = observation;
		if (!status.result && status.sources.length === 0 && status.listed.length === 0) {
			this.#silence({asked, problem: plainProblem(status.msg)}, line);
			return;
		}

		const said = saidBySubject(observation);
		const expected =
			asked?.map(name => sourceSubject(name)) ??
			this.#subjects
				.keys()
				.filter(subject => /^(?:source|task) /v.test(subject))
				.toArray();
		for (const subject of expected) {
			if (!said.has(subject)) {
				this.#sayAway(subject, 'absent', line);
			}
		}

		for (const [subject, say] of said) {
			this.#say(subject, say, line);
		}

		const {form, result, msg, notes} = status;
		const state = JSON.stringify([form, result, msg, notes]);
		this.#say(
			`notes\n${asked?.join('\n') ?? ''}`,
			{state, errors: result ? healthy : new Set(['result'])},
			line,
		);
		this.#say(everything, {state: '', errors: healthy}, line);
	}

	/** The next answer of a source with a new worker counts as new, even with the same content. */
	#bind(workers: readonly Worker[]): void {
		const before = this.#bound;
		this.#bound = boundTo(workers);
		for (const name of new Set([...before.keys(), ...this.#bound.keys()])) {
			const subject = this.#subjects.get(sourceSubject(name));
			if (subject && before.get(name) !== this.#bound.get(name)) {
				this.#subjects.set(sourceSubject(name), {...subject, state: 'changes hands'});
			}
		}
	}

	#cluster({kind: _, at, ...told}: ClusterObservation, line: Line): void {
		const {leader, masters = told.mastersInPart?.read ?? []} = told;
		const {workers = told.workersInPart?.read ?? []} = told;
		const errors = new Set([
			...(leader === '' ? ['leader'] : []),
			...masters.filter(({alive}) => !alive).map(({name}) => `master ${name}`),
			...workers.filter(({stage}) => stage === 'offline').map(({name}) => `worker ${name}`),
		]);
		this.#say(
			`cluster\n${Object.keys(told).toSorted().join('\n')}`,
			{state: JSON.stringify(told), errors},
			line,
		);
		if (told.workers) {
			this.#bind(workers);
		}
	}

	#locks({locks, problem}: LocksObservation, line: Line): void {
		this.#say('locks', {state: JSON.stringify([locks, problem?.what]), errors: healthy}, line);
	}

	/** Forgets subjects that were last said before `time`, ms since the epoch, as far as they are many. */
	forgetBefore(time: number): void {
		forgetOld(this.#subjects, ({at}) => at < time);
	}

	/** The subjects for which an observation is a turning point. */
	observe(observation: Observation, line: Line): Turn<Line> {
		this.#lines.clear();
		this.#mark = undefined;
		this.#at = observation.at;
		switch (observation.kind) {
			case 'status': {
				this.#status(observation, line);
				break;
			}

			case 'silence': {
				this.#silence(observation, line);
				break;
			}

			case 'cluster': {
				this.#cluster(observation, line);
				break;
			}

			case 'locks': {
				this.#locks(observation, line);
				break;
			}

			case 'operation': {
				this.#lines.add(line);
				this.#mark = observation.outcome === 'failed' ? 'error' : 'event';
				break;
			}

			// Figures are only numbers.
			case 'metrics': {
				break;
			}

			// It only occurs in a replay, which is not recorded.
			case 'restart': {
				break;
			}
		}

		return {lines: [...this.#lines], mark: this.#mark};
	}
}
