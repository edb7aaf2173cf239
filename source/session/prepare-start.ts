/**
 * Before a task is started from a configuration: reads it from DM unless it comes from a file, and lets DM check it.
 */
import {withSafeMode} from '../operations/starting/task-file.js';
import type {StartChoice, StartFrom} from '../operations/starting/start.js';
import {problemText} from '../providers/problem-text.js';
import type {Problem} from '../providers/provider.js';
import type {Readers} from '../providers/readers.js';
import {say} from '../language/say.js';
import {thrownProblem} from '../providers/problem.js';

const readConfig = async (
	{task, from}: StartChoice,
	{configuration}: Readers,
	signal: AbortSignal,
): Promise<string | Problem> => {
	if (from.config !== undefined) {
		return from.config;
	}

	if (!configuration) {
		return {
			what: say('The configuration cannot be read over this connection'),
			fix: say('Start it from a file: dm-top start TASK.yaml.'),
			detail: '',
		};
	}

	const config = await configuration.task(task, signal).catch(thrownProblem);
	return 'what' in config ? config : config.text;
};

/**
 * The choice with its configuration and the result of DM's check, or with the problem that prevents it. It changes
 * nothing in DM, and can take a minute.
 */
export const prepareStart = async (
	choice: StartChoice,
	readers: Readers,
	signal: AbortSignal,
): Promise<StartChoice> => {
	const withProblem = (problem: string): StartChoice => ({...choice, from: {...choice.from, problem}});
	const read = await readConfig(choice, readers, signal);
	if (typeof read !== 'string') {
		return withProblem(problemText(read));
	}

	const {safeModeFor, startTime = ''} = choice.from;
	const config = safeModeFor === '' ? read : withSafeMode(read, safeModeFor);
	if (config === undefined) {
		return withProblem(say('Its configuration has no safe-mode-duration: this DM is too old for it.'));
	}

	const from: StartFrom = {...choice.from, config};
	if (!readers.check) {
		return {...choice, from};
	}

	const question = {config, ...(startTime !== '' && {startTime})};
	const check = await readers.check.check(question, signal).catch(thrownProblem);
	return 'what' in check
		? withProblem(say('DM did not check it: {problem}', {problem: problemText(check)}))
		: {...choice, from: {...from, check}};
};
