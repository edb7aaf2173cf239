/**
 * A fleet of tasks as dm-master would answer for it: `/apis/v1alpha1/status/*` documents of any size, whose numbers
 * move as the measurement wants them to.
 */

export type FleetOptions = {
	readonly tasks: number;
	readonly sources: number;
	/** On how many sources each task runs. */
	readonly width: number;
	/**
	 * Some tasks dump, load or are paused by an error, as in a real cluster; without, all replicate and stand in the
	 * order of their names.
	 *
	 * @default false
	 */
	readonly isMixed?: boolean;
	/**
	 * Seconds behind at a step. The same for every task, so that no row changes its place.
	 *
	 * @default 11 at every step
	 */
	readonly lagAt?: (step: number) => number;
};

/** How often the numbers of a task have moved on: the same count gives the same numbers. */
export type StepOf = (task: number) => number;

export type Fleet = {
	/** In the order of their names. */
	readonly tasks: readonly string[];
	readonly sources: readonly string[];
	readonly subtasks: number;
	/** The answer of these sources (all, by default), as JSON text. */
	readonly answer: (stepOf: StepOf, sources?: readonly string[]) => string;
};

/** A number below `below`, the same for the same task and step: neighbours have nothing to do with each other. */
const scatter = (task: number, step: number, below: number): number => {
	const mixed = ((task + 1) * 0.6180339887 + (step + 1) * 0.4142135623) % 1;
	return Math.floor(((mixed * 1_000_003) % 1) * below);
};

const sourceId = (source: number): string =>
	`00c0${source.toString(16).padStart(4, '0')}-8f1a-11ee-b962-0242ac120002`;

const position = (file: number, offset: number): string =>
	`(mysql-bin.${String(file).padStart(6, '0')}, ${offset})`;

const sync = (task: number, source: number, step: number, lag: number) => {
	const rate = 200 + scatter(task, 0, 40_000);
	const rows = 1_000_000 + step * rate + scatter(task, step, rate);
	const flushed = 4_000_000 + step * 120_000;
	return {
		totalEvents: String(rows),
		totalTps: String(rate),
		recentTps: String(rate + (step % 7)),
		masterBinlog: position(42, flushed + 1000 + scatter(task, step, 900_000)),
		masterBinlogGtid: `${sourceId(source)}:1-${90_000_000 + step * 900}`,
		syncerBinlog: position(42, flushed),
		syncerBinlogGtid: `${sourceId(source)}:1-${89_999_000 + step * 900}`,
		blockingDDLs: [],
		unresolvedGroups: [],
		synced: false,
		binlogType: 'remote',
		secondsBehindMaster: String(lag),
		blockDDLOwner: '',
		conflictMsg: '',
		totalRows: String(rows),
		totalRps: String(rate),
		recentRps: String(rate + (step % 7)),
	};
};

const load = (task: number, step: number) => {
	const finished = Math.min(99, 1 + (step % 90) + scatter(task, 0, 9));
	return {
		finishedBytes: String(finished * 2_184_365),
		totalBytes: '218436524',
		progress: `${finished.toFixed(2)} %`,
		metaBinlog: position(1, 220_329_821),
		metaBinlogGTID: '1-1-35',
		bps: String(2_136_308 + scatter(task, step, 900_000)),
	};
};

const dump = (task: number, step: number) => ({
	totalTables: '40',
	completedTables: step % 40,
	finishedBytes: 5_278_173.5 * (1 + (step % 90)),
	finishedRows: 56_300 * (1 + (step % 90)),
	estimateTotalRows: 5_630_000,
	bps: String(4_450_000 + scatter(task, step, 900_000)),
	progress: `${(1 + (step % 90)).toFixed(2)} %`,
});

const syncError = {
	isCanceled: false,
	errors: [
		{
			ErrCode: 36_067,
			ErrClass: 'sync-unit',
			ErrScope: 'internal',
			ErrLevel: 'high',
			Message:
				'startLocation: [position: (mysql-bin.000042, 4000000), gtid-set: ], endLocation: [position: (mysql-bin.000042, 4000141), gtid-set: ], origin SQL: [alter table shop.orders add column g point not null]: parse DDL: alter table shop.orders add column g point not null',
			RawCause: 'line 1 column 36 near "point not null" ',
			Workaround: 'Please confirm your DDL statement is correct and needed.',
		},
	],
	detail: null,
};

/** What the unit of a subtask does: by its kind, of which there are 50, and most replicate. */
const workOf = (kind: number, task: number, source: number, step: number, lag: number) => {
	switch (kind) {
		case 7: {
			return {stage: 'Running', unit: 'Load', result: null, load: load(task, step)};
		}

		case 11: {
			return {stage: 'Running', unit: 'Dump', result: null, dump: dump(task, step)};
		}

		case 13: {
			return {stage: 'Paused', unit: 'Sync', result: syncError, sync: sync(task, source, 0, lag)};
		}

		default: {
			return {stage: 'Running', unit: 'Sync', result: null, sync: sync(task, source, step, lag)};
		}
	}
};

/** DM's gateway indents its JSON by so many blanks a level: a third of what a master sends. */
const indent = 2;

/** A fleet of `tasks` on `sources`, each task on `width` of them in turn. */
export const createFleet = ({
	tasks,
	sources,
	width,
	isMixed = false,
	lagAt = () => 11,
}: FleetOptions): Fleet => {
	const taskNames = Array.from({length: tasks}, (_, task) => `orders-${String(task).padStart(6, '0')}`);
	const sourceNames = Array.from(
		{length: sources},
		(_, source) => `mysql-${String(source).padStart(3, '0')}`,
	);
	const perSource = Array.from({length: sources}, (): number[] => []);
	for (let task = 0; task < tasks; task++) {
		for (let i = 0; i < width; i++) {
			perSource[(task + i * 7) % sources]!.push(task);
		}
	}

	const answerOf = (source: number, stepOf: StepOf) => ({
		result: true,
		msg: '',
		sourceStatus: {source: sourceNames[source], worker: `worker-${source}`, result: null, relayStatus: null},
		subTaskStatus: perSource[source]!.map(task => {
			const step = stepOf(task);
			const kind = isMixed ? task % 50 : 0;
			const {stage, unit, result, ...status} = workOf(kind, task, source, step, lagAt(step));
			return {
				name: taskNames[task],
				stage,
				unit,
				result,
				unresolvedDDLLockID: '',
				...status,
				validation: null,
			};
		}),
	});

	return {
		tasks: taskNames,
		sources: sourceNames,
		subtasks: tasks * width,
		answer: (stepOf, asked = sourceNames) =>
			JSON.stringify(
				{
					result: true,
					msg: '',
					sources: asked.map(name => answerOf(sourceNames.indexOf(name), stepOf)),
				},
				undefined,
				indent,
			),
	};
};
