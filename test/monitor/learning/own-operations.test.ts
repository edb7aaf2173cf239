/** What this dm-top itself has done is not told as somebody else's doing. */
import {describe, expect, it} from 'vitest';
import type {OperationCause, OperationObservation} from '../../../source/providers/provider.js';
import {canceled, entry, entryOf, syncing, Watched} from '../watched.js';

const seconds = 1000;

/** An operation of this dm-top comes into another phase, `before` seconds ago. */
const tell = (
	watched: Watched,
	cause: Partial<OperationCause> & Pick<OperationCause, 'operation'>,
	{
		before = 0,
		...rest
	}: Partial<Pick<OperationObservation, 'task' | 'outcome'>> & {readonly before?: number} = {},
): Watched =>
	watched.observe({
		kind: 'operation',
		at: watched.now - before * seconds,
		outcome: 'under-way',
		subject: 'x',
		text: 'x',
		detail: [],
		...rest,
		cause: {sending: '1', sources: [], isOver: false, ...cause},
	});

const running = () => new Watched().part(entry('s1', [syncing('orders'), syncing('users')])).wait(2);

const stopped = {stage: 'Paused', result: canceled};

const paused = (watched: Watched) =>
	watched.part(entry('s1', [syncing('orders', {}, stopped), syncing('users', {}, stopped)]));

const findings = (watched: Watched) =>
	watched.view().diagnosis.findings.map(({task, source, what, brief}) => ({task, source, what, brief}));

const manually = {what: 'Paused manually', brief: 'paused manually'};

describe('a subtask that is paused', () => {
	it('was paused manually if this dm-top did nothing', () => {
		expect(findings(paused(running()))).toEqual([
			{task: 'orders', source: 's1', ...manually},
			{task: 'users', source: 's1', ...manually},
		]);
	});

	it('was paused by this dm-top if it paused this task', () => {
		const watched = paused(tell(running(), {operation: 'pause'}, {task: 'orders'}));
		expect(findings(watched)).toEqual([
			{task: 'orders', source: 's1', what: 'Paused by this dm-top', brief: 'paused by this dm-top'},
			{task: 'users', source: 's1', ...manually},
		]);
	});

	it('was not if it paused the task on another source', () => {
		const watched = paused(tell(running(), {operation: 'pause', sources: ['s2']}, {task: 'orders'}));
		expect(findings(watched)[0]).toEqual({task: 'orders', source: 's1', ...manually});
	});

	it.each([
		['transfer-source', 'Paused while this dm-top transfers its source', 'paused for the transfer'],
		['disable-source', 'Paused because this dm-top disabled its source', 'paused: source disabled'],
	] as const)('with all others of its source by %s', (operation, what, brief) => {
		const watched = paused(tell(running(), {operation, sources: ['s1']}));
		expect(findings(watched).map(one => [one.task, one.what, one.brief])).toEqual([
			['orders', what, brief],
			['users', what, brief],
		]);
	});

	it('for a transfer continues by itself', () => {
		const watched = paused(tell(running(), {operation: 'transfer-source', sources: ['s1']}));
		expect(watched.view().diagnosis.findings[0]?.fix).toEqual([
			'Wait: DM resumes it on the other worker. If it stays paused, resume it.',
		]);
	});

	it('was not caused by an operation that pauses nothing', () => {
		for (const operation of ['resume', 'enable-relay', 'pause-relay', 'binlog-skip'] as const) {
			expect(findings(paused(tell(running(), {operation, sources: ['s1']})))[0]).toMatchObject(manually);
		}
	});

	it('may have been caused by one that ended half a minute ago, but not by an older one', () => {
		const ended = (before: number) =>
			findings(paused(tell(running(), {operation: 'pause', isOver: true}, {task: 'orders', before})))[0];
		expect(ended(30)).toMatchObject({what: 'Paused by this dm-top'});
		expect(ended(31)).toMatchObject(manually);
	});

	it('was not caused by one that failed', () => {
		const watched = tell(
			running(),
			{operation: 'pause', isOver: true},
			{task: 'orders', outcome: 'failed', before: 1},
		);
		expect(findings(paused(watched))[0]).toMatchObject(manually);
	});

	it('was paused manually the next time', () => {
		const watched = paused(tell(running(), {operation: 'pause', isOver: true}, {task: 'orders'}));
		watched.wait(40).part(entry('s1', [syncing('orders'), syncing('users')]));
		tell(watched, {operation: 'resume', sending: '2', isOver: true}, {task: 'orders'});
		expect(findings(paused(watched.wait(2)))[0]).toMatchObject(manually);
	});
});

describe('a relay that is paused', () => {
	const events = (watched: Watched) =>
		watched
			.part(entryOf('s1', 'w1', [], {stage: 'Running', result: null}))
			.wait(2)
			.part(entryOf('s1', 'w1', [], {stage: 'Paused', result: canceled}))
			.events()
			.filter(event => event.includes('relay'));

	it('says who paused it', () => {
		expect(events(new Watched())).toEqual(['s1: relay Running → Paused manually']);
		expect(events(tell(new Watched(), {operation: 'pause-relay', sources: ['s1']}))).toEqual([
			's1: relay Running → Paused by this dm-top',
		]);
		expect(events(tell(new Watched(), {operation: 'pause-relay', sources: ['s2']}))).toEqual([
			's1: relay Running → Paused manually',
		]);
	});
});
