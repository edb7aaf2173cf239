/**
 * What a change of the screen would cost a terminal program that sends the changed cells alone: each run of them in a
 * row with one absolute move before it, and a short style code wherever the look changes. No scroll regions, no
 * relative moves, nothing erased.
 */
import {Buffer} from 'node:buffer';
import type {Cell} from './replay.js';

/** A style code such as `␛[33m`. */
const styleCode = 5;

/** `␛[?2026h` and `␛[?2026l` around a frame. */
const synchronized = 16;

/** `␛[12;34H` */
const moveTo = (row: number, column: number): number => `␛[${row + 1};${column + 1}H`.length;

/** Bytes from one screen to the next. */
export const cellDifference = (
	before: ReadonlyArray<readonly Cell[]>,
	after: ReadonlyArray<readonly Cell[]>,
): number => {
	let bytes = synchronized;
	let style = '';
	for (const [row, cells] of after.entries()) {
		let isInRun = false;
		for (const [column, cell] of cells.entries()) {
			const old = before[row]?.[column];
			const isChanged = old?.text !== cell.text || old.style !== cell.style;
			if (isChanged) {
				bytes += isInRun ? 0 : moveTo(row, column);
				bytes += cell.style === style ? 0 : styleCode;
				bytes += cell.text === '' ? 1 : Buffer.byteLength(cell.text);
				style = cell.style;
			}

			isInRun = isChanged;
		}
	}

	return bytes;
};
