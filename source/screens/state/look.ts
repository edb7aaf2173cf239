/** How the screen looks, which a person may change while it is shown. */
import type {ThemeName} from '../../components/theme-names.js';
import {createObservable, type Observable} from './observable.js';

/** The name of the theme; undefined: to suit the terminal. */
export type Look = Observable<ThemeName | undefined>;

export const createLook = (theme: ThemeName | undefined): Look => createObservable(theme);
