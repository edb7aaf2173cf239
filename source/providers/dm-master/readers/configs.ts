/** The configurations that DM holds, with their secrets masked. */
import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import type {Config, ConfigReader} from '../../readers.js';
import {mask} from '../secrets/mask.js';
import type {Vault} from '../secrets/vault.js';
import type {ConfigSource, HeldConfig} from '../config-source.js';

const shown = (held: HeldConfig, format: Config['format']): Config | Problem =>
	'problem' in held ? held.problem : {format, text: mask(held.text, format).text};

/** Reads configurations; the secrets of a task's configuration go into the vault. Never throws. */
export const createConfigReader = (from: ConfigSource, vault: Vault): ConfigReader => ({
	async task(task, signal) {
		const [held, subtasks] = await Promise.all([
			from.held({type: 'TaskType', name: task}, signal),
			from.subtasks(task, signal),
		]);
		if ('problem' in held) {
			return held.problem;
		}

		const subtask = 'texts' in subtasks ? subtasks.texts[0] : undefined;
		return {format: 'yaml', text: vault.keep(task, held.text, subtask).text};
	},
	async subtasks(task, signal) {
		const read = await from.subtasks(task, signal);
		return 'problem' in read
			? read.problem
			: read.texts.map(config => ({format: 'toml', text: mask(config, 'toml').text}));
	},
	async source(source, signal) {
		return shown(await from.held({type: 'SourceType', name: source}, signal), 'yaml');
	},
	async worker(worker, signal) {
		return shown(await from.held({type: 'WorkerType', name: worker}, signal), 'toml');
	},
	async master(master, signal) {
		return shown(await from.held({type: 'MasterType', name: master}, signal), 'toml');
	},
});

/**
 * A task's configuration with its secrets restored, for DM only. A configuration that was not shown before is requested
 * now. Returns the problem where a masked secret is not known.
 */
export const createRestorer =
	(reader: ConfigReader, vault: Vault) =>
	async (task: string, config: string, signal: AbortSignal): Promise<string | Problem> => {
		if (vault.restore(task, config).missing.length > 0) {
			// A masked value may be what DM holds now.
			await reader.task(task, signal);
		}

		const {text: whole, missing} = vault.restore(task, config);
		return missing.length === 0
			? whole
			: {
					what: say('{keys} is masked in the configuration of {task}, and DM does not hold it any more', {
						keys: missing.join(', '),
						task,
					}),
					fix: say('Write it in.'),
					detail: '',
				};
	};

/** Restores the secrets of a task's configuration. */
export type Restore = ReturnType<typeof createRestorer>;
