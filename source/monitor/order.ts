import type {Lag} from './view.js';

/** Names in the order of their code units: the same on every machine, and DM's own. */
export const byText = (left: string, right: string): number => {
	if (left === right) {
		return 0;
	}

	return left < right ? -1 : 1;
};

/** Lags in the order of trouble: unknown is worse than any number, none is the least. */
export const lagRank = (lag: Lag): number => {
	switch (lag.kind) {
		case 'none': {
			return -1;
		}

		case 'unknown': {
			return Number.MAX_SAFE_INTEGER;
		}

		default: {
			return lag.seconds;
		}
	}
};
