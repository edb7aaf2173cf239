/** Redacts observations for recordings. */
import {subtasksOf} from '../../observation/subtasks.js';
import type {Observation} from '../../provider.js';
import type {Subtask} from '../../../dm/status.js';
import {finish, type Steps} from '../../../dm/steps.js';
import {isObject} from '../../../dm/values/json-object.js';
import {RecentValues} from '../../../dm/values/recent-values.js';
import {hiddenPassword} from '../../../dm/secrets/hidden-password.js';
import {stripSecrets} from '../../../dm/secrets/passwords.js';
import {isSecretKey} from '../../../dm/secrets/secret-words.js';
import {hideAddress, hideInName, hideInSentence} from './hosts.js';
import {isPosition, isVersion, isWord} from './measures.js';
import {Pseudonyms} from './pseudonyms.js';
import {hideInText, hideStatement, hideTables} from './sentences.js';
import {ValueSigns} from './value-signs.js';
import {stripValues} from './values.js';

/** What is hidden besides secrets, which always are. */
export type RedactOptions = {
	/** Also hides hosts, databases, tables, data and SQL. */
	readonly hidesNames: boolean;
};

/** How texts are treated, by their kind. */
type Treatment =
	'word' | 'version' | 'position' | 'name' | 'address' | 'sql' | 'tables' | 'advice' | 'whole' | 'sentence';

const keysOf: Readonly<Record<Exclude<Treatment, 'sentence'>, string>> = {
	word: 'kind form stage unit class scope level binlogType mode shardMode action outcome operation sending',
	version: 'version',
	position: [
		'masterBinlog masterBinlogGtid syncerBinlog syncerBinlogGtid relayBinlog relayBinlogGtid relaySubDir',
		'metaBinlog metaBinlogGTID firstLocation validatorBinlog validatorBinlogGtid cutoverBinlogPos cutoverBinlogGtid',
		'position before',
	].join(' '),
	name: 'name task source worker workers sources leader asked missing status statusText subject',
	address: 'endpoint leaderAddress address addresses',
	sql: 'DDLs ddls blockingDDLs sqls',
	tables: 'id target synced unsynced unresolvedDDLLockID blockDDLOwner lock owner',
	advice: 'workaround fix path',
	whole: 'detail',
};

const rules: ReadonlyMap<string, Treatment> = new Map(
	Object.entries(keysOf).flatMap(([rule, keys]) =>
		keys.split(' ').map(key => [key, rule as Treatment] as const),
	),
);

/** What has only its own form is kept: anything else in its place is a sentence. */
const isPlain: Readonly<Partial<Record<Treatment, (text: string) => boolean>>> = {
	word: isWord,
	version: isVersion,
	position: isPosition,
};

/** Keys of names that are kept. */
const namingKeys = new Set(['name', 'task', 'source', 'worker', 'workers', 'sources', 'asked', 'missing']);

/** Most texts come with every answer. */
const recentTexts = () => new RecentValues<string>({entries: 10_000, characters: 500_000});

/** Longer ones are few, and would fill the memory. */
const longestText = 10_000;

/** The number of passes over one observation: names found at its end are also hidden at its beginning. */
const mostPasses = 3;

/** Steps are long enough that checking the clock between them costs little. */
const subtasksInStep = 5;

/** The objects of one observation, and what became of each. */
type Done = Map<Record<string, unknown>, Record<string, unknown>>;

/** Redacts the observations of one recording, one after the other. */
export class Redactor {
	readonly #hidesNames: boolean;
	readonly #names = new Pseudonyms();
	readonly #values = new ValueSigns();
	#texts = recentTexts();
	#learnt = 0;

	constructor({hidesNames}: RedactOptions) {
		this.#hidesNames = hidesNames;
	}

	#clean(key: string, value: unknown, done: Done): unknown {
		if (typeof value === 'string' && value !== '') {
			return isSecretKey(key) ? hiddenPassword : this.#cleanText(key, value);
		}

		if (['number', 'bigint', 'boolean'].includes(typeof value)) {
			return isSecretKey(key) ? hiddenPassword : value;
		}

