/**
 * An upstream's binlog. Everything depends on one number, the count of its transactions: file, position and GTID set
 * are functions of it, so they always agree with each other, for the master, the relay and every checkpoint.
 */
import {countBefore} from '../../dm/values/count-before.js';
import {between, type Random} from './random.js';

/** Transactions that are missing from a GTID set. */
export type Gap = {readonly from: number; readonly to: number};

/** The kind of database, as DM names it. */
export type Flavor = 'mysql' | 'mariadb';

/** A database whose application writes at a certain rate. */
export type Upstream = {
	readonly flavor: Flavor;
	/** MySQL's server_uuid, or MariaDB's "domain-server". */
	readonly server: string;
	readonly filePrefix: string;
	readonly host: string;
	readonly port: number;
	/** The normal rate, rows/s. */
	rate: number;
	readonly rowsPerTransaction: number;
	readonly bytesPerTransaction: number;
	/** Bytes of a binlog file, as max_binlog_size. */
	readonly fileSize: number;
	readonly random: Random;
	/** Transactions so far; the fraction is one in progress. */
	transaction: number;
	isReachable: boolean;
	/** It accepts connections but does not answer: workers that ask for its position wait. */
	isFrozen: boolean;
	/** The slow wave of the load, around 1. */
	tide: number;
	/** Extra starts of a new file, as after a restart: the transaction, and the number of skipped bytes. */
	readonly rotations: Array<{readonly transaction: number; readonly padding: number}>;
	/** `samples[i]` is the transaction at second `samplesFrom + i * sampleEvery`. */
	readonly samples: number[];
	samplesFrom: number;
};

/** Seconds between two samples of the past. */
export const sampleEvery = 10;

/** The number of samples, about two days; older lag follows from the normal rate. */
const samplesKept = 17_280;

/** The period of the load's wave, seconds. */
const tideEvery = 30;

/** The magic number and the format description event: the position of the first event of a file. */
const fileHeader: Readonly<Record<Flavor, number>> = {mysql: 157, mariadb: 330};

const fileNumberWidth = 6;

/** Bytes of binlog written up to and with a transaction, rotations included. */
const offsetOf = (upstream: Upstream, transaction: number): number => {
	const whole = Math.floor(transaction);
	const {bytesPerTransaction, rotations} = upstream;
	// Transactions differ in size, by less than half the mean, which keeps the order.
	const uneven = ((whole * 48_271) % 65_521) % Math.max(1, Math.floor(bytesPerTransaction / 2));
	let offset = whole * bytesPerTransaction + uneven;
	for (const rotation of rotations) {
		if (rotation.transaction <= transaction) {
			offset += rotation.padding;
		}
	}

	return offset;
};

/** File name and position after a transaction. */
export const fileAndPosition = (
	upstream: Upstream,
	transaction: number,
): {readonly file: string; readonly position: number} => {
	const header = fileHeader[upstream.flavor];
	const offset = offsetOf(upstream, transaction);
	const usable = upstream.fileSize - header;
	const number = Math.floor(offset / usable) + 1;
	return {
		file: `${upstream.filePrefix}.${String(number).padStart(fileNumberWidth, '0')}`,
		position: header + (offset % usable),
	};
};

/** As DM prints a position: "(mysql-bin.000001, 4)". */
export const printedPosition = (upstream: Upstream, transaction: number): string => {
	const {file, position} = fileAndPosition(upstream, transaction);
	return `(${file}, ${position})`;
};

/** The intervals from the first transaction to the last, without the gaps: "1-100:103-200". */
const intervals = (last: number, gaps: readonly Gap[]): string => {
	const parts: string[] = [];
	let from = 1;
	for (const gap of gaps) {
		if (gap.from > from && gap.from <= last) {
			parts.push(`${from}-${gap.from - 1}`);
		}

		from = Math.max(from, gap.to + 1);
	}

	return [...parts, ...(from <= last ? [`${from}-${last}`] : [])].join(':');
};

