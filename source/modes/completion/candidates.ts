/**
 * What can come next on a command line of dm-top. Pure: the names that only the outside knows are asked for.
 */
import {say} from '../../language/say.js';
import {findingKinds} from '../../findings/explain.js';
import {thresholdNames} from '../../findings/thresholds.js';
import {findVerb, verbs, type ArgumentKind} from '../../screens/command-line/verbs.js';
import {flags, type Flag, optionGroups} from '../manual/options.js';
import {shells} from './shells.js';

export type Candidate = {
	readonly value: string;
	/** What it is, in a few words; '' for nothing. */
	readonly told: string;
	/** More is to be typed behind it: no blank follows. */
	readonly goesOn?: boolean;
};

export type Completion = {
	readonly candidates: readonly Candidate[];
	/** Names of files are completed as the shell does it; behind this, such as "--file=". */
	readonly files?: string;
};

/** What is there to be named in a cluster. */
export type ClusterNames = {
	/** The sources of each task. */
	readonly tasks: ReadonlyMap<string, readonly string[]>;
	readonly sources: readonly string[];
	readonly workers: readonly string[];
	readonly masters: readonly string[];
};

/** What has to be asked for: only what is needed is. */
export type Outside = {
	/** Names of the cluster that the line names; all empty when it does not answer in time. */
	readonly cluster: () => Promise<ClusterNames>;
	/** "@prod" and the like. */
	readonly profiles: () => Promise<readonly string[]>;
	/** Names of simulated clusters with their summaries. */
	readonly scenarios: () => Promise<ReadonlyArray<{readonly name: string; readonly summary: string}>>;
};

const plain = (values: Iterable<string>): Candidate[] => [...values].map(value => ({value, told: ''}));

const byName: ReadonlyMap<string, Flag> = new Map(
	flags.flatMap(flag => [
		[`--${flag.name}`, flag] as const,
		...(flag.short === undefined ? [] : [[`-${flag.short}`, flag] as const]),
	]),
);

/** Flags that may be given again. */
const repeatable: ReadonlySet<string> = new Set([
	'source',
	'sql',
	'only',
	'task',
	'prometheus-label',
	'threshold',
]);

/** The words that are no flag and no flag's value, without clusters. */
const positionalsOf = (words: readonly string[]): string[] => {
	const positionals: string[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index]!;
		const flag = byName.get(word);
		if (flag && flag.value !== '' && !words[index + 1]?.startsWith('-')) {
			index++;
		} else if (!/^[\-@]/v.test(word)) {
			positionals.push(word);
		}
	}

	return positionals;
};

