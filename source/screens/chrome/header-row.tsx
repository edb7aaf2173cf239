import {useState, useSyncExternalStore} from 'react';
import type {Line} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {DiagnosedView} from '../../findings/diagnose.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import {type Watching, headerLine} from './header.js';

type Props = Pick<Watching, 'title' | 'colour' | 'provider' | 'interval' | 'isReadOnly'> & {
	readonly source: Pick<ClusterSource, 'subscribe' | 'current' | 'newsAge'>;
	/** The cluster as it was when the screen was frozen. */
	readonly frozen: DiagnosedView | undefined;
	readonly width: number;
};

/** The first line of the screen. Its clock advances with each answer, even where nothing else changes. */
export function Header({source, frozen, title, colour, provider, interval, isReadOnly, width}: Props) {
	const {symbols} = useTheme();
	const [kept] = useState<{line: Line}>({line: []});
	const line = useSyncExternalStore(source.subscribe, () => {
		const live = source.current();
		const next = headerLine(
			frozen ?? live,
			{
				title,
				colour,
				provider,
				interval,
				isReadOnly,
				isFrozen: frozen !== undefined,
				now: live.now,
				today: Date.now(),
				newsAge: source.newsAge(),
			},
			symbols,
			width,
		);
		kept.line = isSameValue(kept.line, next) ? kept.line : next;
		return kept.line;
	});
	return <Lines lines={[line]} width={width} />;
}
