/**
 * Parses the words and flags of a script command: the same verbs as after `:`.
 */
import {say} from '../../language/say.js';
import {splitStatements} from '../../operations/planning/statements.js';
import {isDuration, isStartTime} from '../../operations/starting/task-file.js';
import type {StartFrom} from '../../operations/starting/start.js';
import type {Choice} from '../../operations/target.js';
import {parseLine} from '../../screens/command-line/parse.js';
import {findVerb, usageOf} from '../../screens/command-line/verbs.js';
import {quoteWord} from '../../screens/command-line/words.js';

/** The words of a script command, and the flags that belong to it. */
export type ScriptWords = {
	/** The verb and its arguments. */
	readonly words: readonly string[];
	/** `--source`; [] means all. */
	readonly sources: readonly string[];
	/** `--position`, "mysql-bin.000001:4"; '' for the current position of each subtask. */
	readonly position: string;
	/** `--sql`, a statement or several each. */
	readonly sql: readonly string[];
	/** How a task is started: `--remove-meta`, `--start-time` and `--safe-mode`, '' where these are not given. */
	readonly withoutMeta: boolean;
	readonly startTime: string;
	readonly safeMode: string;
};

/** What DM has a configuration of. */
export type ConfigOf = 'task' | 'source' | 'worker' | 'master';

/** What a script asks for: an operation, or a question about one task or member. */
export type ScriptCommand =
	| {readonly kind: 'operate'; readonly choice: Choice}
	/** The task of a configuration in a file. */
	| {
			readonly kind: 'start-file';
			readonly path: string;
			readonly from: StartFrom;
			readonly sources: readonly string[];
	  }
	| {readonly kind: 'config'; readonly of: ConfigOf; readonly name: string}
	| {readonly kind: 'validation'; readonly task: string};

/** The command, or what is wrong with its words, in one sentence. */
export type ParsedScript = {readonly command: ScriptCommand} | {readonly mistake: string};

/** Verbs of two words, which are hyphenated after `:`. */
const groups: ReadonlySet<string> = new Set(['relay', 'validation']);

const configs: ReadonlySet<string> = new Set<ConfigOf>(['task', 'source', 'worker', 'master']);

const configUsage = 'config TASK, config source|worker|master NAME';

const mistake = (text: string): ParsedScript => ({mistake: text});

/** `config TASK`, `config source NAME`. */
const configOf = (words: readonly string[]): ParsedScript => {
	const [first = '', name, ...rest] = words;
	if (name === undefined) {
		return first === ''
			? mistake(say('config needs a name: {usage}', {usage: configUsage}))
			: {command: {kind: 'config', of: 'task', name: first}};
	}

	return configs.has(first) && rest.length === 0
		? {command: {kind: 'config', of: first as ConfigOf, name}}
		: mistake(say('Unexpected argument “{word}”: {usage}', {word: rest[0] ?? first, usage: configUsage}));
};

/** A word for `parseLine`: never an option, even when it begins with a dash. */
const lineOf = (words: readonly string[]): string => words.map(word => quoteWord(word)).join(' ');

const withSql = (choice: Choice, {sql}: ScriptWords): ParsedScript => {
	if (choice.kind !== 'binlog-replace' && choice.kind !== 'binlog-inject') {
		return sql.length === 0
			? {command: {kind: 'operate', choice}}
			: mistake(say('--sql goes with replace and inject.'));
	}

	const sqls = sql.flatMap(text => splitStatements(text));
	return sqls.length === 0
		? mistake(say("{verb} needs the SQL: --sql 'ALTER TABLE …'", {verb: choice.kind.slice('binlog-'.length)}))
		: {command: {kind: 'operate', choice: {...choice, sqls}}};
};

/** Whether a verb takes sources after its task. */
const takesSources = (name: string): boolean =>
	findVerb(name)?.arguments.some(({kind}) => kind === 'task-source') ?? false;

