/** Hides names and SQL in sentences, such as DM's error messages, and keeps what a reader needs to understand them. */
import {hideInSentence} from './hosts.js';
import type {Pseudonyms} from './pseudonyms.js';

/** How a statement begins whose text is to be hidden. */
const statement = new RegExp(
	[
		String.raw`\b(?:alter|create|drop|truncate|rename)\s{1,9}(?:(?:or\s{1,9}replace|temporary|unique|fulltext|spatial|global|(?:definer|algorithm)\s{0,9}=\s{0,9}\S{1,99})\s{1,9}){0,4}(?:table|database|schema|index|view|trigger|procedure|function|event|user|sequence|role)\b(?!\s{1,9}(?:failed|job|error|is|was|not)\b)`,
		String.raw`\b(?:insert|replace)\s{1,9}(?:(?:ignore|low_priority|delayed)\s{1,9}){0,2}into\b`,
		String.raw`\bdelete\s{1,9}(?:ignore\s{1,9})?from\b`,
		String.raw`\bupdate\s{1,9}\S{1,200}\s{1,9}set\b`,
		String.raw`\bselect\s[^;]{1,2000}?\sfrom\b`,
		String.raw`\bgrant\s[^;]{1,500}?\son\b`,
		String.raw`\bload\s{1,9}data\b`,
	].join('|'),
	'iv',
);

const verb =
	/^\s{0,99}(?<verb>(?:alter|create|drop|truncate|rename)\s{1,9}(?:table|database|schema|index|view|user)|insert|replace|delete|update|select|grant|load\s{1,9}data)\b/iv;

/** Names have 64 characters at most in MySQL. */
const pair = /`(?<db>(?:[^`]|``){1,128})`\.`(?<table>(?:[^`]|``){0,128})`/gv;

const single = /`(?<name>(?:[^`]|``){1,128})`/gv;

/** Databases and tables that a statement names are not to be found in other texts either. */
const learnNames = (sql: string, names: Pseudonyms): void => {
	for (const {groups} of sql.matchAll(pair)) {
		names.of('db', groups?.['db'] ?? '');
		names.of('table', groups?.['table'] ?? '');
	}

	const target =
		/\b(?<kind>table|database|schema|into|update|from)\s+(?:if\s+(?:not\s+)?exists\s+)?`?(?<first>[\d\p{Alphabetic}$\-_]+)`?(?:\s*\.\s*`?(?<second>[\d\p{Alphabetic}$\-_]+)`?)?/giv;
	for (const {groups} of sql.matchAll(target)) {
		const {kind = '', first = '', second} = groups ?? {};
		names.of(second !== undefined || /database|schema/iv.test(kind) ? 'db' : 'table', first);
		if (second !== undefined) {
			names.of('table', second);
		}
	}
};

/** A statement as what it does, and which it is: "ALTER TABLE <sql-3>". */
export const hideStatement = (sql: string, names: Pseudonyms): string => {
	if (sql.trim() === '') {
		return sql;
	}

	learnNames(sql, names);
	const does = verb.exec(sql)?.groups?.['verb'];
	const which = `<${names.of('sql', sql.trim())}>`;
	return does === undefined ? which : `${does.toUpperCase().replaceAll(/\s+/gv, ' ')} ${which}`;
};

/** "`shop`.`orders`" as "`db-1`.`table-1`", wherever it stands in a text. */
export const hideTables = (text: string, names: Pseudonyms): string =>
	text
		.replaceAll(pair, (_, database: string, table: string) =>
			table === ''
				? `\`${names.of('db', database)}\`.\`\``
				: `\`${names.of('db', database)}\`.\`${names.of('table', table)}\``,
		)
		.replaceAll(single, (whole, name: string) =>
			/^(?:db|table|name)-\d+$/v.test(name) ? whole : `\`${names.of('name', name)}\``,
		);

/** Hidden pieces are set aside under marks that no rule takes for something else, and put back at the end. */
class Pieces {
	readonly #pieces: string[] = [];

	hide(piece: string): string {
		this.#pieces.push(piece);
		return `\u{E000}${this.#pieces.length - 1}\u{E001}`;
	}

	restore(text: string): string {
		let restored = text;
		// A piece may hold another one.
		while (/\u{E000}\d+\u{E001}/v.test(restored)) {
			restored = restored.replaceAll(/\u{E000}(?<index>\d+)\u{E001}/gv, (_, index: string) => {
				const piece = this.#pieces[Number(index)];
				return piece ?? '';
			});
		}

		return restored;
	}
}

