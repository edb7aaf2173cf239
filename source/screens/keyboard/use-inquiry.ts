import {useEffect} from 'react';
import type {Page} from '../../operations/offering/pages.js';
import type {InquirySource} from '../../session/inquiries.js';
import {type Place, placeId} from '../state/place.js';

/** Between two questions for what changes while one looks at it, ms. */
const again = 10_000;

const pageKinds: ReadonlySet<string> = new Set<Page['kind']>(['config', 'validation', 'schema']);

/** The page that a place is; undefined where it shows what the status tells. */
export const pageOf = (place: Place): Page | undefined =>
	pageKinds.has(place.kind) ? (place as Page) : undefined;

/**
 * Asks for the page on screen: when it is opened, when `ended`, the number of operations that ended, changes, and for
 * what changes by itself now and then.
 */
export const useInquiry = (place: Place, ended: number, {ask}: Pick<InquirySource, 'ask'>): void => {
	useEffect(() => {
		const page = pageOf(place);
		if (!page) {
			return undefined;
		}

		ask(page);
		if (page.kind !== 'validation') {
			return undefined;
		}

		const timer = setInterval(() => {
			ask(page);
		}, again);
		return () => {
			clearInterval(timer);
		};
	}, [placeId(place), ended, ask]);
};