		if (Array.isArray(value)) {
			const cleaned = value.map((member: unknown) => this.#clean(key, member, done));
			return cleaned.every((member, index) => member === value[index]) ? value : cleaned;
		}

		if (!isObject(value)) {
			return value;
		}

		const known = done.get(value);
		if (known) {
			return known;
		}

		const changes = Object.entries(value).flatMap(([name, member]) => {
			const cleaned = this.#clean(name, member, done);
			return cleaned === member ? [] : [[name, cleaned] as const];
		});
		const cleaned = changes.length === 0 ? value : {...value, ...Object.fromEntries(changes)};
		done.set(value, cleaned);
		return cleaned;
	}

	#cleanText(key: string, text: string): string {
		const rule = rules.get(key) ?? 'sentence';
		if (isPlain[rule]?.(text) === true) {
			return text;
		}

		if (this.#learnt !== this.#names.learnt) {
			this.#learnt = this.#names.learnt;
			this.#texts = recentTexts();
		}

		if (this.#hidesNames && namingKeys.has(key)) {
			this.#names.keep(text);
		}

		const clean = (): string => this.#cleanBy(rule, text);
		return text.length > longestText ? clean() : this.#texts.of(`${rule}\n${text}`, clean);
	}

	#cleanBy(rule: Treatment, text: string): string {
		const stripped = stripSecrets(text);
		if (this.#hidesNames) {
			return this.#hide(rule, stripped);
		}

		const isWords = ['sentence', 'sql', 'whole', 'advice'].includes(rule);
		return isWords ? stripValues(stripped, this.#values) : stripped;
	}

	#hide(rule: Treatment, text: string): string {
		const names = this.#names;
		const host = (name: string): string => names.of('host', name);
		switch (rule) {
			case 'name': {
				return hideInName(text, host);
			}

			case 'advice': {
				return hideInSentence(text, host);
			}

			case 'address': {
				return hideAddress(text, names);
			}

			case 'sql': {
				return hideStatement(text, names);
			}

			case 'tables': {
				return hideInName(hideTables(text, names), host);
			}

			case 'whole': {
				return '<hidden>';
			}

			case 'word':
			case 'version':
			case 'position':
			case 'sentence': {
				return hideInText(text, names);
			}
		}
	}

	/** A record, redacted, its `parts` first: the objects in it that most of it is made of. */
	*#recordSteps<Value extends Record<string, unknown>>(
		value: Value,
		parts: readonly Subtask[],
	): Steps<Value> {
		for (let pass = 1; ; pass++) {
			const before = this.#names.learnt;
			const done: Done = new Map();
			for (const [index, part] of parts.entries()) {
				this.#clean('subtasks', part, done);
				if (index % subtasksInStep === subtasksInStep - 1) {
					yield;
				}
			}

			const cleaned = this.#clean('', value, done) as Value;
			if (this.#names.learnt === before || pass === mostPasses) {
				return cleaned;
			}
		}
	}

	/** The redacted observation, step by step; the observation itself when nothing has to be hidden. */
	observationSteps(observation: Observation): Steps<Observation> {
		return this.#recordSteps(observation, subtasksOf(observation));
	}

	/** `observationSteps` at once. */
	observation(observation: Observation): Observation {
		return finish(this.observationSteps(observation));
	}

	/** Any record, redacted. Unchanged parts are shared with it. */
	record<Value extends Record<string, unknown>>(value: Value): Value {
		return finish(this.#recordSteps(value, []));
	}

	/** What a provider watches, redacted: an address, a scenario, or a path, in which names of people and firms stand. */
	title(title: string): string {
		return this.#hidesNames && /[\/:\\]|\.[a-z]\w*$/iv.test(title)
			? hideInText(stripSecrets(title), this.#names)
			: this.text(title);
	}

	/** A redacted name of a cluster. */
	text(title: string): string {
		const text = stripSecrets(title);
		return this.#hidesNames ? hideInSentence(text, host => this.#names.of('host', host)) : text;
	}
}
