/** Literals and comments of a statement. */
import {hiddenPassword} from '../../../dm/secrets/hidden-password.js';
import {quotedEnd} from '../../../dm/secrets/quoted.js';
import type {ValueSigns} from './value-signs.js';

/** Types of columns, whose brackets contain lengths, and parts of keys. */
const sized =
	/(?:^|[\s\(,])(?:tinyint|smallint|mediumint|int|integer|bigint|float|double|decimal|numeric|dec|fixed|bit|year|time|timestamp|datetime|char|varchar|nchar|nvarchar|binary|varbinary|text|blob|vector)\s?$|`\s?$|[\(,]\s?[\p{Alphabetic}$_][\d\p{Alphabetic}$_]*\s?$/iv;

/** In other statements brackets contain values. */
const definition = /^\s*(?:alter|create)\b/iv;

const piece = /\/\*!?|--(?=\s)|["#'\(\)`]|[\p{Alphabetic}\p{Number}$@_]+(?:\.\d+)?/gv;

/** The next offset of `mark` from `at` on, or the end of the text. */
const find = (text: string, mark: string, at: number): number => {
	const found = text.indexOf(mark, at);
	return found === -1 ? text.length : found;
};

/** A statement while its literals are removed. */
class Statement {
	readonly #sql: string;
	readonly #values: ValueSigns;
	readonly #out: string[] = [];
	/** The brackets that are open: whether the numbers in them are lengths. */
	readonly #isSized: boolean[] = [];
	readonly #isDefinition: boolean;
	#done = 0;

	constructor(sql: string, values: ValueSigns) {
		this.#sql = sql;
		this.#isDefinition = definition.test(sql);
		this.#values = values;
	}

	/** Replaces the piece with `text`; returns where the piece ends. */
	#put(from: number, to: number, text: string): number {
		this.#out.push(this.#sql.slice(this.#done, from), text);
		this.#done = to;
		return to;
	}

	#quoted(at: number): number {
		const {end, isClosed} = quotedEnd(this.#sql, at);
		const innerEnd = isClosed ? end - 1 : end;
		const inner = this.#sql.slice(at + 1, innerEnd);
		this.#put(at + 1, innerEnd, inner === '' || inner === hiddenPassword ? inner : this.#values.of(inner));
		return end;
	}

	#word(at: number, word: string): void {
		const isNumber = /^\p{Number}/v.test(word);
		// `/*!50003` is a version.
		if (isNumber && this.#isSized.at(-1) !== true && this.#sql.slice(at - 3, at) !== '/*!') {
			this.#put(at, at + word.length, this.#values.of(word));
		}
	}

	/** Takes one piece; returns where the next one begins. */
	take(at: number, sign: string): number {
		const sql = this.#sql;
		switch (sign) {
			case '/*': {
				return this.#put(at + 2, find(sql, '*/', at + 2), '?');
			}

			case '--':
			case '#': {
				return this.#put(at + sign.length, find(sql, '\n', at), ' ?');
			}

			case '"':
			case "'": {
				return this.#quoted(at);
			}

			case '`': {
				return quotedEnd(sql, at).end;
			}

			case '(': {
				this.#isSized.push(this.#isDefinition && sized.test(sql.slice(Math.max(0, at - 80), at)));
				break;
			}

			case ')': {
				this.#isSized.pop();
				break;
			}

			default: {
				this.#word(at, sign);
			}
		}

		return at + sign.length;
	}

	end(): string {
		return this.#out.join('') + this.#sql.slice(this.#done);
	}
}

/** A statement without its literals and comments: names, and lengths of types and keys, stay. */
export const stripLiterals = (sql: string, values: ValueSigns): string => {
	const statement = new Statement(sql, values);
	piece.lastIndex = 0;
	for (let found = piece.exec(sql); found; found = piece.exec(sql)) {
		piece.lastIndex = statement.take(found.index, found[0]);
	}

	return statement.end();
};
