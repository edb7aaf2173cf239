/** The theme of the screen, which can change while it is shown. */
import type {ThemeName} from '../../components/theme-names.js';
import {createObservable, type Observable} from './observable.js';

/** The name of the theme; undefined: chosen to suit the terminal. */
export type Look = Observable<ThemeName | undefined>;

export const createLook = (theme: ThemeName | undefined): Look => createObservable(theme);
