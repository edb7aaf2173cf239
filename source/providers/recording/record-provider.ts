/** `--record`: writes down what a provider says, beside passing it on. */
import {randomUUID} from 'node:crypto';
import {say} from '../../language/say.js';
import {type Operator, forTheRecord} from '../operation.js';
import type {Observation, Provider, Problem} from '../provider.js';
import {stackOf} from '../../terminal/thrown.js';
import {formatVersion, RecordingError} from './format.js';
import {Recorder} from './recorder.js';
import {Redactor} from './redact/redactor.js';
import {RecordingWriter} from './writing/recording-writer.js';

export type RecordOptions = {
	/** The file to make. Its name says how it is stored: .gz, .zst, or JSON lines as they are. */
	readonly path: string;
	/** Hides hosts, names of databases, SQL and unknown words. Passwords and values of rows are never recorded. */
	readonly redact?: boolean;
	/** Bytes of disk for all parts together, 1 MiB or more; the oldest part gives way. */
	readonly maxBytes?: number;
	/** What the cluster is called on screen, which a replay calls it too; without it the provider's title. */
	readonly name?: string;
	/** Dm-top's own version, for the header. */
	readonly version?: string;
	/**
	 * Called once when recording stops (the disk is full, the file is gone, …), and with undefined when it continues
	 * again by itself.
	 */
	readonly onProblem?: (problem: Problem | undefined) => void;
};

/** The same operator, with what it is asked and what it answers given to `write`. */
const recordOperator = (
	operator: Operator,
	write: (what: Readonly<Record<string, unknown>>) => void,
): Operator => ({
	kinds: operator.kinds,
	async operate(operation, signal) {
		write({asked: forTheRecord(operation)});
		const answer = await operator.operate(operation, signal);
		write({asked: forTheRecord(operation), answer});
		return answer;
	},
});

/**
 * The same provider, with every observation and operation written to a file, which is whole when `observe` ends.
 * The observations themselves pass as they are, also when nothing can be written.
 *
 * @throws {RecordingError} When the file exists or cannot be made, with what to do.
 */
export const recordProvider = (provider: Provider, options: RecordOptions): Provider => {
	const {path, redact = false, maxBytes, name = '', version = '', onProblem} = options;
	if (provider.name === 'replay') {
		throw new RecordingError(say('A replay is a recording already: copy the file instead of recording it.'));
	}

	const redactor = new Redactor({hidesNames: redact});
	const now = (): number => provider.now?.() ?? Date.now();
	const writer = new RecordingWriter({
		path,
		maxBytes,
		header: {
			'dm-top': 'recording',
			format: formatVersion,
			version,
			provider: provider.name,
			title: redactor.text(name === '' ? provider.title : name),
			start: now(),
			redacted: redact,
			recording: randomUUID(),
		},
		onProblem: onProblem ?? (() => undefined),
	});
	const recorder = new Recorder(writer);
	let isTold = false;
	const beside = (work: () => void): void => {
		try {
			work();
		} catch (error) {
			if (!isTold) {
				onProblem?.({
					what: say('An observation could not be recorded'),
					fix: say('The others are.'),
					detail: stackOf(error),
				});
			}

			isTold = true;
		}
	};

	const record = (observation: Observation): void => {
		beside(() => {
			recorder.record(observation, redactor.observation(observation));
		});
	};

	const recordOperation = (what: Readonly<Record<string, unknown>>): void => {
		beside(() => {
			recorder.recordOperation(now(), redactor.record(what));
		});
	};

	return {
		name: provider.name,
		title: provider.title,
		async *observe(observeOptions) {
			try {
				for await (const observation of provider.observe(observeOptions)) {
					record(observation);
					yield observation;
				}
			} finally {
				await recorder.end();
			}
		},
		isPushed: provider.isPushed,
		operator: provider.operator && recordOperator(provider.operator, recordOperation),
		note: record,
		locks: provider.locks,
		// What pages show is not recorded.
		readers: provider.readers,
		metrics: provider.metrics,
		refresh: provider.refresh && (() => provider.refresh?.()),
		focus: provider.focus && (sources => provider.focus?.(sources)),
		now: provider.now && (() => provider.now?.() ?? Date.now()),
	};
};
