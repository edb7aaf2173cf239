import {useCallback, useState, useSyncExternalStore} from 'react';
import type {Line} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme/use-theme.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {State} from '../state/state.js';
import type {AppProps} from '../context/app-props.js';
import {firstLine, isAgeing} from './screen-lines.js';

type Props = {
	readonly props: AppProps;
	readonly state: Pick<State, 'frozen' | 'interval'>;
	readonly width: number;
};

/** Calls back after every second of a time in ms, as its seconds turn; returns a function that ends it. */
const everySecond = (time: () => number, turned: () => void): (() => void) => {
	const wait = (): NodeJS.Timeout =>
		setTimeout(
			() => {
				turned();
				timer = wait();
			},
			1000 - (time() % 1000) + later,
		);
	let timer = wait();
	return () => {
		clearTimeout(timer);
	};
};

/** How long after the turn of the second a timer fires, ms: timers may be early. */
const later = 20;

/**
 * The first line of the screen. Its clock advances with each answer, even where nothing else changes; while nothing
 * answers, its age advances with every second.
 */
export function Header({props, state, width}: Props) {
	const {symbols} = useTheme();
	const [kept] = useState<{line: Line}>({line: []});
	const {cluster} = props;
	const isOfSeconds = isAgeing(props, state);
	const subscribe = useCallback(
		(listener: () => void) => {
			const leave = cluster.subscribe(listener);
			const end = isOfSeconds ? everySecond(() => cluster.now() - cluster.current().at, listener) : undefined;
			return () => {
				leave();
				end?.();
			};
		},
		[cluster, isOfSeconds],
	);
	const line = useSyncExternalStore(subscribe, () => {
		const next = firstLine(props, {state, symbols, width});
		kept.line = isSameValue(kept.line, next) ? kept.line : next;
		return kept.line;
	});
	return <Lines lines={[line]} width={width} />;
}
