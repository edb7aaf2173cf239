declare global {
	/** Part of Node since 21, not yet of TypeScript's own library. */
	interface JSON {
		/** A number's text that `JSON.stringify` writes as it stands. */
		rawJSON(text: string): unknown;
	}
}

export {};
