import fc from 'fast-check';
import {expect, it} from 'vitest';
import {
	type Follow,
	type Step,
	answered,
	begin,
	checkStatus,
	nothingFollowed,
} from '../../../source/operations/following/follow.js';
import {type Followed, type Phase, isFinal} from '../../../source/operations/following/followed.js';
import {describe} from '../../../source/operations/following/telling/describe.js';
import {observationOf} from '../../../source/operations/following/telling/observation.js';
import {flashes} from '../../../source/operations/following/telling/flashes.js';
import {auditLine} from '../../../source/operations/following/telling/audit.js';
import type {Operation, OperationAnswer} from '../../../source/providers/operation.js';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {runs} from '../../rounds.js';

const sources = ['a', 'b', 'c'] as const;

type Source = (typeof sources)[number];

const stage = fc.constantFrom(
	'Running',
	'Paused',
	'Error',
	'Pausing',
	'Resuming',
	'Stopped',
	'Finished',
	'gone',
);

type Stage = string;

const shown = (source: Source, which: Stage) => {
	if (which === 'gone') {
		return entry(source, []);
	}

	return entry(source, [
		which === 'Error'
			? syncing('users', {}, {stage: 'Paused', result: errors(36_067)})
			: syncing('users', {}, {stage: which, result: which === 'Paused' ? canceled : null}),
	]);
};

const kind = fc.constantFrom('pause', 'resume', 'start', 'stop');

const targets = fc.subarray([...sources]);

const sourceAnswers = fc.array(
	fc.record({
		source: fc.constantFrom(...sources),
		worker: fc.constant('w'),
		result: fc.boolean(),
		msg: fc.constantFrom('', 'no', '[code=38033:class=dm-master], Message: timeout'),
	}),
	{maxLength: 3},
);

const answer: fc.Arbitrary<OperationAnswer> = fc.record({
	result: fc.constantFrom('accepted', 'accepted', 'refused', 'not-sent', 'unknown'),
	msg: fc.constantFrom('', 'no'),
	sources: fc.oneof(fc.constant([]), sourceAnswers),
});

type Happening =
	| {readonly kind: 'status'; readonly stages: Partial<Record<Source, Stage>>}
	| {readonly kind: 'silence'; readonly source: Source}
	| {readonly kind: 'send'; readonly operation: Operation; readonly id: number}
	/** `newest`: counted back from the one sent last. */
	| {readonly kind: 'answer'; readonly newest: number; readonly answer: OperationAnswer};

const happening: fc.Arbitrary<Happening> = fc.oneof(
	fc.record({
		kind: fc.constant('status' as const),
		stages: fc.oneof(
			fc.record({a: stage, b: stage, c: stage}, {requiredKeys: []}),
			stage.map(same => ({a: same, b: same, c: same})),
		),
	}),
	fc.record({kind: fc.constant('silence' as const), source: fc.constantFrom(...sources)}),
	fc.record({
		kind: fc.constant('send' as const),
		id: fc.nat(20),
		operation: fc.record({kind, task: fc.constant('users'), sources: targets}),
	}),
	fc.record({kind: fc.constant('answer' as const), newest: fc.nat(2), answer}),
);

/** What a goal looks like, said again: stages that count as done. */
const goals: Readonly<Record<string, readonly Stage[]>> = {
	pause: ['Paused', 'Error'],
	resume: ['Running', 'Finished'],
	start: ['Running', 'Finished'],
	stop: ['gone'],
	delete: ['gone'],
};

/** A cluster, the operations followed in it, and a separate record of the last answer of each source. */
class Story {
	follow: Follow = nothingFollowed;
	done = 0;
	failed = 0;
	readonly watched = new Watched().whole(...sources.map(source => shown(source, 'Running')));
	readonly heard = new Map<string, {readonly at: number; readonly stage: Stage}>();
	readonly ended = new Map<string, Phase>();
	readonly sent: string[] = [];

	take(step: Step): void {
		this.follow = step.follow;
		for (const followed of step.changed) {
			this.check(followed);
		}
	}

