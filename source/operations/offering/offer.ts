/** One entry of a menu of operations. */
import type {OperationKind} from '../../providers/operation.js';
import type {Choice} from '../target.js';
import type {Page} from './pages.js';

/** What a menu offers to do, and with which key. */
export type Offer = {
	/** "Pause", "Transfer to worker-5". */
	readonly text: string;
	/** The key that chooses it; unique in its menu, '' where there are more entries than keys. */
	readonly letter: string;
	/** Its purpose, in a few words. */
	readonly gist: string;
	/** Whether it fixes what is wrong here. */
	readonly isCure: boolean;
	/** Whether the advice for what is wrong here warns of it: right only after what the steps say, or for some causes. */
	readonly isWarnedOf: boolean;
} & (
	| {
			readonly kind: OperationKind;
			/** Ready to be planned. */
			readonly choice: Choice;
	  }
	| {readonly kind: 'page'; readonly page: Page}
);
