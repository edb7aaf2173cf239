/** The sources of a task without fresh data: its own, and those that it may have besides. */
import {byText, isAmong} from './order.js';
import type {TaskView} from './view.js';

type Missing = Pick<TaskView, 'missing' | 'possiblyOn'>;

/** Their names, in their order. */
export const missingSources = ({missing, possiblyOn}: Missing): readonly string[] => {
	const others = missing.length === 0 ? possiblyOn : possiblyOn.filter(source => !isAmong(missing, source));
	return others.length === 0 || missing.length === 0
		? [...missing, ...others]
		: [...missing, ...others].toSorted(byText);
};

/** How many they are. */
export const countMissing = ({missing, possiblyOn}: Missing): number =>
	possiblyOn.length + missing.reduce((count, source) => count + (isAmong(possiblyOn, source) ? 0 : 1), 0);

/** Whether a source is one of them. */
export const isMissing = ({missing, possiblyOn}: Missing, source: string): boolean =>
	isAmong(missing, source) || isAmong(possiblyOn, source);
