import {openAuditFile} from '../modes/written/logs/audit-file.js';
import {complainTo} from '../modes/complain.js';
import type {Invocation} from '../modes/invocation.js';
import type {ScriptCommand} from '../modes/script/parse-script.js';
import {UsageError} from '../settings/usage-error.js';
import {accessOf} from './opening/open-provider.js';
import type {Script} from './command-line/script-flags.js';
import type {Opened} from './opening/opened.js';

/**
 * What a script asks for. A mistake is reported as JSON too, by `print` where it is given.
 *
 * @throws {UsageError} when its words are not a command.
 */
export const commandOf = async (
	script: Script,
	print: ((text: string) => void) | undefined,
): Promise<ScriptCommand> => {
	const {parseScript} = await import('../modes/script/parse-script.js');
	const parsed = parseScript(script);
	if ('mistake' in parsed) {
		if (print) {
			const {unsentJson} = await import('../modes/script/report-script.js');
			print(unsentJson(undefined, parsed.mistake));
		}

		throw new UsageError(parsed.mistake);
	}

	return parsed.command;
};

/** One operation, or one question, from a script; returns the exit code. */
export const runScript = async (
	{provider, title, flags}: Pick<Opened, 'provider' | 'title' | 'flags'>,
	{script, command}: {readonly script: Script; readonly command: ScriptCommand},
	{environment, input, output, errors}: Invocation,
): Promise<number> => {
	const [{runCommand}, {keepConfig}, {startOperating}, {startWatch}] = await Promise.all([
		import('../modes/script/script.js'),
		import('../modes/written/kept/keep-config.js'),
		import('../session/operate.js'),
		import('../session/watching/watch.js'),
	]);
	const audit = openAuditFile(flags.auditLog, complainTo(errors));
	const watch = startWatch(provider, flags.interval, {thresholds: flags.thresholds});
	const operating = startOperating({
		provider,
		watch,
		readOnly: flags.readOnly,
		title,
		audit,
		keep: (task, config) => keepConfig(task, config, environment),
	});
	try {
		return await runCommand(watch, operating, {
			command,
			yes: script.yes,
			confirmCluster: script.confirmCluster,
			wait: script.wait,
			json: flags.json,
			readers: provider.readers ?? {},
			title,
			access: accessOf(flags, title),
			input: input(),
			output,
			errors,
		});
	} finally {
		operating.stop();
		await watch.stop();
	}
};
