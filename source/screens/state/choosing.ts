/**
 * Moving in what is open over a screen: operations, things to copy, columns. Pure.
 */
import {around} from '../around.js';
import type {Input, State} from './state.js';

type Choosing = Extract<Input, {readonly index: number}>;

const countOf = (input: Choosing): number => {
	switch (input.kind) {
		case 'menu': {
			return input.offers.length;
		}

		case 'copy': {
			return input.items.length;
		}

		case 'columns': {
			return input.columns.length;
		}
	}
};

/** The state with the cursor on the next or previous entry. */
export const chooseNext = (state: State, step: 1 | -1): State => {
	const {input} = state;
	return input && 'index' in input
		? {...state, input: {...input, index: around(input.index, step, countOf(input))}}
		: state;
};
