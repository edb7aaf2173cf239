/** A document that is refused. */
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {StatusFormatError} from '../../../source/dm/reading/status-format-error.js';

/** What is expected instead. */
export const statusDocument =
	'a status document of DM (query-status, /apis/v1alpha1/status/ or OpenAPI tasks)';

/** The error in which reading a text ends. */
export const refuse = (text: string): StatusFormatError => {
	try {
		parseStatusDocument(text);
	} catch (error) {
		if (error instanceof StatusFormatError) {
			return error;
		}

		throw error;
	}

	throw new Error('it was read');
};
