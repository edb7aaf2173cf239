/** Makes a value on first use. */
export const lazily = <Value>(make: () => Value): (() => Value) => {
	let made: {readonly value: Value} | undefined;
	return () => {
		made ??= {value: make()};
		return made.value;
	};
};

/** The same for one value per name. */
export const lazilyByName = <Value>(make: (name: string) => Value): ((name: string) => Value) => {
	const made = new Map<string, Value>();
	return name => {
		if (!made.has(name)) {
			made.set(name, make(name));
		}

		return made.get(name)!;
	};
};
