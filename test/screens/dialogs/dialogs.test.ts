import {expect, it} from 'vitest';
import {openDialog, reduceDialog} from '../../../source/screens/dialogs/dialog.js';
import {makePlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import type {DiagnosedView} from '../../../source/findings/diagnosis.js';
import {dialogText} from '../../../source/screens/dialogs/dialog-lines.js';
import {fitDialog} from '../../../source/screens/dialogs/fit-dialog.js';
import {dialogLines as linesOfDialog} from '../../../source/screens/dialogs/dialog-pages.js';
import {recordedCluster} from '../../operations/recorded-clusters.js';
import {Simulated} from '../../operations/simulated.js';

const dialogLines = (choice: Choice, cluster: DiagnosedView, width: number, height: number): string[] => {
	const plan = makePlan(choice, cluster, {address: '10.0.1.11:8261'});
	const dialog = openDialog(plan, {id: 'c', at: 0});
	return fitDialog(dialogText(dialog, unicodeSymbols, {width, height}), height).map(line =>
		lineText(line).trimEnd(),
	);
};

const fleet = new Simulated('fleet').view();
const pauseAll: Choice = {
	kind: 'pause',
	targets: fleet.tasks.map(({name}) => ({task: name, sources: []})),
};

it('for many targets the effect and the command come before their names, in any terminal', () => {
	for (let height = 11; height <= 60; height++) {
		const lines = dialogLines(pauseAll, fleet, 52, height);
		expect(lines.length).toBeLessThanOrEqual(height);
		const words = lines.join(' ').replaceAll(/\s+/gv, ' ');
		expect(words).toContain('lag grows until you resume.');
		expect(words).toMatch(/same as: dmctl .*pause-task/v);
		expect(lines[0]).toMatch(/^tenant-/v);
		expect(lines.at(-1)).toContain('[Cancel]');
		expect(lines.at(-2)).toContain(`Type their number, ${fleet.tasks.length}`);
	}
});

it('it says how many of the targets, commands and warnings are left out', () => {
	const lines = dialogLines(pauseAll, fleet, 72, 20);
	const names = lines.filter(line => /^tenant-\d+ {2}/v.test(line)).length;
	expect(lines).toContain(`and ${fleet.tasks.length - names} more: PgDn`);
	expect(lines).toContain(`         and ${fleet.tasks.length - 1} more: PgDn`);
	expect(lines.join('\n')).toMatch(/and \d+ more warnings?: PgDn/v);
});

it('nothing that will be sent is hidden: what does not fit is on the pages that PgDn turns, then comes the summary again', () => {
	const choice: Choice = {
		kind: 'pause',
		targets: fleet.tasks.slice(0, 40).map(({name}) => ({task: name, sources: []})),
	};
	const plan = makePlan(choice, fleet, {address: '10.0.1.11:8261'});
	let dialog = openDialog(plan, {id: 'c', at: 0});
	const shown = () =>
		linesOfDialog(dialog, unicodeSymbols, {width: 72, height: 20}).map(line => lineText(line).trimEnd());
	const summary = shown();
	const seen = new Set<string>();
	for (let pages = 1; pages < 100; pages++) {
		dialog = reduceDialog(dialog, {kind: 'keys', keys: ['pagedown'], at: pages * 1000});
		const page = shown();
		expect(page.length).toBeLessThanOrEqual(20);
		expect(page.at(-1)).toContain('[Cancel]');
		if (page.join('\n') === summary.join('\n')) {
			break;
		}

		for (const line of page) {
			seen.add(line.trim());
		}
	}

	expect(shown()).toEqual(summary);
	const text = [...seen].join('\n');
	for (const {task} of choice.targets) {
		expect(text).toMatch(new RegExp(`^${task} {2}`, 'mv'));
		expect(text).toContain(`pause-task ${task}\n`);
	}

	dialog = reduceDialog(dialog, {kind: 'keys', keys: ['pageup'], at: 200_000});
	expect(shown().join('\n')).toMatch(/lines \d+-(?<last>\d+) of \k<last>: PgDn/v);
	expect(dialog.outcome).toBe('open');
});

it('all targets and commands are there at once where they fit', () => {
	const choice: Choice = {
		kind: 'pause',
		targets: fleet.tasks.slice(0, 12).map(({name}) => ({task: name, sources: []})),
	};
	const lines = dialogLines(choice, fleet, 90, 60);
	expect(lines.filter(line => line.includes('pause-task'))).toHaveLength(12);
	expect(lines.join('\n')).not.toContain('more: PgDn');
});

it('it shows everything if there is space, and otherwise part of a long DDL', () => {
	const skip: Choice = {kind: 'binlog-skip', targets: [{task: 'broken', sources: []}]};
	const cluster = recordedCluster();
	expect(dialogLines(skip, cluster, 90, 40).join('\n')).not.toContain('more');
	const lines = dialogLines(skip, cluster, 20, 16);
	expect(lines.length).toBeLessThanOrEqual(16);
	expect(lines.at(-1)).toContain('[Cancel]');
});

it('where the cursor stands in a long text is always shown, and how much is not', () => {
	const plan = makePlan(
		{kind: 'binlog-replace', targets: [{task: 'orders', sources: []}]},
		recordedCluster(),
		{address: '10.0.1.11:8261'},
	);
	const words = Array.from({length: 400}, (_, index) => `word${index}`).join(' ');
	const opened = reduceDialog(openDialog(plan, {id: 'c', at: 0}), {kind: 'paste', text: words, at: 1});
	const shown = (dialog: typeof opened, height: number) =>
		linesOfDialog(dialog, unicodeSymbols, {width: 60, height}).map(line => lineText(line).trimEnd());
	for (let height = 8; height <= 40; height++) {
		const atEnd = shown(opened, height);
		expect(atEnd.length).toBeLessThanOrEqual(height);
		expect(atEnd.join('\n')).toMatch(/… \d+ lines before\n[\s\S]*word399▏/v);
		const atStart = shown(reduceDialog(opened, {kind: 'keys', keys: ['home'], at: 5000}), height).join('\n');
		expect(atStart).toMatch(/SQL in its place: ▏word0[\s\S]*… \d+ lines after\nEnter continues/v);
		expect(shown({...opened, page: 1}, height).join('\n')).toContain('word399▏');
	}
});

it('for inject it asks what comes before the DDL, and for replace what replaces it', () => {
	const asked = (kind: 'binlog-inject' | 'binlog-replace') =>
		dialogLines({kind, targets: [{task: 'orders', sources: []}]}, recordedCluster(), 90, 40).join('\n');
	expect(asked('binlog-inject')).toContain('SQL before this DDL: ▏');
	expect(asked('binlog-replace')).toContain('SQL in its place: alter table bad.t add column g point');
});
