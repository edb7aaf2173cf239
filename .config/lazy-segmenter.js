/**
 * `Intl.Segmenter` that is made when there is text to split: making one loads ICU's rules, 9 ms, and every package
 * that measures texts makes its own as it is loaded. Most screens hold no text that needs it.
 */
const {Segmenter} = Intl;

export class LazySegmenter {
	#arguments;
	#made;

	constructor(...given) {
		this.#arguments = given;
	}

	segment(text) {
		this.#made ??= new Segmenter(...this.#arguments);
		return this.#made.segment(text);
	}
}
