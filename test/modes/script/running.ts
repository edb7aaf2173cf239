/** A script's command run in this process: what it prints, and how it ends. */
import {PassThrough} from 'node:stream';
import {parseScript, type ScriptWords} from '../../../source/modes/script/parse-script.js';
import {runCommand} from '../../../source/modes/script/script.js';
import type {Provider} from '../../../source/providers/provider.js';
import {startOperating} from '../../../source/session/operate.js';
import {startWatch} from '../../../source/session/watching/watch.js';

/** No flag is given. */
export const noFlags: Omit<ScriptWords, 'words'> = {
	sources: [],
	position: '',
	sql: [],
	withoutMeta: false,
	startTime: '',
	safeMode: '',
};

export type Ran = {
	readonly code: number;
	readonly output: string;
	readonly errors: string;
	/** The lines of the audit, read. */
	readonly audit: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

export type RunOptions = {
	readonly flags?: Partial<Omit<ScriptWords, 'words'>>;
	readonly yes?: boolean;
	readonly wait?: boolean;
	readonly json?: boolean;
	readonly readOnly?: boolean;
	/** `--confirm-cluster`. */
	readonly confirmCluster?: string;
	/** The cluster demands its name. */
	readonly typesName?: boolean;
	/** What a person types; absent where nobody sits there. */
	readonly typed?: string;
};

const written = (stream: PassThrough): string => String(stream.read() ?? '');

/** Runs the command of these words over a provider, as `dm-top WORDS…` does. */
export const run = async (
	provider: Provider,
	words: readonly string[],
	{
		flags,
		yes = true,
		wait = true,
		json = false,
		readOnly = false,
		confirmCluster = '',
		typesName = false,
		typed,
	}: RunOptions = {},
): Promise<Ran> => {
	const parsed = parseScript({...noFlags, words, ...flags});
	if ('mistake' in parsed) {
		throw new Error(parsed.mistake);
	}

	const audit: string[] = [];
	const watch = startWatch(provider, 1000);
	const operating = startOperating({
		provider,
		watch,
		readOnly,
		title: 'prod-dm',
		audit(line) {
			audit.push(line);
		},
	});
	const output = new PassThrough({encoding: 'utf8'});
	const errors = new PassThrough({encoding: 'utf8'});
	const input = Object.assign(new PassThrough(), {isTTY: typed !== undefined});
	input.end(typed === undefined ? '' : `${typed}\n`);
	try {
		const code = await runCommand(watch, operating, {
			command: parsed.command,
			yes,
			confirmCluster,
			wait,
			json,
			title: 'prod-dm',
			access: {address: '10.0.1.11:8261', ...(typesName && {typedName: 'prod-dm'})},
			readers: provider.readers ?? {},
			input,
			output,
			errors,
		});
		return {
			code,
			output: written(output),
			errors: written(errors),
			audit: audit.map(line => JSON.parse(line) as Readonly<Record<string, unknown>>),
		};
	} finally {
		operating.stop();
		await watch.stop();
	}
};
