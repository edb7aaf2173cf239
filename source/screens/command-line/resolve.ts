/**
 * Looks up the names in a command.
 */
import type {ClusterView} from '../../monitor/view.js';
import {type OperatingCapabilities, refusalOfKind} from '../../operations/refusing/capabilities.js';
import {refusalOfSource, refusalOfTask} from '../../operations/refusing/names.js';
import {refusal} from '../../operations/refusing/refusal.js';
import type {Choice} from '../../operations/target.js';
import {didYouMean} from '../../dm/nearest.js';
import {type FilterFields, parseFilter} from '../filtering/parse.js';
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';
import type {LineCommand} from './line-command.js';
import {type Parsed, found, mistake, parseLine} from './parse.js';

/** What names are looked up in. */
export type LineScope = {
	readonly cluster: ClusterView;
	readonly capabilities: OperatingCapabilities;
	/** The names of clusters that can be opened. */
	readonly clusters?: readonly string[];
	/** The fields for `field:` in a filter; absent in a page. */
	readonly fields?: FilterFields;
	/** The columns of the table on screen that it can be sorted by. */
	readonly columns: ReadonlyArray<{readonly id: string; readonly title: string}>;
};

/** A choice with its names looked up, or why it cannot be done here and now. */
export const resolveChoice = (
	choice: Choice,
	{cluster, capabilities}: LineScope,
): {readonly choice: Choice} | {readonly mistake: string} => {
	const impossible = refusalOfKind(choice.kind, capabilities);
	if (impossible !== undefined) {
		return {mistake: impossible};
	}

	if (choice.kind === 'unlock-ddl') {
		const lock = cluster.locks.find(({id}) => id === choice.lock);
		if (lock) {
			return {choice: {...choice, task: lock.task}};
		}

		const names = cluster.locks.map(({id}) => id);
		return {
			mistake: say('There is no lock {lock}{hint}', {
				lock: choice.lock,
				hint: didYouMean(choice.lock, names) || say('.'),
			}),
		};
	}

	const problem = refusal(choice, cluster, capabilities);
	return problem === undefined ? {choice} : {mistake: problem};
};

const resolveColumn = (
	command: Extract<LineCommand, {readonly kind: 'sort'}>,
	{columns}: LineScope,
): Parsed => {
	const typed = command.column.toLowerCase();
	const column = columns.find(({id, title}) => id.toLowerCase() === typed || title.toLowerCase() === typed);
	if (column) {
		return found({...command, column: column.id});
	}

	const names = columns.map(({id}) => id);
	return columns.length === 0
		? mistake(say('There is no table here to sort.'))
		: mistake(
				say('There is no column {column}{hint}', {
					column: command.column,
					hint: didYouMean(command.column, names) || say('; there are {names}.', {names: namesText(names)}),
				}),
			);
};

/** A command with its names looked up, or why it cannot be done here and now. */
const resolve = (command: LineCommand, context: LineScope): Parsed => {
	const {cluster} = context;
	switch (command.kind) {
		case 'operate': {
			const resolved = resolveChoice(command.choice, context);
			return 'mistake' in resolved ? resolved : found({...command, ...resolved});
		}

		case 'task': {
			const {task, source} = command;
			const problem = refusalOfTask({task, sources: source === undefined ? [] : [source]}, cluster);
			return problem === undefined ? found(command) : mistake(problem);
		}

		case 'source': {
			const problem = refusalOfSource(command.source, cluster);
			return problem === undefined ? found(command) : mistake(problem);
		}

		case 'filter': {
			const {mistake: wrong} = parseFilter(command.text, context.fields);
			return wrong
				? mistake(say('at {at} of the filter: {text}', {at: wrong.at, text: wrong.text}))
				: found(command);
		}

		case 'sort': {
			return resolveColumn(command, context);
		}

		case 'cluster': {
			const {clusters = []} = context;
			if (clusters.includes(command.name)) {
				return found(command);
			}

			return clusters.length === 0
				? mistake(say('No cluster has a name yet: dm-top config edit.'))
				: mistake(
						say('There is no cluster {name}{hint}', {
							name: command.name,
							hint:
								didYouMean(command.name, clusters) ||
								say('; there are {names}.', {names: namesText(clusters)}),
						}),
					);
		}

		default: {
			return found(command);
		}
	}
};

/** Reads a line and looks its names up. */
export const readLine = (line: string, context: LineScope): Parsed => {
	const parsed = parseLine(line);
	return 'command' in parsed ? resolve(parsed.command, context) : parsed;
};
