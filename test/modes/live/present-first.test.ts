import {describe, expect, it} from 'vitest';
import {createTheme} from '../../../source/components/theme/theme.js';
import {presentFirst} from '../../../source/modes/live/present-first.js';
import {makeApp, wholeAnswer} from '../../screens/screen.js';

const theme = createTheme({ascii: false, colors: 1});
const {props} = makeApp([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')]);

/** What a terminal of a size is told. */
const told = (columns: number, rows: number, cluster = props.cluster) => {
	const presented: string[][] = [];
	const crashes: unknown[] = [];
	presentFirst(
		{
			ink: {stdout: {columns, rows}},
			present(lines) {
				presented.push([...lines]);
			},
			crash(error) {
				crashes.push(error);
			},
		},
		{...props, cluster},
		theme,
	);
	return {presented, crashes};
};

describe('the first picture', () => {
	it('fills the terminal', () => {
		const {presented, crashes} = told(80, 24);
		expect(presented).toHaveLength(1);
		expect(presented[0]).toHaveLength(24);
		expect(crashes).toEqual([]);
	});

	it('is not shown where the terminal is too small', () => {
		expect(told(40, 10)).toEqual({presented: [], crashes: []});
	});

	it('is a crash of the program where it has a defect', () => {
		const defect = new Error('broken at first');
		const broken = {
			...props.cluster,
			current() {
				throw defect;
			},
		};
		expect(told(80, 24, broken)).toEqual({presented: [], crashes: [defect]});
	});
});
