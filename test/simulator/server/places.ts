/** Places in a binlog as answers write them. */
import type {Upstream} from '../../../source/simulator/model/upstream.js';

export const transactionOf = (gtid: string): number =>
	Number(/-(?<count>\d+)$/v.exec(gtid)?.groups?.['count']);

const offsetOf = (position: string): number =>
	Number(/, (?<offset>\d+)\)/v.exec(position)?.groups?.['offset']);

/** The first location of a shard DDL lies behind the transaction whose GTID it has. */
export const firstLocation = (location: string): {readonly transaction: number; readonly offset: number} => ({
	transaction: transactionOf(location) + 0.5,
	offset: offsetOf(location),
});

/** The binlog position of each reported transaction. */
export class Places {
	readonly #offsets = new Map<number, number>();

	note(position: string, gtid: string): number | undefined {
		if (gtid === '') {
			return undefined;
		}

		this.noteOffset(transactionOf(gtid), offsetOf(position));
		return transactionOf(gtid);
	}

	noteOffset(transaction: number, offset: number): void {
		this.#offsets.set(transaction, offset);
	}

	/** Skips of so many bytes that every transaction comes to stand where it was. */
	rotations(header: number): Upstream['rotations'] {
		let skipped = 0;
		return [...this.#offsets]
			.toSorted(([left], [right]) => left - right)
			.map(([transaction, offset]) => {
				const padding = offset - header - Math.floor(transaction) - skipped;
				skipped += padding;
				return {transaction, padding};
			});
	}
}
