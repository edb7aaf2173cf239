/**
 * How the screen looks, which a person may change while it is shown.
 */
import {type ReactNode, useMemo, useSyncExternalStore} from 'react';
import type {ThemeName} from '../components/theme-names.js';
import {type Theme, ThemeProvider} from '../components/theme.js';

/** The name of the theme; undefined: as suits the terminal. */
export type Look = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => ThemeName | undefined;
	readonly set: (theme: ThemeName | undefined) => void;
};

export const createLook = (theme: ThemeName | undefined): Look => {
	const listeners = new Set<() => void>();
	let current = theme;
	return {
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		current: () => current,
		set(next) {
			current = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
};

type Props = {
	readonly look: Look;
	readonly themeOf: (name: ThemeName | undefined) => Theme;
	readonly children: ReactNode;
};

/** Gives what is below it the theme of the moment. */
export function Themed({look, themeOf, children}: Props) {
	const name = useSyncExternalStore(look.subscribe, look.current);
	const theme = useMemo(() => themeOf(name), [themeOf, name]);
	return <ThemeProvider value={theme}>{children}</ThemeProvider>;
}
