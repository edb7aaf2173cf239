/** The one table that the benchmark prints. */
import os from 'node:os';
import process from 'node:process';
import type {Measure, Section, Unit} from './measure.js';

const rounded = (value: number, unit: Unit): string => {
	if (!Number.isFinite(value)) {
		return 'never';
	}

	const digits = unit === 'B' || unit === 'B/s' ? 0 : unit === '×' || value < 1 ? 2 : 1;
	const number = value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return unit === '' ? number : `${number} ${unit}`;
};

const verdict = ({value, target}: Measure): string => {
	if (target === undefined || value === undefined) {
		return '';
	}

	return value <= target ? 'ok' : 'over';
};

/** This machine, in a line: the numbers mean nothing without it. */
export const machine = (): string => {
	const cores = os.cpus();
	return [
		`${cores[0]?.model.trim() ?? 'unknown processor'} x${cores.length}`,
		`Node ${process.versions.node}`,
		`${os.type()} ${os.release()} ${os.arch()}`,
	].join(', ');
};

/** How many programs wanted a processor in the last minute: on a busy machine every time is longer. */
export const loadNow = (): string => (os.loadavg()[0] ?? 0).toFixed(1);

/** The table as text: measure, value, target, and whether the value keeps to it. */
export const printTable = (header: string, sections: readonly Section[]): string => {
	const rows = sections.flatMap(({title, measures}) => [
		{title, cells: [] as string[]},
		...measures.map(measure => ({
			title: '',
			cells: [
				`  ${measure.what}`,
				measure.value === undefined ? '-' : rounded(measure.value, measure.unit),
				measure.target === undefined
					? ''
					: `≤ ${measure.target.toLocaleString('en-US')} ${measure.unit}`.trim(),
				verdict(measure),
				measure.note ?? '',
			],
		})),
	]);
	const titles = ['measure', 'value', 'target', '', ''];
	const widths = titles.map((heading, column) =>
		Math.max(heading.length, ...rows.map(({cells}) => cells[column]?.length ?? 0)),
	);
	const line = (cells: readonly string[]): string =>
		cells
			.map((cell, column) =>
				column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
			)
			.join('  ')
			.trimEnd();
	const all = sections.flatMap(({measures}) => measures);
	const judged = all.filter(measure => verdict(measure) !== '');
	const over = judged.filter(measure => verdict(measure) === 'over');
	return [
		header,
		'',
		line(titles),
		'-'.repeat(widths.reduce((sum, width) => sum + width + 2, 0)),
		...rows.map(({title, cells}) => (cells.length === 0 ? title : line(cells))),
		'',
		`${judged.length - over.length} of ${judged.length} targets kept, ${over.length} over.`,
		'',
	].join('\n');
};
