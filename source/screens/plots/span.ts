/** How much of the past plots show. */
const minute = 60_000;

/** What `{` and `}` step through, ms; plots begin with the first. */
export const spans: readonly number[] = [10, 60, 360, 1440, 10_080].map(minutes => minutes * minute);

/** The next span; undefined where there is none. */
export const stepSpan = (span: number, step: 1 | -1): number | undefined => spans[spans.indexOf(span) + step];

/** `10m`, `1h`, `24h`, `7d`. */
export const spanText = (span: number): string =>
	span > 1440 * minute
		? `${span / (1440 * minute)}d`
		: span >= 60 * minute
			? `${span / (60 * minute)}h`
			: `${span / minute}m`;
