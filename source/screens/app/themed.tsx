import {type ReactNode, useMemo, useSyncExternalStore} from 'react';
import type {ThemeName} from '../../components/theme/theme-names.js';
import type {Theme} from '../../components/theme/theme.js';
import {ThemeProvider} from '../../components/theme/use-theme.js';
import type {Look} from '../state/store/look.js';

type Props = {
	readonly look: Look;
	readonly themeOf: (name: ThemeName | undefined) => Theme;
	readonly children: ReactNode;
};

/** Provides the current theme to everything below it. */
export function Themed({look, themeOf, children}: Props) {
	const name = useSyncExternalStore(look.subscribe, look.current);
	const theme = useMemo(() => themeOf(name), [themeOf, name]);
	return <ThemeProvider value={theme}>{children}</ThemeProvider>;
}
