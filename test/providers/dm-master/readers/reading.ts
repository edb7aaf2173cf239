import type {Provider, Problem} from '../../../../source/providers/provider.js';
import type {Readers} from '../../../../source/providers/readers.js';

export const {signal} = new AbortController();

/** A provider's readers of one kind; fails when it has none. */
export const readersOf = <Kind extends keyof Readers>(
	provider: Provider,
	kind: Kind,
): NonNullable<Readers[Kind]> => {
	const reader = provider.readers?.[kind];
	if (!reader) {
		throw new Error(`The provider has no reader of ${kind}.`);
	}

	return reader;
};

/** What was read; fails when it was a problem. */
export const valueOf = <Value>(answer: Value): Exclude<Value, Problem> => {
	if (typeof answer === 'object' && answer !== null && 'fix' in answer) {
		throw new Error(JSON.stringify(answer));
	}

	return answer as Exclude<Value, Problem>;
};
