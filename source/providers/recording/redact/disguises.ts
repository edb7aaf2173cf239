/** What signs are written as within other texts: in JSON, in Go's quotes, in XML, in another width, and invisible ones. */

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

const disguised = new RegExp(
	[
		String.raw`(?<wide>[\u{FF01}-\u{FF5E}])`,
		String.raw`(?<slashes>\\{1,7})(?:u00|x)(?<code>[2-7][\da-f])`,
		String.raw`&#(?:x0{0,4}(?<hex>[2-7][\da-f])|0{0,4}(?<decimal>3[2-9]|[4-9]\d|1[01]\d|12[0-5]));`,
		`&(?<entity>${entities.keys().toArray().join('|')});`,
		String.raw`[\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]`,
	].join('|'),
	'giv',
);

type Found = Readonly<Partial<Record<'wide' | 'slashes' | 'code' | 'hex' | 'decimal' | 'entity', string>>>;

/** A quote that is written as something else ends no value: it stays escaped. */
const plain = (sign: string, slashes = '\\'): string => (/["']/v.test(sign) ? `${slashes}${sign}` : sign);

const signOf = (whole: string, {wide, slashes, code, hex, decimal, entity}: Found): string => {
	if (wide !== undefined) {
		return String.fromCodePoint(wide.codePointAt(0)! - 0xfe_e0);
	}

	const number = code ?? hex;
	if (number !== undefined) {
		const sign = String.fromCodePoint(Number.parseInt(number, 16));
		return sign === '\\' || sign === '\u{7F}' ? whole : plain(sign, slashes);
	}

	if (decimal !== undefined) {
		return plain(String.fromCodePoint(Number(decimal)));
	}

	return entity === undefined ? '' : plain(entities.get(entity.toLowerCase()) ?? whole);
};

/** The text with plain signs in place of these. */
export const undisguised = (text: string): string =>
	text.replaceAll(disguised, (whole: string, ...rest: unknown[]) => signOf(whole, rest.at(-1) as Found));
