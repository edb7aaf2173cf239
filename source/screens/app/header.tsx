import {useState, useSyncExternalStore} from 'react';
import type {Line} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/use-theme.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {State} from '../state/state.js';
import type {AppProps} from '../context/app-props.js';
import {firstLine} from './screen-lines.js';

type Props = {
	readonly props: AppProps;
	readonly state: Pick<State, 'frozen' | 'interval'>;
	readonly width: number;
};

/** The first line of the screen. Its clock advances with each answer, even where nothing else changes. */
export function Header({props, state, width}: Props) {
	const {symbols} = useTheme();
	const [kept] = useState<{line: Line}>({line: []});
	const line = useSyncExternalStore(props.cluster.subscribe, () => {
		const next = firstLine(props, {state, symbols, width});
		kept.line = isSameValue(kept.line, next) ? kept.line : next;
		return kept.line;
	});
	return <Lines lines={[line]} width={width} />;
}
