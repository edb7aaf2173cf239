/** Pseudonyms for hidden names: the same for the same name, and without any information about it. */
import {ownText} from '../../../dm/values/own-text.js';
import {keyOf, longestRemembered} from './kept-key.js';

/** What a pseudonym stands for. */
export type NameKind = 'host' | 'user' | 'db' | 'table' | 'name' | 'text' | 'file' | 'sql';

/** Words of DM's own messages: a database may have such a name, but in a sentence they keep their meaning. */
const ordinary = new Set(
	[
		'startLocation endLocation position gtid set origin SQL sql table tables sourceTable targetTable schema database',
		'error errors Error Message RawCause Workaround code class scope level internal upstream downstream not-set high',
		'medium low the and for not with from that this was are has have can cannot line column near row key index name',
		'type value data user users host time date text file files log test task source worker master relay sync load dump',
		'unit stage binlog event events statement query exec execute failed fail unknown invalid duplicate entry exist',
		'exists Duplicate Unknown Table Column Data Access denied order group status result id',
	].flatMap(words => words.split(' ')),
);

/** Databases that every cluster has, and DM's own columns and tables: they are not private. */
const own =
	/^(?:dm_meta|mysql|information_schema|performance_schema|sys|PRIMARY|binlog_gtid|table_info|exit_safe_binlog_(?:name|pos|gtid)|binlog_(?:name|pos)|cp_(?:schema|table))$/v;
const ownTable =
	/^(?<task>.{0,128})(?<what>_(?:syncer_checkpoint|loader_checkpoint|onlineddl|lightning_checkpoint_list|sharding_meta))$/sv;

/** Kinds of names that may be confused in a text. */
const identifiers: ReadonlySet<NameKind> = new Set(['db', 'table', 'name']);

/** The shortest name that is looked for in the middle of a sentence; the longest is `longestRemembered`. */
const shortest = 3;

/** The most names that are remembered; beyond that the oldest is forgotten, and gets another pseudonym later. */
const most = 50_000;

/** Forgets the oldest if there are too many. */
const bound = (names: Map<string, unknown> | Set<string>): void => {
	const [oldest] = names.keys();
	if (oldest !== undefined && names.size > most) {
		names.delete(oldest);
	}
};

/** The pseudonyms of one recording. */
export class Pseudonyms {
	readonly #names = new Map<string, string>();
	readonly #counts = new Map<NameKind, number>();
	/** Names that are also found in sentences. */
	readonly #loose = new Map<string, string>();
	/** Names of tasks, sources and workers: they stay. */
	readonly #kept = new Set<string>();
	#learnt = 0;

	/** The number of names that are looked for in sentences, to be hidden or to be kept. */
	get learnt(): number {
		return this.#learnt;
	}

	/** The pseudonym of `name`; the same for a database and a table of the same name. */
	of(kind: NameKind, name: string): string {
		const isIdentifier = identifiers.has(kind);
		if (isIdentifier && own.test(name)) {
			return name;
		}

		const {task, what} = ownTable.exec(name)?.groups ?? {};
		if (task !== undefined && what !== undefined) {
			return `${this.#kept.has(task) ? task : this.of('name', task)}${what}`;
		}

		const key = `${isIdentifier ? 'identifier' : kind}\n${keyOf(name)}`;
		const known = this.#names.get(key);
		if (known !== undefined) {
			return known;
		}

		const count = (this.#counts.get(kind) ?? 0) + 1;
		const pseudonym = `${kind}-${count}`;
		this.#counts.set(kind, count);
		this.#names.set(ownText(key), pseudonym);
		bound(this.#names);
		if ((isIdentifier || kind === 'host') && name.length <= longestRemembered) {
			this.#loose.set(ownText(name), pseudonym);
			bound(this.#loose);
			this.#learnt += 1;
		}

		return pseudonym;
	}

	/** Keeps the name in sentences: it is a task's, a source's or a worker's. */
	keep(name: string): void {
		if (!(name.length <= longestRemembered) || this.#kept.has(name)) {
			return;
		}

		this.#kept.add(ownText(name));
		bound(this.#kept);
		this.#learnt += 1;
	}

	/** Whether a word is the name of a task, a source or a worker. */
	isKept(name: string): boolean {
		return this.#kept.has(name);
	}

	/** The pseudonym of a word in a sentence, if it is a hidden name. */
	ofWord(word: string): string | undefined {
		return word.length < shortest || ordinary.has(word) || this.#kept.has(word)
			? undefined
			: this.#loose.get(word);
	}
}
