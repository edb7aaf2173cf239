/** What is wrong is found alike in a recording, redacted or not: since when, what DM's errors mean, and what to do. */
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {explainError} from '../../../../source/dm/errors.js';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import type {ParsedStatus} from '../../../../source/dm/status.js';
import {finish} from '../../../../source/dm/steps.js';
import {diagnoseSteps} from '../../../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../../../source/findings/diagnosis.js';
import type {Finding} from '../../../../source/findings/finding.js';
import {viewSteps} from '../../../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../../../source/monitor/known.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';
import {advance, createSimulation} from '../../../../source/simulator/running/simulation.js';
import {Observer} from '../../../../source/simulator/provider/observer.js';
import {loadScenario} from '../../../../source/simulator/scenario/load.js';

const start = Date.UTC(2025, 10, 23, 12);

/** Names of workers may hold hosts, and other names stand for them. */
const toldOf = ({
	kind,
	severity,
	task,
	source,
	since,
	isSinceAtLeast,
	operations,
	retries,
	error,
}: Finding) => {
	const explained = error && explainError(error);
	return {
		kind,
		severity,
		task,
		source,
		since,
		isSinceAtLeast,
		operations,
		retries,
		error: explained && {
			id: explained.id,
			code: error.code,
			position: explained.parts.position,
			end: explained.parts.end,
			gtidSet: explained.parts.gtidSet,
			side: explained.parts.side,
			hasStatement: explained.parts.statement !== '',
			retries: explained.retries,
		},
	};
};

const found = (said: readonly Observation[]): unknown => {
	const known = createClusterState();
	let cluster: DiagnosedView | undefined;
	const all: unknown[] = [];
	for (const observation of said) {
		observe(known, observation);
		cluster = finish(diagnoseSteps(finish(viewSteps(known, observation.at)), cluster));
		all.push(
			cluster.diagnosis.findings.map(finding => toldOf(finding)),
			cluster.events.map(({at}) => at),
		);
	}

	return all;
};

const expectAlike = (said: readonly Observation[]): void => {
	const expected = found(said);
	for (const hidesNames of [false, true]) {
		const redactor = new Redactor({hidesNames});
		expect(found(said.map(observation => redactor.observation(observation)))).toEqual(expected);
	}
};

const fixtures = path.join(import.meta.dirname, '../../../fixtures');

/** The documents of a file that tell the status of a cluster. */
const statusesIn = (text: string): readonly ParsedStatus[] => {
	try {
		return [parseStatusDocument(text)];
	} catch {
		return [];
	}
};

const documents = globSync('**/*.{json,jsonl,txt}', {cwd: fixtures})
	.toSorted()
	.map(file => {
		const text = readFileSync(path.join(fixtures, file), 'utf8');
		const parts = file.endsWith('.jsonl') ? text.split('\n').filter(line => line.trim() !== '') : [text];
		return [file, parts.flatMap(part => statusesIn(part))] as const;
	})
	.filter(([, statuses]) => statuses.length > 0);

test('there are documents to compare', () => {
	expect(documents.length).toBeGreaterThan(100);
});

test.each(documents)('in %s', (_, statuses) => {
	expectAlike(
		statuses.map((status, index): Observation => ({kind: 'status', at: start + index * 10_000, status})),
	);
});

test.each([
	'bad-ddl',
	'shard-lock',
	'relay-trouble',
	'upstream-down',
	'worker-lost',
	'migration-night',
	'shop',
])('in the scenario %s', scenario => {
	const simulation = createSimulation({scenario: loadScenario(scenario), seed: 1});
	const observer = new Observer(simulation);
	const said: Observation[] = [];
	for (let second = 0; second < 2700; second += 60) {
		advance(simulation, second * 1000);
		said.push(...observer.look(start + second * 1000, {isOnce: false}));
	}

	expectAlike(said);
});
