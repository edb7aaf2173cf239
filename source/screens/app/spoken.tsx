/** The language of the screen, which can change while it is shown. */
import {Fragment, type ReactNode, useSyncExternalStore} from 'react';
import type {Observable} from '../state/store/observable.js';

type Props = {
	/** The code of the current language. */
	readonly language: Observable<string>;
	readonly children: ReactNode;
};

/** Redraws everything below it in another language: drawn output is cached in many places. */
export function Spoken({language, children}: Props) {
	const code = useSyncExternalStore(language.subscribe, language.current);
	return <Fragment key={code}>{children}</Fragment>;
}
