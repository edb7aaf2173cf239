import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {encodeJson} from '../../../source/simulator/answers/encode.js';
import type {Json} from '../../../source/simulator/model/json.js';
import {leaderless, renderMembers} from '../../../source/simulator/answers/members.js';
import {renderStatus} from '../../../source/simulator/answers/status.js';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import {listScenarios, loadScenario} from '../../../source/simulator/scenario/load.js';
import {oneTask, pass} from '../cluster.js';

const fixtures = path.join(import.meta.dirname, '../../fixtures/dm-v7.5');

/** The recorded answers of v1alpha1. */
const recordings = (kind: 'status' | 'members'): string[] =>
	[
		...globSync(`*/v1alpha1-${kind}*.json`, {cwd: fixtures}),
		...(kind === 'status'
			? ['http/hung-worker.json', ...globSync('dump-to-load/*.json', {cwd: fixtures})]
			: []),
	].toSorted();

/**
 * Every place of a document with its value: `$.sources[].msg` → text. Text of digits is an int64. Null
 * says nothing of what else may stand at its place.
 */
const shapeOf = (
	value: unknown,
	at = '$',
	shape = new Map<string, Set<string>>(),
): Map<string, Set<string>> => {
	const note = (kind: string): void => {
		shape.set(at, (shape.get(at) ?? new Set()).add(kind));
	};

	if (Array.isArray(value)) {
		note('list');
		for (const item of value) {
			shapeOf(item, `${at}[]`, shape);
		}
	} else if (typeof value === 'object' && value !== null) {
		note(`{${Object.keys(value).join(',')}}`);
		for (const [key, entry] of Object.entries(value)) {
			shapeOf(entry, `${at}.${key}`, shape);
		}
	} else if (typeof value === 'string') {
		note(/^\d+$/v.test(value) ? 'int64' : 'text');
	} else {
		note(value === null ? 'null' : typeof value);
	}

	return shape;
};

const merged = (values: readonly unknown[]): Map<string, Set<string>> => {
	const shape = new Map<string, Set<string>>();
	for (const value of values) {
		shapeOf(value, '$', shape);
	}

	return shape;
};

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(fixtures, file), 'utf8'));

/** Many moments of every scenario. */
const rendered = (kind: 'status' | 'members'): unknown[] =>
	listScenarios()
		.filter(({name}) => name !== 'fleet')
		.flatMap(({name}) => {
			const simulation = createSimulation({scenario: loadScenario(name)});
			return Array.from({length: 40}, () => {
				pass(simulation, 20);
				return kind === 'status' ? renderStatus(simulation) : renderMembers(simulation);
			});
		});

describe.each(['status', 'members'] as const)('%s', kind => {
	const ours = merged(rendered(kind));
	const theirs = merged(recordings(kind).map(file => read(file)));

	it('has recordings to compare with', () => {
		expect(recordings(kind).length).toBeGreaterThan(5);
		expect(theirs.size).toBeGreaterThan(10);
	});

	it('has every field of a recording, with the same keys in the same order', () => {
		for (const [place, kinds] of theirs) {
			// A Check unit, a validation and a dump were not recorded; an object's keys are compared here.
			const own = ours.get(place);
			expect(own, place).toBeDefined();
			for (const each of kinds) {
				if (each !== 'null') {
					expect([...(own ?? [])], place).toContain(each);
				}
			}
		}
	});

	it('has nothing that no recording has, except for the units that were not recorded', () => {
		const unrecorded =
			/\.(?:dump|validation)\b|relayStatus\.result|\.masterBinlog(?:Gtid)?$|\.conflictMsg$|\.unsynced/v;
		for (const [place, kinds] of ours) {
			if (unrecorded.test(place) || (!theirs.has(place) && place.includes('relayStatus.'))) {
				continue;
			}

			const recorded = [...kinds].filter(
				each => each !== 'null' && !(each.startsWith('{name,') && each.includes(',dump,')),
			);
			expect([...(theirs.get(place) ?? [])], place).toStrictEqual(expect.arrayContaining(recorded));
		}
	});
});

it('writes a dump and a validation as in the protocol of 7.5', () => {
	const dump = oneTask({mode: 'all', unit: 'Dump', size: '2GB', validation: 'full'});
	pass(dump, 5);
	const shape = shapeOf(renderStatus(dump));
	expect([...(shape.get('$.sources[].subTaskStatus[].dump') ?? [])]).toStrictEqual([
		'{totalTables,completedTables,finishedBytes,finishedRows,estimateTotalRows,bps,progress}',
	]);
	const kinds = [
		'totalTables',
		'completedTables',
		'finishedBytes',
		'finishedRows',
		'estimateTotalRows',
		'bps',
	].map(key => [...(shape.get(`$.sources[].subTaskStatus[].dump.${key}`) ?? [])][0]);
	expect(kinds).toStrictEqual(['int64', 'number', 'number', 'number', 'number', 'int64']);

	const sync = oneTask({validation: 'full'});
	pass(sync, 60);
	expect([
		...(shapeOf(renderStatus(sync)).get('$.sources[].subTaskStatus[].validation') ?? []),
	]).toStrictEqual([
		'{task,source,mode,stage,validatorBinlog,validatorBinlogGtid,result,processedRowsStatus,pendingRowsStatus,errorRowsStatus,cutoverBinlogPos,cutoverBinlogGtid}',
	]);
});

it('reports a missing leader in the recorded words', () => {
	const simulation = oneTask({}, {events: [{at: '1s', do: 'leader-dies'}]});
	pass(simulation, 2);
	const recorded = readFileSync(path.join(fixtures, 'http/failover-1.json'), 'utf8').trim();
	expect(encodeJson(leaderless(simulation) ?? '')).toBe(recorded.replace('127.0.0.1', '10.0.1.11'));
});

it.each([...recordings('status'), ...recordings('members')])(
	'encodes %s back to the bytes that the master sent',
	file => {
		const text = readFileSync(path.join(fixtures, file), 'utf8');
		expect(encodeJson(JSON.parse(text) as Json)).toBe(text);
	},
);
