/** Commands, and the words that they take. */
import {findingKinds} from '../../../findings/explain.js';
import {say} from '../../../language/say.js';
import {type ArgumentKind, findVerb, verbs} from '../../../screens/command-line/verbs.js';
import {type ShellCandidate, type Outside, plainCandidates} from './candidate.js';
import {shells} from './shells.js';

const ofCluster = async (
	kind: ArgumentKind,
	before: readonly string[],
	cluster: Outside['cluster'],
): Promise<ShellCandidate[]> => {
	switch (kind) {
		case 'task': {
			const {tasks} = await cluster();
			return plainCandidates(tasks.keys());
		}

		case 'task-source': {
			const {tasks} = await cluster();
			return plainCandidates(tasks.get(before[0] ?? '') ?? []).filter(({value}) => !before.includes(value));
		}

		case 'source': {
			const {sources} = await cluster();
			return plainCandidates(sources);
		}

		case 'worker':
		case 'free-worker': {
			const {workers} = await cluster();
			return plainCandidates(workers);
		}

		case 'lock-action': {
			return plainCandidates(['exec', 'skip']);
		}

		case 'force': {
			return plainCandidates(['force']);
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
): Promise<ShellCandidate[]> => {
	const takes = findVerb(name)?.arguments ?? [];
	const last = takes.at(-1);
	const argument = takes[before.length] ?? (last?.repeats ? last : undefined);
	return argument === undefined ? [] : ofCluster(argument.kind, before, outside.cluster);
};

const grouped = (group: string): ShellCandidate[] =>
	verbs
		.filter(({name, operation}) => operation !== undefined && name.startsWith(`${group}-`))
		.map(({name, help}) => ({value: name.slice(group.length + 1), description: say(help)}));

const ownCommands = (): readonly ShellCandidate[] => [
	{value: 'check', description: say('a verdict for a monitoring system, in the form Nagios expects')},
	{value: 'wait', description: say('until a task is running, synced, finished or paused')},
	{value: 'export', description: say('findings for Prometheus')},
	{value: 'explain', description: say('what an error or a finding means, and what to do')},
	{value: 'config', description: say('a configuration as DM holds it, or the settings of dm-top')},
	{value: 'relay', description: say('the relay of a source')},
	{value: 'validation', description: say('the rows that differ')},
	{value: 'completion', description: say('the completions for a shell')},
];

const commandCandidates = (): ShellCandidate[] => [
	...verbs
		.filter(({name, operation}) => operation !== undefined && !/^(?:relay|validation)-/v.test(name))
		.map(({name, help}) => ({value: name, description: say(help)})),
	...ownCommands(),
];

const configCandidates = async (rest: readonly string[], {cluster}: Outside): Promise<ShellCandidate[]> => {
	const {tasks, sources, workers, masters} = await cluster();
	switch (rest[0]) {
		case undefined: {
			return [
				...plainCandidates(['task', 'source', 'worker', 'master']),
				{value: 'edit', description: say('opens the settings file')},
				{value: 'schema', description: say('the JSON schema of the settings file')},
				...plainCandidates(tasks.keys()),
			];
		}

		case 'task': {
			return plainCandidates(tasks.keys());
		}

		case 'source': {
			return plainCandidates(sources);
		}

		case 'worker': {
			return plainCandidates(workers);
		}

		case 'master': {
			return plainCandidates(masters);
		}

		default: {
			return [];
		}
	}
};

/** The next word of a command. */
export const wordsOf = async (
	[command, ...rest]: readonly string[],
	outside: Outside,
): Promise<ShellCandidate[]> => {
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
			return rest.length === 0 ? plainCandidates([...findingKinds, 'thresholds']) : [];
		}

		case 'completion': {
			return rest.length === 0 ? plainCandidates(shells) : [];
		}

		case 'config': {
			return rest.length < 2 ? configCandidates(rest, outside) : [];
		}

		default: {
			return argumentsOf(command, rest, outside);
		}
	}
};
