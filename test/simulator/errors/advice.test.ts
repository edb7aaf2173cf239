/** The simulator's own faults and the knowledge about errors, held together: whatever it can do has advice. */
import {expect, test} from 'vitest';
import {explainError, readErrors} from '../../../source/dm/errors.js';
import {
	connectionRefused,
	deadlineExceeded,
	unknownError,
} from '../../../source/simulator/errors/grpc-errors.js';
import {connectionClosed, tooMuchPending} from '../../../source/simulator/errors/harmless-errors.js';
import {simulatedRelayErrors} from '../../../source/simulator/errors/relay-errors.js';
import {
	dumpInterrupted,
	dumpMissing,
	previousWorker,
} from '../../../source/simulator/errors/takeover-errors.js';
import {badDdl, simulatedUnitErrors} from '../../../source/simulator/errors/unit-errors.js';
import {refusals} from '../../../source/simulator/operations/refusals.js';
import {oneTask} from '../cluster.js';

const simulation = oneTask({}, {}, {relay: true});
const source = simulation.sources.values().next().value!;
const relay = source.relays.values().next().value!;
const subtask = source.subtasks.values().next().value!;
const worker = simulation.workers.values().next().value!;

/** What the knowledge says of an error as the simulator's dm-master tells it. */
const adviceFor = (error: unknown) => {
	const [read] = readErrors(typeof error === 'string' ? error : JSON.stringify(error));
	const {id, steps} = explainError(read!);
	return steps.length === 0 ? 'no advice' : id;
};

test('every error that a scenario can cause on a subtask', () => {
	expect(
		Object.fromEntries(
			Object.entries(simulatedUnitErrors).map(([name, {make}]) => [
				name,
				adviceFor(make(subtask, 1, badDdl(subtask))),
			]),
		),
	).toEqual({
		'bad-ddl': 'ddl-syntax',
		'unsupported-ddl': 'ddl-type-narrowed',
		'duplicate-entry': 'duplicate-row',
		'table-missing': 'table-missing-for-tracker',
		'column-count': 'column-count-mismatch',
		'access-denied': 'access-denied',
		'connection-lost': 'connection-refused',
		'binlog-purged': 'binlog-purged',
		'dump-access-denied': 'dump-lock-privilege',
		'load-checksum': 'load-checksum',
		'load-schema': 'load-collation',
	});
});

test.each([
	[
		'ALTER TABLE shop.orders ADD COLUMN `code` INT UNIQUE KEY',
		"Error 8200 (HY000): unsupported add column 'code' constraint UNIQUE KEY when altering '",
		'ddl-unsupported',
	],
	[
		'ALTER TABLE shop.orders ADD seq BIGINT PRIMARY KEY',
		"Error 8200 (HY000): unsupported add column 'seq' constraint PRIMARY KEY when altering '",
		'ddl-unsupported',
	],
	[
		'CREATE SPATIAL INDEX idx_home ON shop.orders (home)',
		'Error 8200 (HY000): FULLTEXT and SPATIAL index is not supported',
		'ddl-unsupported',
	],
	[
		'ALTER TABLE shop.orders MODIFY COLUMN amount DECIMAL(8,1)',
		"Error 8200 (HY000): Unsupported modify column: can't change decimal column precision",
		'ddl-type-narrowed',
	],
])('TiDB says of %s what it refuses in it', (sql, cause, id) => {
	const error = simulatedUnitErrors['unsupported-ddl']!.make(subtask, 1, sql);
	expect(JSON.stringify(error)).toContain(cause);
	expect(adviceFor(error)).toBe(id);
});

test('every error of a relay', () => {
	expect(
		Object.fromEntries(
			Object.entries(simulatedRelayErrors).map(([name, {make}]) => [name, adviceFor(make(source, relay))]),
		),
	).toEqual({
		'upstream-refused': 'connection-refused',
		'binlog-purged': 'relay-binlog-purged',
		'disk-full': 'disk-full',
		'other-upstream': 'relay-upstream-changed',
	});
});

test('errors caused by a failover, a pause, a dead worker', () => {
	expect([
		adviceFor(previousWorker('worker-1', 'worker-2')),
		adviceFor(dumpMissing('orders', 'worker-2')),
		adviceFor(dumpInterrupted('10.0.1.1', 3306)),
		adviceFor(connectionClosed()),
		adviceFor(tooMuchPending()),
		adviceFor(connectionRefused(worker)),
		adviceFor(deadlineExceeded()),
		adviceFor(unknownError('out of luck')),
	]).toEqual([
		'load-on-another-worker',
		'dump-metadata-missing',
		'dump-connection-lost',
		'connection-closed',
		'validator-pending-too-much',
		'worker-unavailable',
		'worker-timeout',
		'grpc-failed',
	]);
});

test('every refusal of an operation', () => {
	// A list of one name is used for a single name as well.
	const words: never = ['x'] as never;
	const without = Object.entries(refusals)
		.filter(([name]) => name !== 'workerErrors')
		.filter(([, make]) => adviceFor(make(words, words, words)) === 'no advice')
		.map(([name]) => name);
	expect(without).toEqual([]);
	expect(adviceFor(refusals.workerErrors([connectionClosed()]))).toBe('connection-closed');
});
