/**
 * A task's configuration as text: read and changed line by line, since everything else in it belongs to DM.
 */

const unquoted = (value: string): string =>
	/^(?<quote>["'])(?<text>.*)\k<quote>$/v.exec(value)?.groups?.['text'] ?? value;

/** The value of a top-level key of a YAML text, without comments; undefined when it is missing. */
const topValue = (yaml: string, key: string): string | undefined => {
	const line = yaml.split('\n').find(text => text.startsWith(`${key}:`));
	const value = line
		?.slice(key.length + 1)
		.replace(/\s#.*$/v, '')
		.trim();
	return value === undefined || value === '' ? undefined : unquoted(value);
};

/** The name of the task in a configuration; undefined when it is missing. */
export const taskNameOf = (yaml: string): string | undefined => topValue(yaml, 'name');

/** `all`, `full` or `incremental`; '' when it is missing. */
export const taskModeOf = (yaml: string): string => topValue(yaml, 'task-mode') ?? '';

/** How DM writes a duration: "30s", "10m", "1h30m". */
const duration = /^(?:\d{1,4}h)?(?:\d{1,4}m)?(?:\d{1,6}s)?$/v;

/** Whether text is a duration as Go writes it, such as "1m30s". */
export const isDuration = (text: string): boolean => text !== '' && duration.test(text);

/** "2026-11-27 01:02:03", as DM takes a start time (config/task_cli_args.go). */
export const isStartTime = (text: string): boolean => {
	const iso = text.replace(' ', 'T');
	const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/v.test(iso) ? Date.parse(`${iso}Z`) : NaN;
	// 30 February is read as 2 March, and DM refuses it once the task is stopped.
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
};

const safeModeLine = /^(?<indent> +)safe-mode-duration:.*$/v;

/**
 * The configuration with a duration of safe mode after the start, in every syncer that it names. Undefined where it has
 * no such setting, as before DM 5.3.
 */
export const withSafeMode = (yaml: string, length: string): string | undefined => {
	const lines = yaml.split('\n');
	return lines.some(line => safeModeLine.test(line))
		? lines
				.map(line => {
					const indent = safeModeLine.exec(line)?.groups?.['indent'];
					return indent === undefined ? line : `${indent}safe-mode-duration: ${length}`;
				})
				.join('\n')
		: undefined;
};
