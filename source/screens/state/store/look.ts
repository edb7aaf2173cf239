/** The theme of the screen, which can change while it is shown. */
import type {ThemeName} from '../../../components/theme/theme-names.js';
import {createObservable, type Observable} from './observable.js';

/** The name of the theme; undefined: chosen to suit the terminal. */
export type Look = Observable<ThemeName | undefined>;

/** A theme that can change, and this one first; undefined for the default. */
export const createLook = (theme: ThemeName | undefined): Look => createObservable(theme);
