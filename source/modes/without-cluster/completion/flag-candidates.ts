/** Flags, and what their values may be. */
import {findingKinds} from '../../../findings/explain.js';
import {thresholdNames} from '../../../findings/thresholds.js';
import {say} from '../../../language/say.js';
import {flagTable} from '../../../settings/flags/flags.js';
import {type DocumentedFlag, documentedFlags, optionGroups} from '../manual/options.js';
import {type ShellCandidate, type ShellCompletion, type Outside, plainCandidates} from './candidate.js';

/** Flags as they are typed, by their names and letters. */
export const flagsByName: ReadonlyMap<string, DocumentedFlag> = new Map(
	documentedFlags.flatMap(flag => [
		[`--${flag.name}`, flag] as const,
		...(flag.short === undefined ? [] : [[`-${flag.short}`, flag] as const]),
	]),
);

/** Whether a flag may be given again. */
const isRepeatable = ({name}: DocumentedFlag): boolean => flagTable.get(name)?.kind.type === 'list';

/** The words other than flags, their values and clusters. */
export const positionalsOf = (words: readonly string[]): string[] => {
	const positionals: string[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index]!;
		const flag = flagsByName.get(word);
		if (flag && flag.value !== '' && !words[index + 1]?.startsWith('-')) {
			index++;
		} else if (!/^[\-@]/v.test(word)) {
			positionals.push(word);
		}
	}

	return positionals;
};

/** Flags that may follow these words. */
export const flagCandidates = (words: readonly string[]): ShellCandidate[] => {
	const given = new Set(words.map(word => flagsByName.get(word.split('=', 1)[0]!)?.name));
	return optionGroups.flatMap(({options}) =>
		options.flatMap(({flags: together, description}) =>
			together
				.filter(flag => isRepeatable(flag) || !given.has(flag.name))
				.map(({name}) => ({
					value: `--${name}`,
					description: say(description)
						.split(/[\(:;（：；]/v, 1)[0]!
						.trim(),
				})),
		),
	);
};

/** The possible values of a flag. */
export const valuesOf = async (
	{name, takes, choices = []}: DocumentedFlag,
	{cluster, scenarios}: Outside,
): Promise<ShellCompletion> => {
	switch (takes) {
		case 'file': {
			return {candidates: [], files: ''};
		}

		case 'scenario': {
			const listed = await scenarios();
			return {
				candidates: [
					...listed.map(({name: value, summary}) => ({value, description: summary})),
					{value: 'help', description: say('lists the scenarios')},
				],
				files: '',
			};
		}

		case 'choice': {
			return {candidates: plainCandidates(choices)};
		}

		case 'kind': {
			return {candidates: plainCandidates(findingKinds)};
		}

		case 'task': {
			const {tasks} = await cluster();
			return {candidates: plainCandidates(tasks.keys())};
		}

		case 'source': {
			const {sources} = await cluster();
			return {candidates: plainCandidates(sources)};
		}

		default: {
			return {
				candidates:
					name === 'threshold'
						? thresholdNames.map(key => ({value: `${key}=`, description: '', goesOn: true}))
						: [],
			};
		}
	}
};
