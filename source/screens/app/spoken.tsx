/** The language of the screen, which a person may change while it is shown. */
import {Fragment, type ReactNode, useSyncExternalStore} from 'react';
import type {Observable} from '../state/observable.js';

type Props = {
	/** The code of the language that is spoken. */
	readonly language: Observable<string>;
	readonly children: ReactNode;
};

/** Redraws what is below it in another language: what was drawn before is kept in many places. */
export function Spoken({language, children}: Props) {
	const code = useSyncExternalStore(language.subscribe, language.current);
	return <Fragment key={code}>{children}</Fragment>;
}
