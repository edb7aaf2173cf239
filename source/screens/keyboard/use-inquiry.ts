import {useEffect} from 'react';
import type {InquirySource} from '../../session/inquiries.js';
import {type Place, pageOf, placeId} from '../places/place.js';

/** The interval of questions about something that changes, ms. */
const again = 10_000;

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
