import type {Page} from '../../operations/offering/pages.js';
import {type Inquiry, inquiryKey} from '../../session/inquiries.js';
import type {Drawing} from '../drawing.js';

const unasked: Inquiry = {isAsking: true};

/** The inquiry for a page, and its answer. */
export const inquiryOf = (page: Page, {inquiries}: Drawing): Inquiry =>
	inquiries.get(inquiryKey(page)) ?? unasked;
