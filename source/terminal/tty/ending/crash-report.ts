/**
 * Reports a crash: a file with everything that helps to find the defect, and a few lines on the terminal with its path
 * and what to do.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {inspect} from 'node:util';
import {say} from '../../../language/say.js';
import type {Environment} from '../../capabilities.js';
import {sanitize} from '../../sanitize.js';
import {makeFolder} from '../../files/make-folder.js';
import {stateFolders} from '../../files/state-folders.js';

/** What is known about a crash. */
export type CrashReport = {
	/** The program's name, as the user starts it. */
	readonly name: string;
	readonly error: unknown;

	/** The output captured while the screen was in use, such as Node's warnings. */
	readonly printed: string;
	readonly environment: Environment;
	readonly time: Date;
	/** Removes secrets from a text. */
	readonly withoutSecrets: (text: string) => string;
};

/** Lines that are safe to print: a crash log may be read in a terminal. */
const sanitizeLines = (text: string): string =>
	text
		.split('\n')
		.map(line => sanitize(line))
		.join('\n');

/** Deeper values are neither searched nor printed. */
const mostLevels = 4;

/** The same value, without secrets in its texts. */
const clean = (value: unknown, withoutSecrets: (text: string) => string, level = 0): unknown => {
	if (typeof value === 'string') {
		return withoutSecrets(value);
	}

	if (typeof value !== 'object' || value === null || level > mostLevels) {
		return value;
	}

	if (Array.isArray(value)) {
		return value.map(member => clean(member, withoutSecrets, level + 1));
	}

	const fields = Object.entries(Object.getOwnPropertyDescriptors(value)).map(
		([key, field]): [string, PropertyDescriptor] => [
			key,
			'value' in field ? {...field, value: clean(field.value, withoutSecrets, level + 1)} : field,
		],
	);
	if (value instanceof Error) {
		const {message, stack = ''} = value;
		// A secret is recognised by the text before it on its line, and the stack begins with the message.
		const first = stack.replace(message, () => withoutSecrets(message));
		fields.push(['stack', {value: withoutSecrets(first), configurable: true}]);
	}

	return Object.create(Reflect.getPrototypeOf(value), Object.fromEntries(fields)) as unknown;
};

/** Everything about an error: its stack, its causes and its own fields. */
const describe = ({error, withoutSecrets}: Pick<CrashReport, 'error' | 'withoutSecrets'>): string =>
	sanitizeLines(inspect(clean(error, withoutSecrets), {depth: mostLevels, breakLength: 110}));

/** One line about an error, safe to print. */
const summarize = (report: CrashReport): string => {
	const {error, withoutSecrets} = report;
	const text = error instanceof Error ? `${error.name}: ${withoutSecrets(error.message)}` : describe(report);
	return sanitize(text.split('\n', 1)[0]!);
};

/** No arguments and no environment variables except TERM: they may contain passwords. */
const logText = (report: CrashReport): string => {
	const {name, printed, environment, time, withoutSecrets} = report;
	return [
		`${name} crashed at ${time.toISOString()}`,
		`node ${process.version}, ${process.platform} ${process.arch}, TERM=${sanitize(environment['TERM'] ?? '')}`,
		'',
		describe(report),
		...(printed === '' ? [] : ['', 'Printed before:', sanitizeLines(withoutSecrets(printed))]),
		'',
	].join('\n');
};

/**
 * Writes the file, readable by its owner only.
 *
 * @returns Its path, or undefined if it could not be written.
 */
export const writeCrashLog = (report: CrashReport): string | undefined => {
	const file = `${report.name}-crash-${report.time.toISOString().replaceAll(/[.:]/gv, '-')}.log`;
	for (const folder of stateFolders(report.name, report.environment)) {
		try {
			makeFolder(folder);
			const target = path.join(folder, file);
			writeFileSync(target, logText(report), {mode: 0o600, flag: 'wx'});
			return target;
		} catch {
			// The next folder; a crash must not end in another one.
		}
	}

	return undefined;
};

/** The lines for the terminal. Without a log they include the stack. */
export const crashMessage = (report: CrashReport, log: string | undefined): string =>
	[
		say('{name} has crashed: {error}', {name: report.name, error: summarize(report)}),
		say('This is a bug in {name}, not in what it watches. Start it again to continue.', {name: report.name}),
		log === undefined
			? `${say('No log could be written. To report it, send this:')}\n${describe(report)}`
			: say('To report it, send the details in {log}', {log}),
		'',
	].join('\n');
