/**
 * Why a table shows none of its rows, where what a person chose hides them.
 */
import {say} from '../../language/say.js';
import type {ListState} from '../places/list-state.js';

/** What hides rows, in the order in which Esc undoes it. */
type Hiding = Pick<ListState, 'filter' | 'problems' | 'onlyMarked'>;

/** The reason that all `total` rows are hidden; '' where nothing hides rows. */
export const nothingLeft = ({filter, problems, onlyMarked}: Hiding, total: number): string => {
	if (total === 0) {
		return '';
	}

	const hiding = [filter !== '', problems, onlyMarked].filter(Boolean).length;
	if (hiding > 1) {
		return say('What hides rows here hides all {count} of them. Esc undoes one thing at a time.', {
			count: total,
		});
	}

	if (problems) {
		return say('No row has a finding of warning or worse. Esc shows all rows.');
	}

	if (onlyMarked) {
		return say('No row is marked any more. Esc shows all rows.');
	}

	if (filter === '') {
		return '';
	}

	return total === 1
		? say('The only row does not match the filter. Esc clears it.')
		: say('None of the {count} rows match the filter. Esc clears it.', {count: total});
};