/** The GTID set after a transaction. MariaDB's knows no gaps. */
export const gtidText = (upstream: Upstream, transaction: number, gaps: readonly Gap[] = []): string => {
	const whole = Math.floor(transaction);
	return upstream.flavor === 'mariadb'
		? `${upstream.server}-${whole}`
		: `${upstream.server}:${intervals(whole, gaps)}`;
};

/** As DM prints a location inside an error: "position: (f, p), gtid-set: g". */
export const locationText = (upstream: Upstream, transaction: number): string =>
	`position: ${printedPosition(upstream, transaction)}, gtid-set: ${gtidText(upstream, transaction)}`;

/** The normal rate, transactions/s. */
export const ordinaryRate = (upstream: Upstream): number => upstream.rate / upstream.rowsPerTransaction;

/** One second of the upstream's own work. */
export const stepUpstream = (upstream: Upstream, now: number): void => {
	const {random, samples} = upstream;
	if (upstream.isReachable && !upstream.isFrozen && upstream.rate > 0) {
		if (now % tideEvery === 0) {
			const pull = (1 - upstream.tide) * 0.15;
			upstream.tide = Math.min(1.7, Math.max(0.5, upstream.tide + between(random, -0.18, 0.18) + pull));
		}

		upstream.transaction += ordinaryRate(upstream) * upstream.tide * between(random, 0.75, 1.25);
	}

	if (now % sampleEvery !== 0) {
		return;
	}

	samples.push(upstream.transaction);
	if (samples.length <= samplesKept * 2) {
		return;
	}

	samples.splice(0, samplesKept);
	upstream.samplesFrom += samplesKept * sampleEvery;
};

/** How many of the samples are not past a transaction. */
const samplesUpTo = ({samples}: Upstream, transaction: number): number =>
	countBefore(samples, sample => sample <= transaction);

/** The second at which the upstream wrote a transaction. */
export const timeOf = (upstream: Upstream, transaction: number, now: number): number => {
	const {samples, samplesFrom} = upstream;
	const [oldest = upstream.transaction] = samples;
	if (transaction < oldest) {
		return samplesFrom - (oldest - transaction) / Math.max(ordinaryRate(upstream), 0.001);
	}

	const count = samplesUpTo(upstream, transaction);
	const before = samples[count - 1] ?? oldest;
	const after = samples[count] ?? upstream.transaction;
	const from = samplesFrom + (count - 1) * sampleEvery;
	const span = count < samples.length ? sampleEvery : Math.max(now - from, 0);
	const part = after > before ? (transaction - before) / (after - before) : 1;
	return from + span * part;
};

/** The transaction at a second: the first one that was written then or later. */
export const transactionAt = (upstream: Upstream, second: number, now: number): number => {
	const {samples, samplesFrom} = upstream;
	if (second >= now) {
		return Math.floor(upstream.transaction);
	}

	const [oldest = upstream.transaction] = samples;
	return second < samplesFrom || samples.length === 0
		? Math.max(1, Math.floor(oldest - (Math.min(samplesFrom, now) - second) * ordinaryRate(upstream)))
		: Math.floor(samples[Math.floor((second - samplesFrom) / sampleEvery)] ?? upstream.transaction);
};

/** Loses its last transactions, like an upstream that was restored from a backup. */
export const fallBack = (upstream: Upstream, transactions: number): void => {
	upstream.transaction = Math.max(1, Math.floor(upstream.transaction - transactions));
	// Later samples no longer belong to this binlog.
	for (const [index, sample] of upstream.samples.entries()) {
		upstream.samples[index] = Math.min(sample, upstream.transaction);
	}
};

/** A new binlog file, as after a restart. */
export const rotate = (upstream: Upstream): void => {
	const whole = Math.floor(upstream.transaction) + 1;
	const usable = upstream.fileSize - fileHeader[upstream.flavor];
	upstream.rotations.push({transaction: whole, padding: usable - (offsetOf(upstream, whole) % usable)});
};
