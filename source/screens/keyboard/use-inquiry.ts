import {useEffect} from 'react';
import type {Page} from '../../operations/offering/pages.js';
import type {InquirySource} from '../../session/inquiries.js';
import {type Place, placeId} from '../state/place.js';

/** The interval of questions about something that changes, ms. */
const again = 10_000;

const pageKinds: ReadonlySet<string> = new Set<Page['kind']>(['config', 'validation', 'schema']);

/** The page of a place; undefined where it only shows the status. */
export const pageOf = (place: Place): Page | undefined =>
	pageKinds.has(place.kind) ? (place as Page) : undefined;

/**
 * Asks for the page on screen: when it is opened, when `ended`, the number of operations that ended, changes, and
 * periodically for things that change.
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
