import {describe, expect, it, test} from 'vitest';
import {observe} from '../../../source/monitor/known.js';
import type {OperationObservation} from '../../../source/providers/provider.js';
import type {Finding} from '../../../source/findings/finding.js';
import {operationGroups} from '../../../source/providers/operation.js';
import {offers} from '../../../source/operations/offering/offers.js';
import {cureText, findingLines} from '../../../source/screens/cells/finding-lines.js';
import {able} from '../../operations/recorded-clusters.js';
import {entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {drawingOf, simulatedAt} from '../drawing.js';

const reads = new Set(['config', 'validation', 'schema'] as const);

/** What the line "key" says of a finding, and what the menu of its subtask has: kinds of operations, and pages. */
const keyAndMenu = (scenario: string, kind: Finding['kind']) => {
	const {cluster} = simulatedAt(scenario, 60);
	const finding = cluster.diagnosis.findings.find(one => one.kind === kind)!;
	const {task, source} = finding;
	const found = offers(
		{on: 'tasks', targets: [{task: task!, sources: [source!]}]},
		{cluster, capabilities: {...able, reads}},
	).offers.filter(({isCure}) => isCure);
	return {
		finding,
		key: cureText(finding, true),
		direct: found.flatMap(offer => (offer.kind === 'page' ? [] : [offer.kind])),
		pages: found.flatMap(offer => (offer.kind === 'page' ? [offer.page.kind] : [])),
	};
};

test('operations that the menu has on a page are named with that page', () => {
	const {key, direct, pages} = keyAndMenu('validation-differs', 'validation-differs');
	expect(key).toEqual(['o  Validation (there: resolve difference, ignore difference)']);
	expect([direct, pages]).toEqual([[], ['validation']]);
});

describe('what was tried against an error', () => {
	const stopped = (code: number) => syncing('users', {}, {stage: 'Paused', result: errors(code)});
	const after = (...operations: ReadonlyArray<Partial<OperationObservation>>) => {
		const watched = new Watched().whole(
			entry('mysql-01', [stopped(36_067)]),
			entry('mysql-02', [stopped(10_006), syncing('billing')]),
		);
		for (const operation of operations) {
			watched.wait(5);
			observe(watched.known, {
				kind: 'operation',
				at: watched.now,
				outcome: 'failed',
				subject: 'users/mysql-01',
				text: 'resume of users on mysql-01 failed again: why',
				detail: [],
				task: 'users',
				source: 'mysql-01',
				...operation,
			});
		}

		const drawing = drawingOf(watched.view());
		return drawing.cluster.diagnosis
			.ofTask('users')
			.filter(({error}) => error)
			.map(finding =>
				findingLines(finding, drawing)
					.map(line => line.map(({text}) => text).join(''))
					.filter(text => text.startsWith('tried'))
					.join('\n'),
			);
	};

	it('is told where it failed, with the time, for its place or the whole task', () => {
		expect(after()).toEqual(['', '']);
		expect(after({})).toEqual(['tried 12:00:05  resume of users on mysql-01 failed again: why', '']);
		expect(after({source: undefined, text: 'pause of users refused: no'})).toEqual([
			'tried 12:00:05  pause of users refused: no',
			'tried 12:00:05  pause of users refused: no',
		]);
	});

	it('is only the last of them, and nothing while that is under way or was done', () => {
		expect(after({}, {text: 'again'})).toEqual(['tried 12:00:10  again', '']);
		expect(after({}, {outcome: 'under-way'})).toEqual(['', '']);
		expect(after({task: 'billing'})).toEqual(['', '']);
	});
});

test('operations that the menu has itself are named alone', () => {
	const {finding, key, direct, pages} = keyAndMenu('bad-ddl', 'subtask-error');
	expect(direct).toEqual(finding.operations.filter(kind => operationGroups[kind] !== 'schema'));
	expect(pages).toEqual([]);
	expect(key.join('')).not.toContain('there:');
});
