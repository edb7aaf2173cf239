/** The answers recorded from a DM v7.5.5 cluster, and reading them. */
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', 'fixtures');

/** The text of a fixture, by its path under test/fixtures. */
export const readFixture = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The paths under test/fixtures that a pattern matches, sorted. */
export const findFixtures = (pattern: string): string[] => globSync(pattern, {cwd: root}).toSorted();

/** The scenarios in which the cluster was recorded through all three ways at the same moment. */
export const scenarios = findFixtures('dm-v7.5/*/v1alpha1-status.json').map(file => path.dirname(file));

/** A document of v1alpha1 as JSON text. */
export const queryStatus = (
	sources: readonly unknown[],
	rest: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({result: true, msg: '', sources, ...rest});

/** One entry of `sources`. */
export const sourceAnswer = (
	source: string,
	subTaskStatus: readonly unknown[],
	rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
	result: true,
	msg: '',
	sourceStatus: {source, worker: `worker-of-${source}`, result: null, relayStatus: null},
	subTaskStatus,
	...rest,
});

/** One entry of `subTaskStatus`. */
export const subtaskAnswer = (
	name: string,
	rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
	name,
	stage: 'Running',
	unit: 'Sync',
	result: null,
	unresolvedDDLLockID: '',
	validation: null,
	...rest,
});
