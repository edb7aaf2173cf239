/**
 * `performance` with nothing but its clock: Node's own loads all that it can measure when it is first named, 1 ms, and
 * nothing in the bundle measures. By this clock too a program starts at about 0.
 */
const now = (): number => {
	// To import it would bring all of its exports into every start.
	// eslint-disable-next-line n/prefer-global/process
	const [seconds, nanoseconds] = process.hrtime();
	return seconds * 1e3 + nanoseconds / 1e6;
};

const start = now();

export const LightPerformance = {now: (): number => now() - start};
