import {expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {copyLines} from '../../../source/screens/overlays/copy-lines.js';

it('a long label leaves space for what is copied', () => {
	const items = [
		{
			letter: 'd',
			label: 'dmctl command: Replace, with the DDL to be edited',
			text: 'dmctl binlog replace users',
		},
		{letter: 't', label: 'task', text: 'users'},
	];
	const lines = (width: number) =>
		copyLines({kind: 'copy', title: '', items, index: 0}, unicodeSymbols, width).map(line =>
			lineText(line).trimEnd(),
		);
	expect(lines(52)).toEqual([
		'▸ d dmctl command: Replace, w…  dmctl binlog replac…',
		'  t task                        users',
	]);
	expect(lines(110)).toEqual([
		'▸ d dmctl command: Replace, with the DDL to be edited  dmctl binlog replace users',
		`  t task${' '.repeat(47)}users`,
	]);
});
