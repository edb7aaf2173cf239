import type {Drawing} from '../drawing.js';

/** A past with a cache: each series is only looked up once. */
export const rememberPast = (pastOf: Drawing['pastOf']): Drawing['pastOf'] => {
	const kept = new Map<string, ReturnType<Drawing['pastOf']>>();
	return (subject, measure, count, together) => {
		const name = JSON.stringify([subject.task, subject.source, measure, count, together]);
		const series = kept.get(name) ?? pastOf(subject, measure, count, together);
		kept.set(name, series);
		return series;
	};
};
