/**
 * Starting a task from its configuration: again, after a stop, or from a file.
 */
import type {Operation} from '../../providers/operation.js';
import type {CheckItem, CheckResult} from '../../providers/readers.js';
import {say} from '../../language/say.js';
import {sentences} from '../../language/sentences.js';
import {taskModeOf} from './task-file.js';

/** What a task is started from and how. */
export type StartFrom = {
	/** DM already has the task: it is stopped first, and then started from the configuration that DM holds. */
	readonly isAgain: boolean;
	/** Forgets the checkpoint. */
	readonly removesMeta: boolean;
	/** Where reading begins, "2026-11-27 01:02:03"; '' for the checkpoint; absent while it still has to be entered. */
	readonly startTime?: string;
	/** How long rows are written in safe mode, such as "10m"; '' as in the configuration. */
	readonly safeModeFor: string;
	/** The configuration as it is sent; absent until it was read. */
	readonly config?: string;
	/** The result of DM's check; absent until it was made, and where it is not available. */
	readonly check?: CheckResult;
	/** Why it was not read or not checked; '' otherwise. */
	readonly problem?: string;
};

/** A start from a configuration: of one task on all its sources or on some. */
export type StartChoice = {
	readonly kind: 'start';
	readonly task: string;
	readonly sources: readonly string[];
	readonly from: StartFrom;
};

/** What is sent, one after the other, each once the previous one is done. */
export const startOperations = ({task, sources, from}: StartChoice): readonly Operation[] => {
	const {isAgain, removesMeta, startTime = '', config} = from;
	const start: Operation = {
		kind: 'start',
		task,
		sources,
		...(config !== undefined && {config}),
		...(removesMeta && {removeMeta: true}),
		...(startTime !== '' && {startTime}),
	};
	return isAgain ? [{kind: 'stop', task, sources}, start] : [start];
};

/** The same as a person reads it, while the configuration is still to be read and the time to be entered. */
export const startsToShow = (choice: StartChoice): readonly Operation[] => {
	const {startTime = 'TIME', config = ''} = choice.from;
	return startOperations({...choice, from: {...choice.from, startTime, config}});
};

/** Why it cannot be sent yet, or at all; '' when it can. */
export const startObstacle = ({startTime, config, check, problem = ''}: StartFrom): string => {
	if (problem !== '') {
		return problem;
	}

	if (startTime === undefined) {
		return '';
	}

	if (config === undefined) {
		return say('DM reads the configuration and checks it: this may take a minute.');
	}

	return check?.passed === false ? say('DM would refuse to start it: its check did not pass.') : '';
};

/** What DM writes before the address of the database that it checked. */
const beforeAddress = 'address of db instance - ';

const itemLine = ({state, name, description, problems, instruction, extra}: CheckItem): string => {
	const what = problems.length === 0 ? description : problems.join('; ');
	const place = extra.startsWith(beforeAddress) ? extra.slice(beforeAddress.length) : extra;
	const told = `${name}${place === '' ? '' : ` (${place})`}: ${what}${instruction === '' ? '' : `. ${instruction}`}`;
	return state === 'fail' ? say('check failed: {told}', {told}) : say('check warns: {told}', {told});
};

/** The results of DM's check, one per line, or that there was none. */
export const checkLines = ({config, check, problem = ''}: StartFrom): readonly string[] => {
	if (!check) {
		return config === undefined || problem !== ''
			? []
			: [say('Not checked: this connection has no check-task. DM checks it when it starts the task.')];
	}

	if (check.items.length > 0) {
		return check.items.map(item => itemLine(item));
	}

	return check.passed ? [] : [say('check failed: {told}', {told: check.msg})];
};

const lostByMode = (mode: string): string =>
	mode === 'incremental'
		? say(
				'Its checkpoint is lost: it begins at the place that its configuration names, and without one DM refuses.',
			)
		: say('Its checkpoint is lost: dump and load begin again, into tables that may have rows already.');

/** The consequence, and what is lost. */
export const startConsequence = ({from}: StartChoice): string => {
	const {isAgain, removesMeta, startTime = say('the time given below'), safeModeFor, config = ''} = from;
	const parts = [
		isAgain ? say('DM forgets the task, then starts it from the configuration that it held.') : '',
		removesMeta
			? lostByMode(taskModeOf(config))
			: startTime === ''
				? say('It continues from its checkpoint, if the downstream has one.')
				: '',
		startTime === ''
			? ''
			: say(
					'It reads the binlog from {startTime} on, in the upstream’s time zone: what changed before is left out, and what was applied already is applied again.',
					{startTime},
				),
		safeModeFor === ''
			? ''
			: say('For {length} rows are written in safe mode (REPLACE, and DELETE before INSERT).', {
					length: safeModeFor,
				}),
	];
	return sentences(...parts);
};

/** "Start users again", with what is special about it. */
export const startTitle = ({task, from}: StartChoice): string => {
	const {isAgain, removesMeta, startTime = say('a time'), safeModeFor} = from;
	const how = [
		removesMeta ? say('without its checkpoint') : '',
		startTime === '' ? '' : say('from {startTime}', {startTime}),
		safeModeFor === '' ? '' : say('in safe mode for {length}', {length: safeModeFor}),
	].filter(part => part !== '');
	const title = isAgain ? say('Start {task} again', {task}) : say('Start {task}', {task});
	return how.length === 0 ? title : say('{title} {how}', {title, how: how.join(say(', '))});
};
