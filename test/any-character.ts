import fc from 'fast-check';

const surrogates = {first: 0xd8_00, count: 0x8_00};

/**
 * Any character there is, as the unit of a string. It chooses as `binary` of fast-check does, which would make a table of
 * all of them first, and that takes longer than most tests.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({max: 0x10_ff_ff - surrogates.count}).map(
	number => String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count),
	character => {
		const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
		if (code === undefined || character !== String.fromCodePoint(code)) {
			throw new TypeError('Not one character');
		}

		return code < surrogates.first ? code : code - surrogates.count;
	},
);