const hideStatements = (text: string, names: Pseudonyms, pieces: Pieces): string => {
	const found = statement.exec(text);
	if (!found) {
		return text;
	}

	const rest = text.slice(found.index);
	const end = rest.search(/\](?:: |,|$)|\n(?=[\t ]{0,20}(?:at|github\.com)\b)/v);
	const sql = end === -1 ? rest : rest.slice(0, end);
	const tail = end === -1 ? '' : hideStatements(rest.slice(end), names, pieces);
	return `${text.slice(0, found.index)}${pieces.hide(hideStatement(sql, names))}${tail}`;
};

/** "shop.orders" and "shop" as what they stand for; anything else as a text. */
const hideQuoted = (inner: string, names: Pseudonyms): string => {
	if (/^[\d\p{Alphabetic}$\-_]+(?:\.[\d\p{Alphabetic}$\-_]+){1,2}$/v.test(inner) && !/^\d/v.test(inner)) {
		return inner
			.split('.')
			.map((part, index) => names.of(index === 0 ? 'db' : index === 1 ? 'table' : 'name', part))
			.join('.');
	}

	return names.ofWord(inner) ?? names.of('text', inner);
};

/** Character sets and collations, which many an error is about, and sentences that Go quotes within others. */
const isHarmless = (inner: string): boolean =>
	/^(?:utf8|utf8mb4|utf16|utf32|ucs2|latin1|gbk|gb18030|ascii|binary|big5)(?:_\w+)?$/v.test(inner) ||
	/^(?:transport|rpc error|dial|read|write|context)[ :]/v.test(inner);

const dotted = /(?<![\w\-.@])[a-z_][\w$\-]*(?:\.[\w$\-]+)+(?![\w\-])/giv;

const hideDotted = (name: string, names: Pseudonyms): string => {
	const dump = /\.(?:sql|csv|parquet)$/iv.exec(name);
	if (dump) {
		return `${names.of('file', name)}${dump[0]}`;
	}

	// A version, a binlog file, and "e.g." are no names.
	return /\.[a-z_][^.]+$/iv.test(name) ? hideQuoted(name, names) : name;
};

/** A sentence without hosts, users, databases, tables, data and SQL. */
export const hideInText = (text: string, names: Pseudonyms): string => {
	const pieces = new Pieces();
	const hide = (kind: 'host' | 'user', name: string): string => pieces.hide(names.of(kind, name));
	let hidden = hideStatements(text.replaceAll(/[\u{E000}\u{E001}]/gv, ''), names, pieces);
	// The parser quotes the rest of the statement, with whatever quotes are in it.
	hidden = hidden.replaceAll(
		/(?<=\bnear )(?<quote>["'])(?<sql>[\s\S]*)\k<quote>/giv,
		(_, quote: string, sql: string) =>
			`${quote}${pieces.hide(sql === '' ? '' : `<${names.of('sql', sql)}>`)}${quote}`,
	);
	hidden = hidden.replaceAll(
		/'(?<user>[^']*)'@'(?<host>[^']*)'/gv,
		(_, user: string, host: string) =>
			`'${user === '' ? '' : hide('user', user)}'@'${host === '%' ? '%' : hide('host', host)}'`,
	);
	hidden = hidden.replaceAll(pair, found => pieces.hide(hideTables(found, names)));
	hidden = hidden.replaceAll(single, found => pieces.hide(hideTables(found, names)));
	hidden = hideInSentence(hidden, host => hide('host', host));
	hidden = hidden.replaceAll(
		/(?<![\d\p{Alphabetic}])(?<quote>["'])(?<inner>(?:(?!\k<quote>)[^\n]){1,4000}?)\k<quote>(?![\d\p{Alphabetic}])/gv,
		(whole, quote: string, inner: string) =>
			/^\u{E000}\d+\u{E001}$/v.test(inner) || isHarmless(inner)
				? whole
				: `${quote}${pieces.hide(hideQuoted(pieces.restore(inner), names))}${quote}`,
	);
	hidden = hidden.replaceAll(dotted, name => pieces.hide(hideDotted(name, names)));
	hidden = hidden.replaceAll(/(?<![\d\u{E000}])[\d\p{Alphabetic}$\-_]+/gv, word => {
		const pseudonym = names.ofWord(word);
		return pseudonym === undefined ? word : pieces.hide(pseudonym);
	});
	return pieces.restore(hidden);
};
