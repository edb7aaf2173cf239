/**
 * Candidates for the word at the cursor.
 */
import {themeNames} from '../../components/theme/theme-names.js';
import {type TaskView, type SourceView} from '../../monitor/view.js';
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {oldestNeededFile} from '../../operations/relay-files.js';
import {transferTargets} from '../../operations/refusing/sources.js';
import {findSource, findTask} from '../../operations/target.js';
import {say} from '../../language/say.js';
import {languageCodes} from '../../language/choose.js';
import type {LineScope} from './resolve.js';
import {type Argument, type Verb, findVerb, shownVerbs, usageOf} from './verbs.js';
import {type Word, quoteWord, splitWords} from './words.js';

/** A word that Tab offers. */
export type Candidate = {
	/** As it is shown. */
	readonly label: string;
	/** As it is inserted into the line: quoted where needed. */
	readonly text: string;
	/** A short description; '' for none. */
	readonly help: string;
};

/** All that Tab offers for one word. */
export type Completion = {
	/** Where the word to be completed begins, in UTF-16 units. */
	readonly start: number;
	readonly candidates: readonly Candidate[];
};

const byLabel = (left: Candidate, right: Candidate): number =>
	left.label < right.label ? -1 : left.label > right.label ? 1 : 0;

const candidate = (label: string, help = ''): Candidate => ({label, text: quoteWord(label), help});

const sourceHelp = ({worker, relay}: SourceView): string =>
	[worker === '' ? say('no worker') : worker, relay ? say('relay {stage}', {stage: relay.stage}) : '']
		.filter(text => text !== '')
		.join(', ');

const tasksFor = ({operation, takesPosition}: Verb, tasks: readonly TaskView[]): readonly TaskView[] => {
	if (operation === undefined || !takesPosition) {
		return tasks;
	}

	const stopped = tasks.filter(({subtasks}) => subtasks.some(({subtask}) => findBadDdl(subtask)));
	return stopped.length === 0 ? tasks : stopped;
};

/** The names for an argument; `before` are the arguments in front of it. */
const namesFor = (
	{kind}: Argument,
	verb: Verb,
	before: readonly string[],
	{cluster, columns, clusters = []}: LineScope,
): readonly Candidate[] => {
	switch (kind) {
		case 'task': {
			return tasksFor(verb, cluster.tasks)
				.map(({name, status}) => candidate(name, status))
				.toSorted(byLabel);
		}

		case 'task-source': {
			return (findTask(cluster, before[0] ?? '')?.subtasks ?? [])
				.filter(({subtask}) => !before.slice(1).includes(subtask.source))
				.map(({subtask}) => candidate(subtask.source, subtask.stage));
		}

		case 'source': {
			return cluster.sources.map(source => candidate(source.source, sourceHelp(source)));
		}

		case 'worker':
		case 'free-worker': {
			const targets = transferTargets(before[0] ?? '', cluster);
			return cluster.workers
				.filter(({name}) => (kind === 'worker' || targets.includes(name)) && !before.includes(name))
				.map(({name, stage, source}) => candidate(name, source === '' ? stage : `${stage} ${source}`))
				.toSorted(byLabel);
		}

		case 'lock': {
			return cluster.locks.map(({id, task}) => candidate(id, task));
		}

		case 'binlog-file': {
			const source = findSource(cluster, before[0] ?? '');
			const file = source ? oldestNeededFile(source) : '';
			return file === '' ? [] : [candidate(file, say('the oldest that is still read'))];
		}

		case 'column': {
			return columns.map(({id, title}) => candidate(id, title));
		}

		case 'order': {
			return [candidate('asc', say('the smallest first')), candidate('desc', say('the greatest first'))];
		}

		case 'lock-action': {
			return [
				candidate('exec', say('the owner executes the DDL')),
				candidate('skip', say('the owner skips the DDL')),
			];
		}

		case 'start-how': {
			return [
				candidate('without-checkpoint', say('forget the checkpoint first')),
				candidate('from', say('read from a time on, such as "2026-11-27 01:02:03"')),
				candidate('safe-mode', say('write rows in safe mode for a while, such as 10m')),
			].filter(({label}) => !before.includes(label));
		}

		case 'difference': {
			return [candidate('all', say('every difference'))];
		}

		case 'force': {
			return [candidate('force', say('remove it even when not every source could be unlocked'))];
		}

		case 'seconds': {
			return ['1', '2', '5', '10', '30', '60'].map(text => candidate(text));
		}

		case 'cluster': {
			return clusters.map(name => candidate(name));
		}

		case 'theme': {
			return ['auto', ...themeNames].map(text => candidate(text));
		}

		case 'language': {
			// Its own name, for readers who do not know the language of the screen.
			return languageCodes.map(code =>
				candidate(code, new Intl.DisplayNames([code], {type: 'language'}).of(code)),
			);
		}

		case 'words': {
			return [];
		}
	}
};