const operationOf = (name: string, rest: readonly string[], script: ScriptWords): ParsedScript => {
	const verb = findVerb(name);
	if (verb?.operation === undefined) {
		return mistake(say('Unknown command “{name}”. See dm-top --help.', {name}));
	}

	const {sources, position} = script;
	if (sources.length > 0 && !takesSources(name)) {
		return mistake(
			say('{flag} does not go with {name}: {usage}', {flag: '--source', name, usage: usageOf(verb)}),
		);
	}

	if (position !== '' && !verb.takesPosition) {
		return mistake(
			say('{flag} does not go with {name}: {usage}', {flag: '--position', name, usage: usageOf(verb)}),
		);
	}

	const at = position === '' ? '' : ` -b ${quoteWord(position)}`;
	const parsed = parseLine(`${verb.name} ${lineOf([...rest, ...sources])}${at}`);
	if ('mistake' in parsed) {
		return parsed;
	}

	return parsed.command.kind === 'operate'
		? withSql(parsed.command.choice, script)
		: mistake(say('Unknown command “{name}”. See dm-top --help.', {name}));
};

/** How a task is to be started, or what is wrong with it. */
const startOf = (isAgain: boolean, {withoutMeta, startTime, safeMode}: ScriptWords): StartFrom | string => {
	if (startTime !== '' && !isStartTime(startTime)) {
		return say('--start-time is written 2026-11-27 01:02:03, not “{text}”', {text: startTime});
	}

	return safeMode !== '' && !isDuration(safeMode)
		? say('--safe-mode takes a length such as 30s, 10m or 1h, not “{text}”', {text: safeMode})
		: {isAgain, removesMeta: withoutMeta, startTime, safeModeFor: safeMode};
};

const restartOf = ([task, ...rest]: readonly string[], script: ScriptWords): ParsedScript => {
	if (task === undefined || rest.length > 0) {
		return mistake(
			say('restart takes one task: {usage}', {
				usage: 'restart TASK [--remove-meta] [--start-time TIME] [--safe-mode LENGTH]',
			}),
		);
	}

	const from = startOf(true, script);
	return typeof from === 'string'
		? mistake(from)
		: {command: {kind: 'operate', choice: {kind: 'start', task, sources: [], from}}};
};

const startFileOf = (path: string, script: ScriptWords): ParsedScript => {
	const from = startOf(false, script);
	return typeof from === 'string'
		? mistake(from)
		: {command: {kind: 'start-file', path, from, sources: script.sources}};
};

const isFile = (word: string): boolean => /\.ya?ml$/iv.test(word);

/** Parses a script's command; names are taken literally. */
export const parseScript = (script: ScriptWords): ParsedScript => {
	const [first = '', second = '', ...rest] = script.words;
	if (groups.has(first) && findVerb(`${first}-${second}`)) {
		const name = `${first}-${second}`;
		const parsed = operationOf(name, rest, script);
		return 'mistake' in parsed
			? mistake(parsed.mistake.replaceAll(name, () => `${first} ${second}`))
			: parsed;
	}

	if (first === 'start' && isFile(second) && rest.length === 0) {
		return startFileOf(second, script);
	}

	if (first === 'restart') {
		return restartOf(script.words.slice(1), script);
	}

	if (script.withoutMeta || script.startTime !== '' || script.safeMode !== '') {
		return mistake(
			say('--remove-meta, --start-time and --safe-mode go with restart TASK and start TASK.yaml.'),
		);
	}

	switch (first) {
		case 'config': {
			return configOf(script.words.slice(1));
		}

		case 'validation': {
			return second !== '' && rest.length === 0
				? {command: {kind: 'validation', task: second}}
				: mistake(
						say('validation needs a task: {usage}', {
							usage: 'validation TASK, validation start|stop|ignore|resolve|clear TASK …',
						}),
					);
		}

		case 'relay': {
			return mistake(
				say('relay needs an action and a source: {usage}', {usage: 'relay on|off|pause|resume|purge SOURCE'}),
			);
		}

		default: {
			return operationOf(first, script.words.slice(1), script);
		}
	}
};