const flagCandidates = (words: readonly string[]): Candidate[] => {
	const given = new Set(words.map(word => byName.get(word.split('=', 1)[0]!)?.name));
	return optionGroups.flatMap(({options}) =>
		options.flatMap(({flags: together, told}) =>
			together
				.filter(({name}) => repeatable.has(name) || !given.has(name))
				.map(({name}) => ({
					value: `--${name}`,
					told: say(told)
						.split(/[\(:;（：；]/v, 1)[0]!
						.trim(),
				})),
		),
	);
};

/** What the value of a flag may be. */
const valuesOf = async (
	{name, takes, choices = []}: Flag,
	{cluster, scenarios}: Outside,
): Promise<Completion> => {
	switch (takes) {
		case 'file': {
			return {candidates: [], files: ''};
		}

		case 'scenario': {
			const listed = await scenarios();
			return {
				candidates: [
					...listed.map(({name: value, summary}) => ({value, told: summary})),
					{value: 'help', told: say('lists the scenarios')},
				],
				files: '',
			};
		}

		case 'choice': {
			return {candidates: plain(choices)};
		}

		case 'kind': {
			return {candidates: plain(findingKinds)};
		}

		case 'task': {
			const {tasks} = await cluster();
			return {candidates: plain(tasks.keys())};
		}

		case 'source': {
			const {sources} = await cluster();
			return {candidates: plain(sources)};
		}

		default: {
			return {
				candidates:
					name === 'threshold' ? thresholdNames.map(key => ({value: `${key}=`, told: '', goesOn: true})) : [],
			};
		}
	}
};

const ofCluster = async (
	kind: ArgumentKind,
	before: readonly string[],
	cluster: Outside['cluster'],
): Promise<Candidate[]> => {
	switch (kind) {
		case 'task': {
			const {tasks} = await cluster();
			return plain(tasks.keys());
		}

		case 'task-source': {
			const {tasks} = await cluster();
			return plain(tasks.get(before[0] ?? '') ?? []).filter(({value}) => !before.includes(value));
		}

		case 'source': {
			const {sources} = await cluster();
			return plain(sources);
		}

		case 'worker':
		case 'free-worker': {
			const {workers} = await cluster();
			return plain(workers);
		}

		case 'lock-action': {
			return plain(['exec', 'skip']);
		}

		case 'force': {
			return plain(['force']);
		}

		default: {
			return [];
		}
	}
};

/** The words that a verb takes. */
const argumentsOf = async (
	name: string,
	before: readonly string[],
	outside: Outside,
): Promise<Candidate[]> => {
	const takes = findVerb(name)?.arguments ?? [];
	const last = takes.at(-1);
	const argument = takes[before.length] ?? (last?.repeats ? last : undefined);
	return argument === undefined ? [] : ofCluster(argument.kind, before, outside.cluster);
};

const grouped = (group: string): Candidate[] =>
	verbs
		.filter(({name, operation}) => operation !== undefined && name.startsWith(`${group}-`))
		.map(({name, help}) => ({value: name.slice(group.length + 1), told: say(help)}));

const ownCommands = (): readonly Candidate[] => [
	{value: 'check', told: say('a verdict for a monitoring system, as Nagios expects one')},
	{value: 'wait', told: say('until a task is running, synced, finished or paused')},
	{value: 'export', told: say('findings for Prometheus')},
	{value: 'explain', told: say('what an error or a finding means, and what to do')},
	{value: 'config', told: say('a configuration as DM holds it, or the settings of dm-top')},
	{value: 'relay', told: say('the relay of a source')},
	{value: 'validation', told: say('the rows that differ')},
	{value: 'completion', told: say('the completions for a shell')},
];

const commandCandidates = (): Candidate[] => [
	...verbs
		.filter(({name, operation}) => operation !== undefined && !/^(?:relay|validation)-/v.test(name))
		.map(({name, help}) => ({value: name, told: say(help)})),
	...ownCommands(),
];

const configCandidates = async (rest: readonly string[], {cluster}: Outside): Promise<Candidate[]> => {
	const {tasks, sources, workers, masters} = await cluster();
	switch (rest[0]) {
		case undefined: {
			return [
				...plain(['task', 'source', 'worker', 'master']),
				{value: 'edit', told: say('opens the settings file')},
				{value: 'schema', told: say('the JSON schema of the settings file')},
				...plain(tasks.keys()),
			];
		}

		case 'task': {
			return plain(tasks.keys());
		}

		case 'source': {
			return plain(sources);
		}

		case 'worker': {
			return plain(workers);
		}

		case 'master': {
			return plain(masters);
		}

		default: {
			return [];
		}
	}
};

/** The next word of a command. */
const wordsOf = async ([command, ...rest]: readonly string[], outside: Outside): Promise<Candidate[]> => {
	switch (command) {
		case undefined: {
			return commandCandidates();
		}

		case 'relay':
		case 'validation': {
			const [action, ...names] = rest;
			if (action !== undefined) {
				return argumentsOf(`${command}-${action}`, names, outside);
			}

			return [
				...grouped(command),
				...(command === 'validation' ? await ofCluster('task', [], outside.cluster) : []),
			];
		}

		case 'wait': {
			return rest.length === 0 ? ofCluster('task', [], outside.cluster) : [];
		}

		case 'explain': {
			return rest.length === 0 ? plain([...findingKinds, 'thresholds']) : [];
		}

		case 'completion': {
			return rest.length === 0 ? plain(shells) : [];
		}

		case 'config': {
			return rest.length < 2 ? configCandidates(rest, outside) : [];
		}

		default: {
			return argumentsOf(command, rest, outside);
		}
	}
};

const beginningWith = (word: string, {candidates, files}: Completion): Completion => ({
	candidates: candidates.filter(({value}) => value.startsWith(word)),
	files,
});

/**
 * What the last word may become, or what may come next where it is ''.
 *
 * @param words What is on the line behind `dm-top`, up to the cursor; the last one is what is being typed.
 * @param outside What has to be asked for.
 */
export const complete = async (words: readonly string[], outside: Outside): Promise<Completion> => {
	const typed = words.at(-1) ?? '';
	const before = words.slice(0, -1);
	if (before.includes('--')) {
		return {candidates: [], files: ''};
	}

	const {flag: joined, start = ''} = /^(?<start>(?<flag>--[\w\-]+)=)/v.exec(typed)?.groups ?? {};
	if (joined !== undefined) {
		const flag = byName.get(joined);
		const {candidates, files} = flag
			? beginningWith(typed.slice(start.length), await valuesOf(flag, outside))
			: {candidates: []};
		return {
			candidates: candidates.map(candidate => ({...candidate, value: start + candidate.value})),
			files: files === undefined ? undefined : start,
		};
	}

	const asking = byName.get(before.at(-1) ?? '');
	if (asking && asking.value !== '' && !typed.startsWith('-')) {
		return beginningWith(typed, await valuesOf(asking, outside));
	}

	if (typed.startsWith('-')) {
		return beginningWith(typed, {candidates: flagCandidates(before)});
	}

	if (typed.startsWith('@')) {
		return beginningWith(typed, {candidates: plain(await outside.profiles())});
	}

	const positionals = positionalsOf(before);
	const candidates = await wordsOf(positionals, outside);
	const isStart = positionals.length === 1 && positionals[0] === 'start';
	return beginningWith(typed, {candidates, files: isStart ? '' : undefined});
};
