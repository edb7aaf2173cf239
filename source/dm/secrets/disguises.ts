/**
 * Undoes the ways in which other texts write a sign: in JSON, in Go's quotes, in XML, in URLs, in another width; and
 * removes invisible ones.
 */

const entities: ReadonlyMap<string, string> = new Map([
	['quot', '"'],
	['apos', "'"],
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['equals', '='],
	['colon', ':'],
	['commat', '@'],
]);

/**
 * What has no cell, and colours of a terminal. There may be a million of these in a text, so they are replaced without a
 * look at each.
 */
const invisible = /(?<=\p{Control})\[[\d:;]{0,20}m|[[\p{Default_Ignorable_Code_Point}\p{Control}]--\s]/gv;

/** Punctuation of another width is no disguise: it is how Chinese is written. */
const wide = /[[\u{FF01}-\u{FF5E}]--[！（），：；？［］｛｝]]/gv;

/** Letters of Greek, Cyrillic and Armenian that look like Latin ones, which follow in the same order. */
const lookAlike = 'аеорсухіјѕԁһӏԛԝвкмнтАВЕКМНОРСТХУІЈЅοαρεικντυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧօհոսցѡ';
const looksLike = 'aeopcyxijsdhlqwbkmhtABEKMHOPCTXYIJSoapeikvtuxABEZHIKMNOPTYXohnugw';

const latin: ReadonlyMap<string, string> = new Map(
	[...lookAlike].map((letter, index) => [letter, looksLike[index]!] as const),
);
const anyLookAlike = /[\p{Script=Armenian}\p{Script=Cyrillic}\p{Script=Greek}]/v;

/** A word in which a Latin letter is beside others is a disguise; one without any is of another language. */
const mixed =
	/(?=\p{Script=Latin}|[\p{Script=Armenian}\p{Script=Cyrillic}\p{Script=Greek}]{1,40}\p{Script=Latin})[\p{Script=Armenian}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]+/gv;

const inLatin = (text: string): string =>
	anyLookAlike.test(text)
		? text.replaceAll(mixed, word => [...word].map(letter => latin.get(letter) ?? letter).join(''))
		: text;

const written = new RegExp(
	[
		String.raw`(?<slashes>\\{1,7})(?:u(?:0{4})?00|x)(?<code>[2-7][\da-f])`,
		// Bold, circled and other mathematical letters.
		String.raw`(?<styled>[\u{1D400}-\u{1D6A3}\u{24B6}-\u{24E9}])`,
		String.raw`&#(?:x0{0,4}(?<hex>[2-7][\da-f])|0{0,4}(?<decimal>3[2-9]|[4-9]\d|1[01]\d|12[0-5]));`,
		`&(?<entity>${entities.keys().toArray().join('|')});`,
		// Letters, digits and signs of a key; all else may end a value, and is only encoded once less.
		'%(?:25){0,4}(?<encoded>2d|3[0-9d]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])',
		String.raw`(?<again>%(?:25){1,4})(?=[2-7][\da-f])`,
	].join('|'),
	'giv',
);

type Found = Readonly<
	Partial<Record<'slashes' | 'styled' | 'code' | 'hex' | 'decimal' | 'entity' | 'encoded' | 'again', string>>
>;

/** A quote that is written as something else ends no value: it stays escaped. */
const plain = (sign: string, slashes = '\\'): string => (/["']/v.test(sign) ? `${slashes}${sign}` : sign);

const signOf = (
	whole: string,
	{slashes, styled, code, hex, decimal, entity, encoded, again}: Found,
): string => {
	if (styled !== undefined) {
		return styled.normalize('NFKC');
	}

	if (again !== undefined) {
		return '%';
	}

	const number = code ?? hex ?? encoded;
	if (number !== undefined) {
		const sign = String.fromCodePoint(Number.parseInt(number, 16));
		return sign === '\\' || sign === '\u{7F}' ? whole : plain(sign, slashes);
	}

	return decimal === undefined
		? plain(entities.get(entity?.toLowerCase() ?? '') ?? whole)
		: plain(String.fromCodePoint(Number(decimal)));
};

const withoutInvisible = (text: string): string =>
	text
		.replaceAll(invisible, '')
		.replaceAll(wide, sign => String.fromCodePoint(sign.codePointAt(0)! - 0xfe_e0));

/** The text with plain signs in place of these. */
export const undisguised = (text: string): string =>
	inLatin(withoutInvisible(text)).replaceAll(written, (whole: string, ...rest: unknown[]) =>
		signOf(whole, rest.at(-1) as Found),
	);

/** Gives the offset before a replacement for one after it. */
type Before = (offset: number) => number;

/** The offsets before `pattern` was replaced by texts of such lengths; within such a text it is where that began. */
const offsetsBefore = (
	text: string,
	pattern: RegExp,
	lengthOf: (found: RegExpExecArray) => number,
): Before => {
	const all = text.matchAll(pattern);
	let next = all.next().value;
	let shift = 0;
	return offset => {
		while (next !== undefined) {
			const length = lengthOf(next);
			if (next.index - shift + length > offset) {
				return Math.min(next.index, offset + shift);
			}

			shift += next[0].length - length;
			next = all.next().value;
		}

		return offset + shift;
	};
};

/** Where offsets of the undisguised text, asked for in ascending order, are in the text. */
export const offsetsInDisguised = (text: string): Before => {
	const inVisible = offsetsBefore(
		withoutInvisible(text),
		written,
		found => signOf(found[0], found.groups as Found).length,
	);
	const inText = offsetsBefore(text, invisible, () => 0);
	return offset => inText(inVisible(offset));
};
