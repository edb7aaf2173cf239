/** Hides names and SQL in sentences, such as DM's error messages, and keeps what a reader needs to understand them. */
import {mapQuoted, type Quoted} from '../../../dm/secrets/quoted.js';
import {isHarmlessWord} from '../../../dm/secrets/vocabulary.js';
import {hideInSentence, isPublic} from './hosts.js';
import type {Pseudonyms} from './pseudonyms.js';
import {mapStatements} from './statements.js';
import {quotedMeaningOf} from './meaning.js';
import {measure} from './measures.js';
import {mapBareValues, mapNear} from './values.js';

const verb =
	/^\s{0,99}(?<verb>(?:alter|create|drop|truncate|rename)\s{1,9}(?:table|database|schema|index|view|user)|insert|replace|delete|update|select|grant|load\s{1,9}data)\b/iv;

/** Names have 64 characters at most in MySQL. */
const pair = /`(?<db>(?:[^`]|``){1,128})`\.`(?<table>(?:[^`]|``){0,128})`/gv;

const pairOrSingle =
	/`(?<db>(?:[^`]|``){1,128})`\.`(?<table>(?:[^`]|``){0,128})`|`(?<name>(?:[^`]|``){1,128})`/gv;

/** Databases and tables named in a statement are also hidden in other texts. */
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

/** A statement as its kind and number: "ALTER TABLE <sql-3>". */
export const hideStatement = (sql: string, names: Pseudonyms): string => {
	if (sql.trim() === '') {
		return sql;
	}

	learnNames(sql, names);
	const does = verb.exec(sql)?.groups?.['verb'];
	const which = `<${names.of('sql', sql.trim())}>`;
	return does === undefined ? which : `${does.toUpperCase().replaceAll(/\s+/gv, ' ')} ${which}`;
};

/** DM also writes its commands in backticks: `handle-error`, `query-status orders`. */
const isCommand = (name: string): boolean =>
	/[ \-]/v.test(name) && name.split(' ').every(word => isHarmlessWord(word));

/** "`shop`.`orders`" as "`db-1`.`table-1`", anywhere in text. */
export const hideTables = (text: string, names: Pseudonyms): string =>
	text.replaceAll(pairOrSingle, (whole: string, ...rest: unknown[]) => {
		const {db, table, name = ''} = rest.at(-1) as Record<string, string | undefined>;
		if (db !== undefined) {
			const hidden = table === undefined || table === '' ? '' : names.of('table', table);
			return `\`${names.of('db', db)}\`.\`${hidden}\``;
		}

		return /^(?:db|table|name)-\d+$/v.test(name) || isCommand(name) ? whole : `\`${names.of('name', name)}\``;
	});

/** Hidden pieces are replaced by marks that match no other rule, and inserted at the end. */
class Pieces {
	readonly #pieces: string[] = [];

	hide(piece: string): string {
		this.#pieces.push(piece);
		return `\u{E000}${this.#pieces.length - 1}\u{E001}`;
	}

	restore(text: string): string {
		let restored = text;
		// A piece may contain another one.
		while (/\u{E000}\d+\u{E001}/v.test(restored)) {
			restored = restored.replaceAll(/\u{E000}(?<index>\d+)\u{E001}/gv, (_, index: string) => {
				const piece = this.#pieces[Number(index)];
				return piece ?? '';
			});
		}

		return restored;
	}
}

/** "shop.orders" and "shop" by their pseudonyms; anything else as a name. */
const hideName = (inner: string, names: Pseudonyms): string => {
	const hosts = hideInSentence(inner, host => names.of('host', host));
	if (/^host-\d+(?::\d+)?$/v.test(hosts)) {
		return hosts;
	}

	if (/^[\d\p{Alphabetic}$\-_]+(?:\.[\d\p{Alphabetic}$\-_]+){1,2}$/v.test(inner) && !/^\d/v.test(inner)) {
		return inner
			.split('.')
			.map((part, index) => names.of(index === 0 ? 'db' : index === 1 ? 'table' : 'name', part))
			.join('.');
	}

	return names.ofWord(inner) ?? names.of('name', inner);
};

