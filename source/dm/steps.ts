/**
 * Work that can be left between two steps and taken up again, so that a large answer holds nobody up. It knows nothing
 * of time: who runs it decides how many steps to take at once.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Takes all steps at once. */
export const finish = <Value>(steps: Steps<Value>): Value => {
	for (;;) {
		const {done, value} = steps.next();
		if (done) {
			return value;
		}
	}
};
