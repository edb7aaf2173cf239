import process from 'node:process';
import {openAuditFile} from '../modes/written/logs/audit-file.js';
import {complain} from '../modes/fail.js';
import type {ScriptCommand} from '../modes/script/parse-script.js';
import type {Provider} from '../providers/provider.js';
import {UsageError} from '../settings/usage-error.js';
import {accessOf} from './opening/open-provider.js';
import type {Script} from './command-line/script-flags.js';
import type {Flags} from './command-line/flags.js';

/**
 * What a script asks for. With `isJson` a mistake is reported as JSON too.
 *
 * @throws {UsageError} when its words are not a command.
 */
export const commandOf = async (script: Script, isJson: boolean): Promise<ScriptCommand> => {
	const {parseScript} = await import('../modes/script/parse-script.js');
	const parsed = parseScript(script);
	if ('mistake' in parsed) {
		if (isJson) {
			const {unsentJson} = await import('../modes/script/report-script.js');
			process.stdout.write(unsentJson(undefined, parsed.mistake));
		}

		throw new UsageError(parsed.mistake);
	}

	return parsed.command;
};

/** One operation, or one question, from a script. */
export const runScript = async (
	provider: Provider,
	title: string,
	{script, command}: {readonly script: Script; readonly command: ScriptCommand},
	flags: Flags,
): Promise<void> => {
	const [{runCommand}, {keepConfig}, {startOperating}, {startWatch}] = await Promise.all([
		import('../modes/script/script.js'),
		import('../modes/live/keep-config.js'),
		import('../session/operate.js'),
		import('../session/watching/watch.js'),
	]);
	const audit = openAuditFile(flags.auditLog, complain);
	const watch = startWatch(provider, flags.interval, {thresholds: flags.thresholds});
	const operating = startOperating({
		provider,
		watch,
		readOnly: flags.readOnly,
		title,
		audit,
		keep: keepConfig,
	});
	try {
		process.exitCode = await runCommand(watch, operating, {
			command,
			yes: script.yes,
			confirmCluster: script.confirmCluster,
			wait: script.wait,
			json: flags.json,
			readers: provider.readers ?? {},
			title,
			access: accessOf(flags, title),
			input: process.stdin,
			output: process.stdout,
			errors: process.stderr,
		});
	} finally {
		operating.stop();
		await watch.stop();
	}
};
