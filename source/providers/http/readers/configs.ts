/** The configurations that DM holds, with their secrets masked. */
import {text} from '../../json-fields.js';
import type {Trouble} from '../../provider.js';
import type {Config, ConfigReader} from '../../readers.js';
import {DmMaster} from '../dm-master.js';
import {askMasters, type OperateAccess} from '../operate/access.js';
import {inV1alpha1Path} from '../operate/request.js';
import {mask} from '../secrets/mask.js';
import type {Vault} from '../secrets/vault.js';
import {isTimeout, refusalIn} from './answer.js';

/** Pb.CfgType by number, since a name is not read in a query. */
const types = {TaskType: 1, MasterType: 2, WorkerType: 3, SourceType: 4} as const;

export type ConfigType = keyof typeof types;

/** What a configuration is asked by. */
type Question = {readonly type: ConfigType; readonly name: string};

/** What DM holds under a name, its secrets in it. */
type Held = {readonly text: string} | {readonly trouble: Trouble};

const readOverHttp = async (
	path: string,
	access: OperateAccess,
	signal: AbortSignal,
	deadline: number,
): Promise<{readonly body: Readonly<Record<string, unknown>>} | {readonly trouble: Trouble}> => {
	const asked = await askMasters(
		access,
		signal,
		async address => {
			await using master = await DmMaster.open(address, access.tls);
			return await master.read({method: 'GET', path: `/apis/v1alpha1/${path}`}, {deadline, signal});
		},
		{isFinal: isTimeout},
	);
	if ('trouble' in asked) {
		return asked;
	}

	const refusal = refusalIn(asked.value, asked.address.label);
	return refusal ? {trouble: refusal} : {body: asked.value};
};

/** A worker is asked by its master, and so are the other masters: DM itself waits 30 s for one. */
const deadlineOf = (type: ConfigType, {pace}: OperateAccess): number =>
	type === 'WorkerType' || type === 'MasterType' ? pace.fullDeadline : pace.deadline;

const readHeld = async (
	{type, name}: Question,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<Held> => {
	const inPath = inV1alpha1Path(name);
	const deadline = deadlineOf(type, access);
	if (inPath === undefined) {
		const {readConfig} = await import('../grpc/configs.js');
		return readConfig({type, name}, deadline, access, signal);
	}

	const answer = await readOverHttp(`tasks/${inPath}?type=${types[type]}`, access, signal, deadline);
	return 'trouble' in answer ? answer : {text: text(answer.body['cfg'])};
};

const readSubtasks = async (
	task: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<{readonly texts: readonly string[]} | {readonly trouble: Trouble}> => {
	const inPath = inV1alpha1Path(task);
	if (inPath === undefined) {
		const {readSubtaskConfigs} = await import('../grpc/configs.js');
		return readSubtaskConfigs(task, access, signal);
	}

	const answer = await readOverHttp(`subtasks/${inPath}`, access, signal, access.pace.deadline);
	if ('trouble' in answer) {
		return answer;
	}

	const {cfgs} = answer.body;
	return {texts: Array.isArray(cfgs) ? cfgs.map(config => text(config)) : []};
};

const shown = (held: Held, format: Config['format']): Config | Trouble =>
	'trouble' in held ? held.trouble : {format, text: mask(held.text, format).text};

/** Reads configurations; what a task's hides goes into the vault. Never throws. */
export const createConfigReader = (access: OperateAccess, vault: Vault): ConfigReader => ({
	async task(task, signal) {
		const [held, subtasks] = await Promise.all([
			readHeld({type: 'TaskType', name: task}, access, signal),
			readSubtasks(task, access, signal),
		]);
		if ('trouble' in held) {
			return held.trouble;
		}

		const subtask = 'texts' in subtasks ? subtasks.texts[0] : undefined;
		return {format: 'yaml', text: vault.keep(task, held.text, subtask).text};
	},
	async subtasks(task, signal) {
		const read = await readSubtasks(task, access, signal);
		return 'trouble' in read
			? read.trouble
			: read.texts.map(config => ({format: 'toml', text: mask(config, 'toml').text}));
	},
	async source(source, signal) {
		return shown(await readHeld({type: 'SourceType', name: source}, access, signal), 'yaml');
	},
	async worker(worker, signal) {
		return shown(await readHeld({type: 'WorkerType', name: worker}, access, signal), 'toml');
	},
	async master(master, signal) {
		return shown(await readHeld({type: 'MasterType', name: master}, access, signal), 'toml');
	},
});

/**
 * The secrets of a task's configuration put back, for DM alone. What was not shown before is asked for now. Gives the
 * trouble where a secret is masked that nobody knows.
 */
export const createRestorer =
	(reader: ConfigReader, vault: Vault) =>
	async (task: string, config: string, signal: AbortSignal): Promise<string | Trouble> => {
		if (vault.restore(task, config).missing.length > 0) {
			// What is masked may be what DM holds now.
			await reader.task(task, signal);
		}

		const {text: whole, missing} = vault.restore(task, config);
		return missing.length === 0
			? whole
			: {
					what: `${missing.join(', ')} is masked in the configuration of ${task}, and DM does not hold it any more`,
					fix: 'Write it in.',
					detail: '',
				};
	};

/** Puts the secrets of a task's configuration back. */
export type Restore = ReturnType<typeof createRestorer>;
