/**
 * The meaning of a typed line.
 */
import type {ThemeName} from '../../components/theme/theme-names.js';
import type {StartChoice} from '../../operations/starting/start.js';
import type {Choice} from '../../operations/target.js';
import {findVerb, verbs} from './verbs.js';
import {quoteWord} from './words.js';

/** The views that can be named. */
export type NamedView = 'tasks' | 'sources' | 'workers' | 'locks' | 'events' | 'findings' | 'help';

/** What a typed line asks for. */
export type LineCommand =
	/** To be planned and confirmed in a dialog. */
	| {readonly kind: 'operate'; readonly choice: Choice}
	| {readonly kind: 'view'; readonly view: NamedView}
	| {readonly kind: 'task'; readonly task: string; readonly source?: string}
	| {readonly kind: 'source'; readonly source: string}
	/** `column` is its ID; without `order` its own: the greatest first where that is the worst. */
	| {readonly kind: 'sort'; readonly column: string; readonly order?: 'asc' | 'desc'}
	/** '' shows all. */
	| {readonly kind: 'filter'; readonly text: string}
	| {readonly kind: 'interval'; readonly milliseconds: number}
	/** The name without the `@`. */
	| {readonly kind: 'cluster'; readonly name: string}
	/** Absent: to suit the terminal. */
	| {readonly kind: 'theme'; readonly theme?: ThemeName}
	| {readonly kind: 'language'; readonly code: string}
	| {readonly kind: 'clusters' | 'problems' | 'freeze' | 'refresh' | 'quit'};

/** The options for starting a task again, as typed. */
const wordsOfStart = ({task, sources, from}: StartChoice): readonly string[] => [
	...[task, ...sources].map(word => quoteWord(word)),
	...(from.removesMeta ? ['without-checkpoint'] : []),
	...(from.startTime === undefined || from.startTime === '' ? [] : ['from', quoteWord(from.startTime)]),
	...(from.safeModeFor === '' ? [] : ['safe-mode', from.safeModeFor]),
];

const wordsOfChoice = (choice: Choice): readonly string[] => {
	if ('from' in choice) {
		return wordsOfStart(choice);
	}

	switch (choice.kind) {
		case 'enable-relay':
		case 'disable-relay': {
			return [choice.source, ...choice.workers].map(word => quoteWord(word));
		}

		case 'purge-relay': {
			return [quoteWord(choice.source), quoteWord(choice.before)];
		}

		case 'transfer-source': {
			return [quoteWord(choice.source), quoteWord(choice.worker)];
		}

		case 'evict-leader':
		case 'cancel-evict-leader': {
			return [];
		}

		case 'unlock-ddl': {
			return [quoteWord(choice.lock), choice.action, ...(choice.force ? ['force'] : [])];
		}

		case 'schema-set':
		case 'schema-remove':
		case 'validation-start':
		case 'validation-stop': {
			return [choice.task, ...choice.sources].map(word => quoteWord(word));
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return [quoteWord(choice.task), choice.error];
		}

		case 'pause-relay':
		case 'resume-relay':
		case 'enable-source':
		case 'disable-source': {
			return [quoteWord(choice.source)];
		}

		default: {
			const [target] = choice.targets;
			const position = 'position' in choice ? choice.position : undefined;
			return [
				...[target?.task ?? '', ...(target?.sources ?? [])].map(word => quoteWord(word)),
				...(position === undefined ? [] : ['-b', quoteWord(position)]),
			];
		}
	}
};

/** The words of a command, its verb first. */
const wordsOf = (command: LineCommand): readonly string[] => {
	switch (command.kind) {
		case 'operate': {
			const {choice} = command;
			const verb =
				'from' in choice ? findVerb('restart') : verbs.find(({operation}) => operation === choice.kind);
			return [verb!.name, ...wordsOfChoice(choice)];
		}

		case 'view': {
			return [command.view];
		}

		case 'task': {
			return [
				'task',
				quoteWord(command.task),
				...(command.source === undefined ? [] : [quoteWord(command.source)]),
			];
		}

		case 'source': {
			return ['source', quoteWord(command.source)];
		}

		case 'sort': {
			return ['sort', quoteWord(command.column), ...(command.order === undefined ? [] : [command.order])];
		}

		case 'filter': {
			return command.text === '' ? ['filter'] : ['filter', command.text];
		}

		case 'interval': {
			return ['interval', String(command.milliseconds / 1000)];
		}

		case 'cluster': {
			return ['cluster', quoteWord(command.name)];
		}

		case 'theme': {
			return ['theme', command.theme ?? 'auto'];
		}

		case 'language': {
			return ['lang', command.code];
		}

		default: {
			return [command.kind];
		}
	}
};

/**
 * A command as typed, without the colon; `parseLine` parses it. For a choice with several targets only the first can be
 * expressed.
 */
export const formatLine = (command: LineCommand): string => wordsOf(command).join(' ');
