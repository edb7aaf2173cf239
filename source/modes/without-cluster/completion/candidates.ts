/**
 * What can come next on a command line of dm-top. Pure: names from outside are asked for.
 */
import {type ShellCompletion, type Outside, plainCandidates} from './candidate.js';
import {flagCandidates, flagsByName, positionalsOf, valuesOf} from './flag-candidates.js';
import {wordsOf} from './word-candidates.js';

const beginningWith = (word: string, {candidates, files}: ShellCompletion): ShellCompletion => ({
	candidates: candidates.filter(({value}) => value.startsWith(word)),
	files,
});

/**
 * The candidates for the last word, or for the next one where it is ''.
 *
 * @param words The words after `dm-top`, up to the cursor; the last one is being typed.
 * @param outside What has to be asked for.
 */
export const completeWords = async (words: readonly string[], outside: Outside): Promise<ShellCompletion> => {
	const typed = words.at(-1) ?? '';
	const before = words.slice(0, -1);
	if (before.includes('--')) {
		return {candidates: [], files: ''};
	}

	const {flag: joined, start = ''} = /^(?<start>(?<flag>--[\w\-]+)=)/v.exec(typed)?.groups ?? {};
	if (joined !== undefined) {
		const flag = flagsByName.get(joined);
		const {candidates, files} = flag
			? beginningWith(typed.slice(start.length), await valuesOf(flag, outside))
			: {candidates: []};
		return {
			candidates: candidates.map(candidate => ({...candidate, value: start + candidate.value})),
			files: files === undefined ? undefined : start,
		};
	}

	const asking = flagsByName.get(before.at(-1) ?? '');
	if (asking && asking.value !== '' && !typed.startsWith('-')) {
		return beginningWith(typed, await valuesOf(asking, outside));
	}

	if (typed.startsWith('-')) {
		return beginningWith(typed, {candidates: flagCandidates(before)});
	}

	if (typed.startsWith('@')) {
		return beginningWith(typed, {candidates: plainCandidates(await outside.profiles())});
	}

	const positionals = positionalsOf(before);
	const candidates = await wordsOf(positionals, outside);
	const isStart = positionals.length === 1 && positionals[0] === 'start';
	return beginningWith(typed, {candidates, files: isStart ? '' : undefined});
};
