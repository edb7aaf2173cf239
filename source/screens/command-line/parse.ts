/**
 * Parses a typed line into a command: only the grammar. Names are looked up in resolve.ts.
 */
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';
import {themeNames} from '../../components/theme/theme-names.js';
import {rootKinds} from '../places/place.js';
import {didYouMean} from '../../dm/nearest.js';
import {languageCodeOf, languageCodes} from '../../language/choose.js';
import type {LineCommand, NamedView} from './line-command.js';
import {type VerbWords, choiceOf} from './choices.js';
import {type Verb, findVerb, shownVerbs, usageOf} from './verbs.js';
import {type Word, splitWords} from './words.js';

/** A command, or what is wrong with the line, in plain words. */
export type Parsed = {readonly command: LineCommand} | {readonly mistake: string};

/** A line's words, sorted by what they are. */
type Read = VerbWords & {
	/** All that follows the verb, as it was typed. */
	readonly rest: string;
};

const longest = 3600;

/** A line that is no command, with the reason. */
export const mistake = (text: string): Parsed => ({mistake: text});

/** A line that is a command. */
export const found = (command: LineCommand): Parsed => ({command});

const views: ReadonlySet<string> = new Set([...rootKinds, 'help']);

const wrongCount = (verb: Verb, texts: readonly string[]): string | undefined => {
	const takes = verb.arguments;
	const missing = takes.find(({optional}, index) => !optional && index >= texts.length);
	if (missing) {
		return say('{verb} needs {name}: {usage}', {verb: verb.name, name: missing.name, usage: usageOf(verb)});
	}

	return texts.length > takes.length && takes.at(-1)?.repeats !== true
		? say('Unexpected argument “{word}”: {usage}', {word: texts[takes.length]!, usage: usageOf(verb)})
		: undefined;
};

/** Takes `-b POSITION` out of the words. */
const readOptions = (
	verb: Verb,
	words: readonly Word[],
): {readonly texts: readonly string[]; readonly position?: string; readonly mistake?: string} => {
	const texts: string[] = [];
	let position: string | undefined;
	let isPosition = false;
	for (const {text, isQuoted} of words) {
		if (isPosition) {
			position = text;
			isPosition = false;
		} else if (text === '-b' && !isQuoted && verb.takesPosition) {
			isPosition = true;
		} else if (text.startsWith('-') && !isQuoted) {
			return {
				texts,
				mistake: say('There is no option {text}: {usage}. A name like that goes in quotes.', {
					text,
					usage: usageOf(verb),
				}),
			};
		} else {
			texts.push(text);
		}
	}

	return isPosition
		? {texts, mistake: say('-b needs a position: {usage}', {usage: usageOf(verb)})}
		: {texts, position};
};

const intervalOf = (text: string): Parsed => {
	const seconds = /^(?<seconds>\d{1,5}(?:\.\d{1,3})?)\s?s?$/v.exec(text)?.groups?.['seconds'];
	const milliseconds = Math.round(Number(seconds) * 1000);
	return seconds === undefined || milliseconds < 1000 || milliseconds > longest * 1000
		? mistake(say('The interval is 1 to {longest} seconds, not “{text}”.', {longest, text}))
		: found({kind: 'interval', milliseconds});
};

const themeOf = (text: string): Parsed => {
	const spelled = text.toLowerCase().replace('color', 'colour');
	const theme = themeNames.find(name => name === spelled);
	return theme === undefined && spelled !== 'auto'
		? mistake(
				say('There is no theme {name}. There are auto, {names}.', {name: text, names: namesText(themeNames)}),
			)
		: found({kind: 'theme', theme});
};

const languageOf = (text: string): Parsed => {
	const code = languageCodeOf(text);
	return code === undefined
		? mistake(
				say('There is no language {name}. There are {names}.', {name: text, names: namesText(languageCodes)}),
			)
		: found({kind: 'language', code});
};

const sortOf = ([column = '', order]: readonly string[], verb: Verb): Parsed => {
	const wanted = order?.toLowerCase();
	if (wanted === undefined) {
		return found({kind: 'sort', column});
	}

	return wanted === 'asc' || wanted === 'desc'
		? found({kind: 'sort', column, order: wanted})
		: mistake(say('“{order}” is not a sort order: {usage}', {order: order!, usage: usageOf(verb)}));
};

const commandOf = (read: Read): Parsed => {
	const {verb, texts, rest} = read;
	const [first = '', second] = texts;
	if (verb.operation) {
		const choice = choiceOf(read);
		return typeof choice === 'string' ? mistake(choice) : found({kind: 'operate', choice});
	}

	switch (verb.name) {
		case 'task': {
			return found({kind: 'task', task: first, ...(second !== undefined && {source: second})});
		}

		case 'source': {
			return found({kind: 'source', source: first});
		}

		case 'sort': {
			return sortOf(texts, verb);
		}

		case 'filter': {
			return found({kind: 'filter', text: rest});
		}

		case 'interval': {
			return intervalOf(first);
		}

		case 'cluster': {
			return found({kind: 'cluster', name: first.replace(/^@/v, '')});
		}

		case 'theme': {
			return themeOf(first);
		}

		case 'lang': {
			return languageOf(first);
		}

		case 'clusters':
		case 'problems':
		case 'freeze':
		case 'refresh':
		case 'quit': {
			return found({kind: verb.name});
		}

		default: {
			return views.has(verb.name)
				? found({kind: 'view', view: verb.name as NamedView})
				: mistake(say('{name} does nothing yet.', {name: verb.name}));
		}
	}
};

/** Only the grammar: names are taken literally. A leading colon is allowed. Never throws. */
export const parseLine = (line: string): Parsed => {
	const text = line.trimStart().replace(/^:/v, '');
	const words = splitWords(text);
	const [first] = words;
	if (!first) {
		return mistake(say('Type a command, such as pause TASK; Tab shows them all.'));
	}

	const verb = findVerb(first.text);
	if (!verb) {
		const names = shownVerbs(false).map(({name}) => name);
		return mistake(
			say('There is no command {text}{hint}', {
				text: first.text,
				hint: didYouMean(first.text, names) || say('; Tab shows them all.'),
			}),
		);
	}

	const rest = text.slice(first.end).trim();
	if (verb.name === 'filter') {
		return commandOf({verb, texts: [], rest});
	}

	if (words.at(-1)!.isOpen) {
		return mistake(say('A quote is not closed.'));
	}

	const {texts, position, mistake: wrong} = readOptions(verb, words.slice(1));
	const problem = wrong ?? wrongCount(verb, texts);
	return problem === undefined ? commandOf({verb, texts, position, rest}) : mistake(problem);
};