	check(followed: Followed): void {
		// What has ended stays as it ended, but for an error that comes soon after, and for a refusal that the status refutes.
		const before = this.ended.get(followed.id);
		const isRelapse =
			before === 'done' &&
			['failed-again', 'partly'].includes(followed.phase) &&
			['resume', 'start'].includes(followed.operation.kind);
		const isRefuted = before === 'refused' && followed.phase === 'done';
		expect(before === undefined || isRelapse || isRefuted).toBe(true);
		if (isFinal(followed)) {
			this.ended.set(followed.id, followed.phase);
		}

		const failed = followed.places.filter(({phase}) => phase === 'failed');
		for (const {place} of failed) {
			this.failed++;
			const {at, stage: last} = this.heard.get(place)!;
			expect(at).toBeGreaterThan(followed.sentAt);
			expect(last).toBe('Error');
		}

		if (followed.phase === 'done') {
			this.done++;
			expect(followed.answeredAt).toBeDefined();
			expect(followed.places.length).toBeGreaterThan(0);
			for (const {place} of followed.places) {
				const {at, stage: last} = this.heard.get(place)!;
				expect(at).toBeGreaterThan(followed.sentAt);
				expect(goals[followed.operation.kind]).toContain(last);
			}
		}

		expect(describe(followed)).not.toMatch(/undefined|\[object|NaN/v);
		expect(JSON.parse(auditLine(followed, {cluster: 'c', strip: text => text}))).toMatchObject({
			outcome: followed.phase,
		});
		expect(observationOf(followed).text).not.toBe('');
	}

	status(stages: Partial<Record<Source, Stage>>): void {
		const told = sources.filter(source => stages[source] !== undefined);
		if (told.length > 0) {
			this.watched.part(...told.map(source => shown(source, stages[source]!)));
		}

		for (const source of told) {
			this.heard.set(source, {at: this.watched.now, stage: stages[source]!});
		}
	}

	send(id: string, operation: Operation): void {
		const cluster = this.watched.facts();
		const step = begin(this.follow, {id, operation, cluster, at: cluster.now});
		if (step.refusal === undefined) {
			expect(this.sent).not.toContain(id);
			this.sent.push(id);
		} else {
			expect(step.follow).toBe(this.follow);
		}

		this.take(step);
	}

	happen(what: Happening): void {
		switch (what.kind) {
			case 'status': {
				this.status(what.stages);
				break;
			}

			case 'silence': {
				this.watched.silence('no answer within 5 s', what.source);
				break;
			}

			case 'send': {
				this.send(String(what.id), what.operation);
				break;
			}

			case 'answer': {
				const id = this.sent.at(-1 - what.newest) ?? 'none';
				this.take(answered(this.follow, id, what.answer, this.watched.now));
				break;
			}
		}

		this.checkStatus();
	}

	checkStatus(): void {
		const {now} = this.watched;
		this.take(checkStatus(this.follow, {cluster: this.watched.facts()}, now));
		expect(flashes(this.follow, now).every(({text}) => text !== '')).toBe(true);
	}
}

it('reports nothing as done or failed that a status after the sending does not show on every source', () => {
	let done = 0;
	let failed = 0;
	// Time continues between two events: of those in one millisecond nobody can say which came first.
	const events = fc.array(fc.record({after: fc.integer({min: 1, max: 8}), happening}), {
		minLength: 10,
		maxLength: 60,
	});
	fc.assert(
		fc.property(events, all => {
			const story = new Story();
			for (const {after, happening: what} of all) {
				story.watched.wait(after);
				story.happen(what);
			}

			// Nothing is watched forever.
			story.watched.wait(121);
			story.checkStatus();
			expect(story.follow.operations.every(followed => isFinal(followed))).toBe(true);
			done += story.done;
			failed += story.failed;
		}),
		// So many that both outcomes are met often enough in any run.
		runs(500),
	);
	expect(done).toBeGreaterThan(50);
	expect(failed).toBeGreaterThan(50);
});
