/**
 * A cluster of very many of a kind is read, learnt and shown in small steps, between which keys are answered: no step does
 * more than a share of them.
 */
import {describe, expect, test} from 'vitest';
import {parseStatusDocument, parseStatusSteps} from '../../source/dm/parse-status.js';
import {finish, type Steps} from '../../source/dm/steps.js';
import {decodeMembersSteps} from '../../source/providers/dm-master/members.js';
import {createLooking} from '../../source/session/watching/looking.js';
import {locksList} from '../../source/screens/lists/locks.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';
import {previewOf, drawingOf} from '../screens/drawing.js';
import {showScreen} from '../screens/screen.js';
import {growth, growthOf, mostGrowth} from './growth.js';

/** How many there are. */
const many = 1000;

/** What is done with a whole list at once costs little for each: so many of it in a step on average. */
const mostInStep = 200;

const numbered = <Item>(count: number, make: (index: number) => Item): Item[] =>
	Array.from({length: count}, (_, index) => make(index));

const failed = {
	isCanceled: false,
	errors: [{ErrCode: 10_006, ErrClass: 'database', ErrScope: 'downstream', Message: 'm', RawCause: 'c'}],
};

const of = (source: string, subtasks: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
	sourceAnswer(source, subtasks, {
		sourceStatus: {source, worker: `w-${source}`, result: null, relayStatus: null},
	});

const answers: ReadonlyArray<readonly [kind: string, text: string]> = [
	['sources', queryStatus(numbered(many, index => of(`s-${index}`, [subtaskAnswer(`t-${index % 50}`)])))],
	['subtasks of a task', queryStatus(numbered(many, index => of(`s-${index}`, [subtaskAnswer('orders')])))],
	[
		'tasks of a source',
		queryStatus([
			of(
				's',
				numbered(many, index => subtaskAnswer(`t-${index}`)),
			),
		]),
	],
	[
		'errors',
		queryStatus(
			numbered(many, index => of(`s-${index}`, [subtaskAnswer('t', {stage: 'Paused', result: failed})])),
		),
	],
	[
		'locks',
		queryStatus(
			numbered(many, index =>
				of(`s-${index}`, [
					subtaskAnswer('t', {
						sync: {
							unresolvedGroups: [
								{target: `\`d\`.\`t${index}\``, DDLs: ['x'], firstLocation: '', synced: ['a'], unsynced: []},
							],
						},
					}),
				]),
			),
		),
	],
];

const members = JSON.stringify({
	result: true,
	members: [
		{
			worker: {
				workers: numbered(many, index => ({
					name: `w-s-${index}`,
					addr: '',
					stage: 'bound',
					source: `s-${index}`,
				})),
			},
		},
	],
});

/** The value, and how many steps it took. */
const count = <Value>(steps: Steps<Value>): readonly [Value, number] => {
	for (let taken = 1; ; taken++) {
		const {done, value} = steps.next();
		if (done) {
			return [value, taken];
		}
	}
};

const expectSmall = (steps: number): void => {
	expect(steps).toBeGreaterThan(many / mostInStep);
};

const noon = Date.UTC(2025, 10, 23, 12);

describe.each(answers)('very many %s', (_, text) => {
	test('are read and shown in small steps, at first and when they change', () => {
		const looking = createLooking();
		const [status] = count(parseStatusSteps(text));
		for (const at of [noon, noon + 2000]) {
			expectSmall(count(looking.learnSteps({kind: 'status', at, status}))[1]);
			expectSmall(count(looking.lookSteps(at))[1]);
		}
	});

	test('that stop answering are shown in small steps', () => {
		const looking = createLooking();
		const [status] = count(parseStatusSteps(text));
		finish(looking.learnSteps({kind: 'status', at: noon, status}));
		finish(looking.lookSteps(noon));
		const asked = looking.known.sources.keys().toArray();
		const problem = {what: 'no answer', fix: '', detail: ''};
		expect(count(looking.learnSteps({kind: 'silence', at: noon + 2000, asked, problem}))[1]).toBeGreaterThan(
			asked.length,
		);
		expectSmall(count(looking.lookSteps(noon + 2000))[1]);
	});
});

test('very many workers are read and shown in small steps', () => {
	const [{members: listed}] = count(decodeMembersSteps(members));
	expect(listed.workers).toHaveLength(many);
	const looking = createLooking();
	expectSmall(count(looking.learnSteps({kind: 'cluster', at: noon, ...listed}))[1]);
	expectSmall(count(looking.lookSteps(noon))[1]);
});

test('very many masters, half of them down, take a time that is linear in their number', () => {
	const use = (size: number) => {
		const looking = createLooking();
		const masters = numbered(size, index => ({name: `m-${index}`, alive: index % 2 === 0, addresses: []}));
		finish(looking.learnSteps({kind: 'cluster', at: noon, masters}));
		return finish(looking.lookSteps(noon));
	};

	expect(growthOf(use, 2000, 2000 * growth)).toBeLessThan(mostGrowth);
});

/** A call takes no more than some 120,000 arguments. */
const beyondCalls = 150_000;

describe.each<[string, Readonly<Record<string, unknown>>]>([
	[
		'locks of a task',
		{
			sync: {
				unresolvedGroups: numbered(beyondCalls, index => ({target: `\`d\`.\`t${index}\``, DDLs: ['x']})),
			},
		},
	],
	['parts that cannot be read', {sync: {unresolvedGroups: numbered(beyondCalls, () => 5)}}],
])('more %s than a call takes arguments', (_, over) => {
	test('are shown', () => {
		const looking = createLooking();
		const [status] = count(parseStatusSteps(queryStatus([of('s', [subtaskAnswer('t', over)])])));
		finish(looking.learnSteps({kind: 'status', at: noon, status}));
		const {locks, notes} = finish(looking.lookSteps(noon));
		expect(locks.length + notes.length).toBeGreaterThan(100);
	});
});

test('a lock that waits for more sources than a call takes arguments has a preview', () => {
	const looking = createLooking();
	const synced = numbered(beyondCalls, index => `mysql-${index}`);
	const lock = {id: 't-`d`.`t`', task: 't', mode: '', owner: 'mysql-1', ddls: ['x'], synced, unsynced: []};
	finish(looking.learnSteps({kind: 'locks', at: noon, locks: [lock]}));
	const list = locksList(drawingOf(finish(looking.lookSteps(noon))));
	expect(previewOf(list, list.id(list.rows[0]!)).join('\n')).toContain('mysql-1 ');
});

test('an error of more names than a call takes arguments is in a ticket', async () => {
	const result = {errors: [{ErrCode: 36_014, Message: `ALTER TABLE ${'`a`,'.repeat(beyondCalls)}`}]};
	const answer = queryStatus([of('s', [subtaskAnswer('t', {stage: 'Paused', result})])]);
	const {press, copied} = await showScreen([{kind: 'status', at: noon, status: parseStatusDocument(answer)}]);
	await press('Y');
	expect(copied[0]).toContain('`a`,`a`');
});
