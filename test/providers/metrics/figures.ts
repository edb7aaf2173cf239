import fc from 'fast-check';
import type {MetricsReading} from '../../../source/providers/metrics/reading.js';

/** A reading without a figure. */
export const nothing: MetricsReading = {subtasks: [], workers: [], cluster: {}};

/** The worker that the stores of these tests know. */
export const members = new Map([['10.0.1.21:8262', 'worker-of-mysql-01']]);

/** All numbers of a reading. */
export const valuesOf = ({subtasks, workers, cluster}: MetricsReading): readonly number[] =>
	[...subtasks.map(({values}) => values), ...workers.map(({values}) => values), cluster].flatMap(values =>
		Object.values(values),
	);

/** A number as metrics are written. */
export const number = fc.oneof(
	fc.constantFrom('0', '1', '5e-324', '1.7976931348623157e308', '18446744073709551615', '1e21', '.5', '+3'),
	fc.double({min: 0, noNaN: true, noDefaultInfinity: true}).map(String),
);
