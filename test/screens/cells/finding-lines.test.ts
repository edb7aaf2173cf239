import {expect, test} from 'vitest';
import type {Finding} from '../../../source/findings/finding.js';
import {operationGroups} from '../../../source/providers/operation.js';
import {offers} from '../../../source/operations/offering/offers.js';
import {cureText} from '../../../source/screens/cells/finding-lines.js';
import {able} from '../../operations/chosen.js';
import {simulatedAt} from '../drawing.js';

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

test('operations that the menu has itself are named alone', () => {
	const {finding, key, direct, pages} = keyAndMenu('bad-ddl', 'subtask-error');
	expect(direct).toEqual(finding.operations.filter(kind => operationGroups[kind] !== 'schema'));
	expect(pages).toEqual([]);
	expect(key.join('')).not.toContain('there:');
});