/** The positions at which the sources named before `-b` are stopped. */
const positionsFor = (
	[task = '', ...sources]: readonly string[],
	{cluster}: LineScope,
): readonly Candidate[] =>
	(findTask(cluster, task)?.subtasks ?? [])
		.filter(({subtask}) => sources.length === 0 || sources.includes(subtask.source))
		.flatMap(({subtask}) => {
			const position = findBadDdl(subtask)?.position ?? '';
			return position === '' ? [] : [candidate(position, subtask.source)];
		});

const possible = (words: readonly Word[], context: LineScope): readonly Candidate[] => {
	const [first, ...rest] = words;
	if (!first) {
		return shownVerbs(context.capabilities.readOnly).map(verb => ({
			label: verb.name,
			text: verb.name,
			help: say(verb.help),
		}));
	}

	const verb = findVerb(first.text);
	if (!verb || (verb.operation !== undefined && context.capabilities.readOnly)) {
		return [];
	}

	const texts: string[] = [];
	let isPosition = false;
	for (const {text, isQuoted} of rest) {
		if (isPosition) {
			isPosition = false;
		} else if (verb.takesPosition && text === '-b' && !isQuoted) {
			isPosition = true;
		} else {
			texts.push(text);
		}
	}

	if (isPosition) {
		return positionsFor(texts, context);
	}

	const last = verb.arguments.at(-1);
	const argument = verb.arguments[texts.length] ?? (last?.repeats === true ? last : undefined);
	return argument ? namesFor(argument, verb, texts, context) : [];
};

/** The candidates for the typed text: names that begin with it, else those that contain it. */
const fitting = (candidates: readonly Candidate[], typed: string): readonly Candidate[] => {
	const wanted = typed.toLowerCase();
	const beginning = candidates.filter(({label}) => label.toLowerCase().startsWith(wanted));
	return beginning.length > 0
		? beginning
		: candidates.filter(({label}) => label.toLowerCase().includes(wanted));
};

/** The candidates for the word that ends at the cursor; `before` is the line up to there. */
export const complete = (before: string, context: LineScope): Completion => {
	const colon = /^\s*:/v.exec(before)?.[0].length ?? 0;
	const words = splitWords(before.slice(colon));
	const last = words.at(-1);
	const isTyping = last !== undefined && (last.isOpen || last.end + colon === before.length);
	const done = isTyping ? words.slice(0, -1) : words;
	return {
		start: isTyping ? last.start + colon : before.length,
		candidates: fitting(possible(done, context), isTyping ? last.text : ''),
	};
};

/** The usage, while nothing is wrong: "pause TASK [SOURCE…]"; '' before the verb is known. */
export const usageFor = (line: string): string => {
	const [first] = splitWords(line.trimStart().replace(/^:/v, ''));
	const verb = first && findVerb(first.text);
	return verb ? usageOf(verb) : '';
};
