/**
 * Answers that are never twice the same: what stays of them has a bound. V8 keeps all of a text alive while a part of it
 * is in use, so this is measured in a process of its own.
 */
import {expect, test} from 'vitest';
import {bundleApart} from '../../providers/v8/run-apart.js';

/** Prints by kind how much the heap has grown after many answers of 100 KB, MB. */
const program = String.raw`
	import process from 'node:process';
	import {setImmediate as turn} from 'node:timers/promises';
	import {parseStatusDocument} from './source/dm/parse-status.ts';
	import {finish} from './source/dm/steps.ts';
	import {createWorkerPages} from './source/providers/metrics/worker-pages/worker-pages.ts';
	import {createLooking} from './source/session/watching/looking.ts';

	const long = 'words of an error and '.repeat(4500);
	const failure = (number, more) => ({
		ErrCode: 10_000 + number,
		ErrClass: 'database',
		ErrScope: 'upstream',
		ErrLevel: 'high',
		Message: 'startLocation: [position: (mysql-bin.' + number + ', 4), gtid-set: ], execute number ' + number,
		RawCause: 'Error ' + (1000 + number) + ': cause of number ' + number,
		Workaround: '',
		...more,
	});
	const subtask = (name, error) => ({
		name,
		stage: error ? 'Paused' : 'Running',
		unit: 'Sync',
		result: error ? {isCanceled: false, errors: [error]} : null,
	});
	const answer = (source, subTaskStatus, more) => ({
		result: true,
		msg: '',
		sourceStatus: {source, worker: 'worker-of-' + source, result: null, relayStatus: null},
		subTaskStatus,
		...more,
	});
	const status = (sources, more) => ({
		kind: 'status',
		status: parseStatusDocument(JSON.stringify({result: true, msg: '', sources, ...more})),
	});
	const ofOpenApi = (number, error_msg) => ({
		kind: 'status',
		status: parseStatusDocument(
			JSON.stringify({total: 1, data: [{name: 'orders', source_name: 'mysql-01', worker_name: 'w', stage: 'Paused', unit: 'Sync', error_msg}]}),
		),
	});
	const inOneText = number =>
		'[code=' + (10_000 + number) + ':class=database:scope=downstream:level=high], Message: startLocation: [position: (mysql-bin.' +
		number + ', 4)], RawCause: Error 1054: Unknown column \'column-number-' + number + '\' in \'field list\'';
	const operation = (number, isOver, sending) => ({
		kind: 'operation',
		outcome: isOver ? 'failed' : 'under-way',
		subject: 'orders',
		text: ('refused: number ' + number + long).slice(0, 100),
		detail: [('line of number ' + number + long).slice(0, 100)],
		task: 'orders',
		cause: {sending, operation: 'pause', sources: [], isOver},
	});
	const kinds = {
		'errors': number => status([answer('mysql-01', [subtask('orders', failure(number, {RawCause: 'Error 1062: of number ' + number + long}))])]),
		'messages of errors': number => status([answer('mysql-01', [subtask('orders', failure(number, {Message: 'number ' + number + long}))])]),
		'ways out of errors': number => status([answer('mysql-01', [subtask('orders', failure(number, {Workaround: 'number ' + number + long}))])]),
		'errors that come and go': number => status([answer('mysql-01', [subtask('orders', number % 2 ? undefined : failure(number, {RawCause: 'Error 1062: of number ' + number + long}))])]),
		'errors in one text': number => ofOpenApi(number, inOneText(number) + '. ' + long),
		'refusals of a source': number => status([answer('mysql-01', [], {result: false, msg: inOneText(number) + '\n' + long})]),
		'refusals of all': number => status([answer('mysql-01', [subtask('orders')])], {result: false, msg: 'number ' + number + long}),
		'lists': number => ({
			kind: 'status',
			status: parseStatusDocument(JSON.stringify({result: true, msg: '', tasks: [{taskName: 'orders-' + number, taskStatus: 'Error - number ' + number + long, sources: ['mysql-01']}]})),
		}),
		'sources that vanish': number => status([
			answer('mysql-' + number, ['a', 'b', 'c', 'd'].map(name => subtask(name + number, failure(number, {Message: name + ' of number ' + number + long})))),
		]),
		'silences': number => ({kind: 'silence', problem: {what: 'number ' + number + long, fix: '', detail: ''}}),
		'outcomes': number => operation(number, true, 'sending ' + number),
		'operations without an end': number => operation(number, false, 'sending ' + number),
	};
	const used = () => {
		globalThis.gc();
		return process.memoryUsage().heapUsed / 1e6;
	};
	const [few, many] = [120, 370];
	const grown = {};
	const grow = async (name, use) => {
		for (let number = 0; number < few; number++) {
			await use(number);
			await turn();
		}

		const before = used();
		for (let number = few; number < many; number++) {
			await use(number);
			// What a weak reference gave stays until the end of a turn.
			await turn();
		}

		grown[name] = used() - before;
	};

	for (const [name, observation] of Object.entries(kinds)) {
		const looking = createLooking(undefined, 2000);
		await grow(name, number => {
			const at = 1_754_000_000_000 + number * 70_000;
			finish(looking.learnSteps({at, ...observation(number)}));
			finish(looking.lookSteps(at));
		});
	}

	let served = 0;
	const pages = createWorkerPages({
		addresses: {kind: 'advertised'},
		tls: false,
		fetchPage: async () => '# ' + long + '\ndm_syncer_exit_with_error_count{task="orders-of-' + served + '",source_id="mysql-of-' + served + '"} 1\n',
		now: () => 1_754_000_000_000 + served * 100,
	});
	await grow('pages of metrics', async number => {
		served = number;
		const workers = new Map([['10.0.0.1:8262', 'worker-1'], ['10.0.0.2:8262', 'worker-of-number-' + number]]);
		await pages.reading(workers, new AbortController().signal);
	});
	console.log(JSON.stringify(grown));
`;

test('what stays of 250 answers of 100 KB is little of them', {timeout: 120_000}, async () => {
	const runApart = await bundleApart(program);
	const grown = JSON.parse(runApart(['--expose-gc'])) as Readonly<Record<string, number>>;
	expect(Object.keys(grown)).toHaveLength(13);
	expect(
		Object.entries(grown).flatMap(([kind, growth]) => (growth > 8 ? `${kind}: ${growth} MB` : [])),
	).toStrictEqual([]);
});
