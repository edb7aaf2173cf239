import type {TextPlace} from '../json/place.js';

/** A piece of a stream: a document or other text. `start` is where it begins in the stream. */
export type Piece =
	/** From the first brace or bracket to the one that closes it. */
	| {
			readonly kind: 'document';
			readonly text: string;
			readonly start: TextPlace;
			/** The key before it on its line, when it is part of a document whose beginning is missing; else ''. */
			readonly key: string;
	  }
	/** A line, or the rest of one behind a document, that belongs to none: its beginning. */
	| {readonly kind: 'skipped'; readonly text: string; readonly start: TextPlace}
	/** A document that is larger than the limit; it is skipped to its end. */
	| {readonly kind: 'oversize'; readonly start: TextPlace}
	/** The stream ended inside a document. */
	| {readonly kind: 'unfinished'; readonly text: string; readonly start: TextPlace; readonly key: string};