/** A quoted part: words in a quoted sentence are treated like those around it; already hidden parts stay hidden. */
const hideQuoted = (quoted: Quoted, names: Pseudonyms, pieces: Pieces): string => {
	const {inner} = quoted;
	if (/^(?:\u{E000}\d+\u{E001})?$/v.test(inner)) {
		return inner;
	}

	switch (quotedMeaningOf(quoted)) {
		case 'harmless': {
			return pieces.hide(inner);
		}

		case 'key':
		case 'go-sentence': {
			return inner;
		}

		case 'sentence': {
			return mapQuoted(inner, part => hideQuoted(part, names, pieces));
		}

		case 'name': {
			return pieces.hide(names.isKept(inner) ? inner : hideName(pieces.restore(inner), names));
		}

		case 'value': {
			return pieces.hide(names.of('text', pieces.restore(inner)));
		}
	}
};

const dotted = /(?<![\w\-.@])[a-z_][\w$\-]*(?:\.[\w$\-]+)+(?![\w\-])/giv;

const hideDotted = (name: string, names: Pseudonyms, pieces: Pieces): string => {
	if (isPublic(name)) {
		return pieces.hide(name);
	}

	const dump = /\.(?:sql|csv|parquet)$/iv.exec(name);
	if (dump) {
		return pieces.hide(`${names.of('file', name)}${dump[0]}`);
	}

	// "e.g." is no name, and a number has other rules: their parts are words like any other.
	return /\.[a-z_][^.]+$/iv.test(name) ? pieces.hide(hideName(name, names)) : name;
};

/** Words and numbers, and what is hidden already. */
const words = /\u{E000}\d+\u{E001}|[\p{Alphabetic}\p{Number}$_]+(?:-+[\p{Alphabetic}\p{Number}$_]+)*/gv;

const hiddenWithPort =
	/(?<piece>\u{E000}\d+\u{E001}):(?:[1-5]\d{4}|6[0-5]\d{3}|\d{1,4})(?![\p{Alphabetic}\p{Number}\-_]|[.\/:] ?\p{Number}| \p{Number})/gv;

/** A sentence without hosts, users, databases, tables, data and SQL. */
export const hideInText = (text: string, names: Pseudonyms): string => {
	const pieces = new Pieces();
	const hide = (kind: 'host' | 'user', name: string): string => pieces.hide(names.of(kind, name));
	let hidden = mapStatements(text.replaceAll(/[\u{E000}\u{E001}]/gv, ''), {
		sql: sql => pieces.hide(hideStatement(sql, names)),
	});
	hidden = mapNear(hidden, sql => pieces.hide(`<${names.of('sql', pieces.restore(sql))}>`));
	hidden = hidden.replaceAll(
		/'(?<user>[^']{0,300})'@'(?<host>[^']{0,300})'/gv,
		(_, user: string, host: string) =>
			`'${user === '' ? '' : hide('user', user)}'@'${host === '%' ? '%' : hide('host', host)}'`,
	);
	hidden = hidden.replaceAll(pairOrSingle, found => pieces.hide(hideTables(found, names)));
	hidden = mapQuoted(hidden, quoted => hideQuoted(quoted, names, pieces));
	hidden = mapBareValues(hidden, value => pieces.hide(names.of('text', pieces.restore(value))));
	hidden = hidden.replaceAll(measure, found => pieces.hide(found));
	hidden = hideInSentence(hidden, host => hide('host', host));
	hidden = hidden.replaceAll(dotted, name => hideDotted(name, names, pieces));
	hidden = hidden.replaceAll(hiddenWithPort, (whole, piece: string) =>
		/^host-\d+$/v.test(pieces.restore(piece)) ? pieces.hide(whole) : whole,
	);
	hidden = hidden.replaceAll(words, word => {
		if (word.startsWith('\u{E000}')) {
			return word;
		}

		const pseudonym = names.ofWord(word);
		if (pseudonym !== undefined) {
			return pieces.hide(pseudonym);
		}

		return names.isKept(word) || isHarmlessWord(word) ? word : pieces.hide(names.of('text', word));
	});
	return pieces.restore(hidden);
};
