/** `--record`: writes down a provider's observations while passing them on. */
import {randomUUID} from 'node:crypto';
import {say} from '../../language/say.js';
import {type Operator, forTheRecord} from '../operation.js';
import type {Observation, Provider, Problem} from '../provider.js';
import {stackOf} from '../../terminal/thrown.js';
import {inSlices} from '../slices.js';
import {timeOf} from '../steady-clock.js';
import {formatVersion, RecordingError} from './format.js';
import {Recorder} from './recorder.js';
import {Redactor} from './redact/redactor.js';
import {RecordingWriter} from './writing/recording-writer.js';

/** What is recorded, and where. */
export type RecordOptions = {
	/** The file to create. Its name decides the compression: .gz, .zst, or plain JSON lines. */
	readonly path: string;
	/**
	 * Whether to hide hosts, names of databases, SQL and unknown words. Passwords and values of rows are never
	 * recorded.
	 */
	readonly redact?: boolean;
	/** The limit for all parts together, bytes, 1 MiB or more; the oldest part is removed. */
	readonly maxBytes?: number;
	/** The cluster's name on screen, also for replays; default: the provider's title. */
	readonly name?: string;
	/** Dm-top's own version, for the header. */
	readonly version?: string;
	/**
	 * Called once when recording stops (the disk is full, the file is gone, …), and with undefined when it continues
	 * again by itself.
	 */
	readonly onProblem?: (problem: Problem | undefined) => void;
};

/** The same operator, with operations and answers passed to `write`. */
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
 * The same provider, with every observation and operation written to a file, which is complete when `observe` ends. The
 * observations are passed on unchanged, even when nothing can be written.
 *
 * @throws {RecordingError} When the file exists or cannot be created, with advice.
 */
export const recordProvider = (provider: Provider, options: RecordOptions): Provider => {
	const {path, redact = false, maxBytes, name = '', version = '', onProblem} = options;
	if (provider.name === 'replay') {
		throw new RecordingError(say('A replay is a recording already: copy the file instead of recording it.'));
	}

	const redactor = new Redactor({hidesNames: redact});
	const now = (): number => timeOf(provider);
	const writer = new RecordingWriter({
		path,
		maxBytes,
		header: {
			'dm-top': 'recording',
			format: formatVersion,
			version,
			provider: provider.name,
			title: name === '' ? redactor.title(provider.title) : redactor.text(name),
			start: now(),
			redacted: redact,
			recording: randomUUID(),
		},
		onProblem: onProblem ?? (() => undefined),
	});
	const recorder = new Recorder(writer);
	let isTold = false;
	const tell = (error: unknown): void => {
		if (!isTold) {
			onProblem?.({
				what: say('An observation could not be recorded'),
				fix: say('The others are.'),
				detail: stackOf(error),
			});
		}

		isTold = true;
	};

	const beside = (work: () => void): void => {
		try {
			work();
		} catch (error) {
			tell(error);
		}
	};

	const record = (observation: Observation): void => {
		beside(() => {
			recorder.record(observation, redactor.observation(observation));
		});
	};

	/** The same of an answer, which may be megabytes: no key has to wait for all of it. */
	const recordInSlices = async (observation: Observation): Promise<void> => {
		try {
			const written = await inSlices(redactor.observationSteps(observation));
			await inSlices(recorder.recordSteps(observation, written));
		} catch (error) {
			tell(error);
		}
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
					await recordInSlices(observation);
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
		// The content of pages is not recorded.
		readers: provider.readers,
		metrics: provider.metrics,
		refresh: provider.refresh && (() => provider.refresh?.()),
		focus: provider.focus && (sources => provider.focus?.(sources)),
		now: provider.now && (() => timeOf(provider)),
	};
};
