/**
 * The names of a cluster for completion: asked for with a short deadline, and cached for a while.
 */
import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Provider} from '../../../providers/provider.js';
import {readTextFile} from '../../../terminal/files/text-file.js';
import {escapeJson} from '../../../terminal/sanitize.js';
import {replaceFile} from '../../written/kept/replace-file.js';
import type {ClusterNames} from './candidate.js';

/** How long Tab waits for an answer, ms. */
const deadline = 800;

/** How long names are used without asking again, ms; and how long old names are better than none. */
const fresh = 10_000;
const usable = 24 * 3_600_000;

/** The names of a cluster of which nothing is known. */
export const noNames: ClusterNames = {tasks: new Map(), sources: [], workers: [], masters: []};

type CachedNames = {
	readonly at: number;
	readonly tasks: ReadonlyArray<readonly [string, readonly string[]]>;
	readonly sources: readonly string[];
	readonly workers: readonly string[];
	readonly masters: readonly string[];
};

/** Without names that contain control characters: they cannot be typed anyway. */
const typeable = (names: Iterable<string>): string[] =>
	[...new Set(names)].filter(name => name !== '' && !/\p{Other}/v.test(name)).toSorted();

const isEmpty = ({tasks, sources, workers}: ClusterNames): boolean =>
	tasks.size + sources.length + workers.length === 0;

/** The names in one observation, as far as they have come when the time is up. */
const ask = async (provider: Provider): Promise<ClusterNames> => {
	const tasks = new Map<string, Set<string>>();
	const sources = new Set<string>();
	const workers = new Set<string>();
	const masters = new Set<string>();
	const signal = AbortSignal.timeout(deadline);
	const look = async (): Promise<void> => {
		for await (const observation of provider.observe({signal, once: true, interval: () => 1000})) {
			if (observation.kind === 'status') {
				for (const {name, sources: named} of observation.status.listed) {
					tasks.set(name, new Set([...(tasks.get(name) ?? []), ...named]));
				}

				for (const {source, worker, subtasks} of observation.status.sources) {
					sources.add(source);
					workers.add(worker);
					for (const {task} of subtasks) {
						tasks.set(task, (tasks.get(task) ?? new Set()).add(source));
					}
				}
			} else if (observation.kind === 'cluster') {
				for (const {name, source} of observation.workers ?? []) {
					workers.add(name);
					sources.add(source);
				}

				for (const {name} of observation.masters ?? []) {
					masters.add(name);
				}
			}
		}
	};

	const {promise: over, resolve} = Promise.withResolvers<undefined>();
	signal.addEventListener('abort', () => {
		resolve(undefined);
	});
	await Promise.race([look().catch(() => undefined), over]);
	return {
		tasks: new Map(typeable(tasks.keys()).map(name => [name, typeable(tasks.get(name)!)])),
		sources: typeable(sources),
		workers: typeable(workers),
		masters: typeable(masters),
	};
};

const read = async (file: string, now: number): Promise<{names: ClusterNames; age: number} | undefined> => {
	try {
		const {at, tasks, ...others} = JSON.parse(await readTextFile(file)) as CachedNames;
		const age = now - at;
		return age >= 0 && age < usable ? {names: {tasks: new Map(tasks), ...others}, age} : undefined;
	} catch {
		return undefined;
	}
};

const write = (file: string, names: ClusterNames, at: number): void => {
	const kept: CachedNames = {at, ...names, tasks: [...names.tasks]};
	try {
		replaceFile(file, escapeJson(JSON.stringify(kept)));
	} catch {
		// The names are asked for again next time.
	}
};

/**
 * The names of a cluster; cached ones where it does not answer in time, else none.
 *
 * @param origin Identifies the cluster.
 * @param open Opens its provider.
 * @param folder Where names are cached, writable by the user only; undefined for nowhere.
 */
export const namesInCluster = async (
	origin: unknown,
	open: () => Promise<Provider>,
	folder: string | undefined,
): Promise<ClusterNames> => {
	const key = createHash('sha256').update(JSON.stringify(origin)).digest('hex').slice(0, 16);
	const file = folder === undefined ? undefined : path.join(folder, `names-${key}.json`);
	const now = Date.now();
	const kept = file === undefined ? undefined : await read(file, now);
	if (kept && kept.age < fresh) {
		return kept.names;
	}

	const names = await ask(await open()).catch(() => noNames);
	if (isEmpty(names)) {
		return kept?.names ?? noNames;
	}

	if (file !== undefined) {
		write(file, names, now);
	}

	return names;
};
