/** `--record`: writes down what a provider says, beside passing it on. */
import {randomUUID} from 'node:crypto';
import type {Operation, OperationAnswer, Operator} from '../operation.js';
import type {Observation, Provider, Trouble} from '../provider.js';
import {formatVersion, RecordingError} from './format.js';
import {Recorder} from './recorder.js';
import {Redactor} from './redact/redactor.js';
import {RecordingWriter} from './writing/recording-writer.js';

export type RecordOptions = {
	/** The file to make. Its name says how it is stored: .gz, .zst, or JSON lines as they are. */
	readonly path: string;
	/** Hides hosts, database names and SQL texts. Passwords are never recorded. */
	readonly redact?: boolean;
	/** Bytes of disk for all parts together, 1 MiB or more; the oldest part gives way. */
	readonly maxBytes?: number;
	/** Dm-top's own version, for the header. */
	readonly version?: string;
	/**
	 * Called once when recording stops (the disk is full, the file is gone, …), and with undefined when it goes on
	 * again by itself.
	 */
	readonly onTrouble?: (trouble: Trouble | undefined) => void;
};

export type RecordedProvider = Provider & {
	/** The same operator, with what it is asked and what it answers written down. */
	recordOperator(operator: Operator): Operator;
};

/**
 * The same provider, with every observation written to a file. The first call of `observe` is the recording: the file
 * is whole when it ends. The observations themselves pass as they are, also when nothing can be written.
 *
 * @throws {RecordingError} When the file exists or cannot be made, with what to do.
 */
export const recordProvider = (provider: Provider, options: RecordOptions): RecordedProvider => {
	const {path, redact = false, maxBytes, version = '', onTrouble} = options;
	if (provider.name === 'replay') {
		throw new RecordingError('A replay is a recording already: copy the file instead of recording it.');
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
			title: redactor.text(provider.title),
			start: now(),
			redacted: redact,
			recording: randomUUID(),
		},
		onTrouble: onTrouble ?? (() => undefined),
	});
	const recorder = new Recorder(writer);
	const beside = (work: () => void): void => {
		try {
			work();
		} catch (error) {
			onTrouble?.({
				what: 'An observation could not be recorded',
				fix: 'The others are.',
				detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
			});
		}
	};

	const record = (observation: Observation): void => {
		beside(() => {
			recorder.record(redactor.observation(observation));
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
		refresh: provider.refresh && (() => provider.refresh?.()),
		focus: provider.focus && (sources => provider.focus?.(sources)),
		now: provider.now && (() => provider.now?.() ?? Date.now()),
		recordOperator: operator => ({
			kinds: operator.kinds,
			async operate(operation: Operation, signal: AbortSignal): Promise<OperationAnswer> {
				recordOperation({asked: operation});
				const answer = await operator.operate(operation, signal);
				recordOperation({asked: operation, answer});
				return answer;
			},
		}),
	};
};
