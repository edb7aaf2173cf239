/** Simplified Chinese. This catalogue is also the list of all texts: see ../text.ts. */
import {documents} from './documents.js';
import {errors} from './errors/errors.js';
import {findings} from './findings/findings.js';
import {modes} from './modes/modes.js';
import {operations} from './operations/operations.js';
import {providers} from './providers/providers.js';
import {screens} from './screens/screens.js';
import {simulator} from './simulator.js';

export const texts = {
	...documents,
	...errors,
	...findings,
	...modes,
	...operations,
	...providers,
	...screens,
	...simulator,
};

/**
 * One form goes with every number.
 *
 */
export const formOf = (): number => 0;

const chinese = /\p{Script=Han}/v;
const latin = /[\p{Decimal_Number}\p{Script=Latin}]/v;

/** A blank stands between Chinese and a Latin word or a number, none between Chinese and Chinese. */
export const needsBlank = (before: string, after: string): boolean | undefined => {
	if (chinese.test(before) && chinese.test(after)) {
		return false;
	}

	return (chinese.test(before) && latin.test(after)) || (latin.test(before) && chinese.test(after))
		? true
		: undefined;
};
