import type {Page} from '../../operations/offering/pages.js';
import {type Inquiry, inquiryKey} from '../../session/inquiries.js';
import type {Drawing} from '../drawing.js';

const unasked: Inquiry = {isAsking: true};

/** What DM was asked for a page, and what it answered. */
export const inquiryOf = (page: Page, {inquiries}: Drawing): Inquiry =>
	inquiries.get(inquiryKey(page)) ?? unasked;
