/** The journal claims no end of which nobody knows: what is no longer told is not over. */
import {expect, test} from 'vitest';
import {entryOf, errors, syncing, type Json} from '../../monitor/watched.js';
import {found} from '../diagnosed.js';
import {Journaled} from './journaled.js';

const validation = (rest: Json = {}): Json => ({
	task: 'orders',
	source: 'mysql-01',
	mode: 'full',
	stage: 'Running',
	validatorBinlog: '(mysql-bin.000001, 1000)',
	result: null,
	errorRowsStatus: 'new/ignored/resolved: 0/0/0',
	...rest,
});
const relay = (stage: string, result?: Json): Json => ({
	stage,
	masterBinlog: '(mysql-bin.000001, 1000)',
	relayBinlog: '(mysql-bin.000001, 1000)',
	result: result ?? null,
});
const orders = (validated: unknown, pulled?: unknown): Json => ({
	...entryOf('mysql-01', 'w1', [syncing('orders', {}, {validation: validated})]),
	sourceStatus: {source: 'mysql-01', worker: 'w1', result: null, relayStatus: pulled ?? null},
});
const differs = validation({errorRowsStatus: 'new/ignored/resolved: 3/0/0'});
const stopped = validation({stage: 'Stopped', result: errors(10_001)});

const after = (...answers: readonly Json[]): Journaled => {
	const watched = new Journaled();
	for (const answer of answers) {
		watched.wait(5).whole(answer);
	}

	return watched;
};

const overs = (watched: Journaled): readonly string[] =>
	watched.told.filter(({finding}) => finding?.isOver).map(({text}) => text);

test.for([
	['null', null, 'now not validated, after 5s: 3 rows differ between upstream and downstream'],
	[
		'stopped',
		validation({stage: 'Stopped'}),
		'now Stopped, after 5s: 3 rows differ between upstream and downstream',
	],
	['running', validation(), 'over after 5s: 3 rows differ between upstream and downstream'],
] as const)('rows that differed and are no longer counted: the validation is %s', ([, next, text]) => {
	const watched = after(orders(validation()), orders(differs), orders(next));
	expect(overs(watched)).toEqual([text]);
	expect(watched.told[0]?.health === 'running').toBe(text.startsWith('over'));
});

test('a validator whose error is gone and that stands still has not recovered', () => {
	expect(overs(after(orders(validation()), orders(stopped), orders(validation({stage: 'Stopped'}))))).toEqual(
		[expect.stringMatching(/^now Stopped, after 5s: The validator stopped: /v)],
	);
});

test.for([[5], ['x'], [[]], [validation({errorRowsStatus: 7})], [validation({errorRowsStatus: ''})]])(
	'a validation that is %j hides whether rows still differ',
	([unread]) => {
		const watched = after(orders(validation()), orders(differs), orders(unread));
		expect(found(watched)).toEqual(['unreadable orders mysql-01 w1']);
		expect(overs(watched)).toEqual([]);
		watched.wait(5).whole(orders(differs));
		expect(watched.tellings().filter(text => text.includes('differ'))).toHaveLength(1);
		watched.wait(5).whole(orders(unread)).wait(5).whole(orders(validation()));
		expect(overs(watched)).toContain('over after 20s: 3 rows differ between upstream and downstream');
	},
);

test('a relay that is off has not recovered: that it is off was said', () => {
	const watched = after(orders(null, relay('Running')), orders(null, relay('Paused')), orders(null));
	expect(found(watched)).toEqual([]);
	expect(watched.events()).toContain('mysql-01: relay Paused → off');
	expect(overs(watched)).toEqual([]);
});

test.for([[5], ['x'], [[]], [true]])(
	'a relay that is %j is there, and nobody knows what it does',
	([unread]) => {
		const watched = after(orders(null, relay('Running')), orders(null, unread));
		expect(found(watched)).toContain('relay-stage-unknown mysql-01 w1');
		expect(watched.events()).toEqual(['mysql-01: relay Running → stage unknown']);
		expect(found(after(orders(null, unread)))).toContain('relay-stage-unknown mysql-01 w1');
		const halted = after(orders(null, relay('Running')), orders(null, relay('Paused')), orders(null, unread));
		expect(overs(halted)).toEqual([]);
	},
);

test('an event does not end with nothing: a stage or unit that is left out is a finding', () => {
	const lacking = {...orders(null, relay('')), subTaskStatus: [syncing('orders', {}, {unit: null})]};
	const watched = after(orders(null, relay('Running')), lacking);
	expect(watched.events()).toEqual(['mysql-01: relay Running → stage unknown']);
	watched.wait(5).whole(orders(null, relay('Running')));
	expect(watched.events().at(-1)).toBe('mysql-01: relay stage unknown → Running');
});

const stages = (sync: Json, rest: Json = {}): Json =>
	entryOf('mysql-01', 'w1', [syncing('orders', sync, rest)]);
const far = {masterBinlog: '(mysql-bin.000100, 1000)', synced: false};

test.for<[string, string, Json, Json, Json]>([
	['a unit', 'files behind', stages(far), stages(far, {unit: null}), stages({})],
	['a checkpoint', 'files behind', stages(far), stages({...far, syncerBinlog: 'xx'}), stages({})],
	[
		'a stage',
		'subtask-error',
		stages({}, {stage: 'Paused', result: errors(36_067)}),
		stages({}, {stage: 'Weird'}),
		stages({}),
	],
	['a validator', 'differ', orders(differs), orders(validation({stage: 'Weird'})), orders(validation())],
	[
		'a relay',
		'relay is paused',
		orders(null, relay('Paused')),
		orders(null, relay('Weird')),
		orders(null, relay('Running')),
	],
])(
	'what %s that is not known hides begins once, and ends when it is known again',
	([, text, there, hiding, well]) => {
		const watched = after(well, there);
		const begun = (): number =>
			watched.told.filter(
				({finding, text: told}) =>
					finding?.isOver === false && (finding.kind === text || told.includes(text)),
			).length;
		expect(begun()).toBe(1);
		watched.wait(5).whole(hiding).wait(5).whole(there);
		expect(begun()).toBe(1);
		expect(overs(watched).filter(told => told.includes(text))).toEqual([]);
		watched.wait(5).whole(hiding).wait(5).whole(well).wait(65).whole(well);
		expect(overs(watched).filter(told => told.includes('after 20s'))).toHaveLength(1);
	},
);
