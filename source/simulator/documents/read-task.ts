/** Parses a task's configuration, as far as a simulation supports it: name, mode, sources, safe mode. */
import {terrorText} from '../errors/terror.js';
import type {Simulation} from '../model/model.js';
import {shardModes, taskModes, type TaskSpec} from '../model/scenario.js';
import {parseGoDuration} from './go-duration.js';
import {scalarsOf} from './scalars.js';

/** What a configuration asks for. */
export type TaskDocument = {
	readonly spec: TaskSpec;
	/** Seconds of safe mode after the start; Infinity for a task that always runs in it. */
	readonly safeMode: number;
};

const mistake = (code: number, message: string, workaround: string): string =>
	terrorText({code, class: 'dm-master', scope: 'internal', level: 'medium', message, workaround});

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
	words.find(word => word === text);

/** Seconds in safe mode, by the first `safe-mode` and `safe-mode-duration` of the document. */
const safeModeIn = (text: string): number => {
	const [isOn = 'false'] = scalarsOf(text, 'safe-mode', 'anywhere');
	const [lasts = ''] = scalarsOf(text, 'safe-mode-duration', 'anywhere');
	return isOn === 'true' ? Infinity : (parseGoDuration(lasts) ?? 0);
};

/** For a new task: a size and speed that can be watched. */
const newTask = (name: string, mode: TaskSpec['mode']): TaskSpec => ({
	name,
	mode,
	shardMode: '',
	sources: [],
	unit: mode === 'incremental' ? 'Sync' : 'Dump',
	progress: 0,
	bytes: 2e9,
	tables: 24,
	speed: 40e6,
	behind: 0,
	headroom: 5,
	share: 0.6,
	target: `${/^\w+/v.exec(name)?.[0] ?? 'app'}.events`,
	validation: '',
	check: '',
	state: 'new',
});

/** Parses a task's YAML; a string is DM's reason for refusing it. */
export const readTaskDocument = (simulation: Simulation, text: string): TaskDocument | string => {
	const [name = ''] = scalarsOf(text, 'name');
	if (name === '') {
		return mistake(
			20_019,
			'must specify a unique task name',
			'Please check the `name` config in task configuration file.',
		);
	}

	const mode = oneOf(taskModes, scalarsOf(text, 'task-mode')[0] ?? '');
	if (mode === undefined) {
		return mistake(
			20_020,
			'please specify right task-mode, support `full`, `incremental`, `all`, `dump`, `load`',
			'Please check the `task-mode` config in task configuration file.',
		);
	}

	const shardMode = oneOf(shardModes, scalarsOf(text, 'shard-mode')[0] ?? '') ?? '';
	const sources = [...new Set(scalarsOf(text, 'source-id', 'anywhere'))];
	if (sources.length === 0) {
		return mistake(
			20_013,
			'must specify at least one mysql-instances',
			'Please check the `mysql-instances` config in task configuration file.',
		);
	}

	const missing = sources.find(source => !simulation.sources.has(source));
	if (missing !== undefined) {
		return mistake(
			20_031,
			`source ${missing} in deployment configuration not found`,
			'Please use `operate-source create source-config-file-path` to add source.',
		);
	}

	const known = simulation.specs.get(name);
	return {
		spec: {...(known?.mode === mode ? known : newTask(name, mode)), shardMode, sources},
		safeMode: safeModeIn(text),
	};
};
