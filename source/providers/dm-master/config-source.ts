/** Where configurations come from: the gateway's paths, and gRPC for names that cannot be part of a path. */
import {configTypes} from '../../dm/enums.js';
import {textOf} from '../json-fields.js';
import type {Problem} from '../provider.js';
import {askOverHttp, type OperateAccess} from './operate/access.js';
import {inV1alpha1Path} from './operate/http/request.js';
import {isTimeout, refusalIn} from './readers/answer.js';

/** Pb.CfgType, by the names of its values, as far as dm-top asks for them. */
export type ConfigType = 'TaskType' | 'MasterType' | 'WorkerType' | 'SourceType';

/** What identifies a configuration. */
export type ConfigQuestion = {readonly type: ConfigType; readonly name: string};

/** What DM holds, including secrets: one text per name, and one for each source of a task. */
export type HeldConfig = {readonly text: string} | {readonly problem: Problem};

/** One configuration for each source of a task, or why there is none. */
export type HeldSubtasks = {readonly texts: readonly string[]} | {readonly problem: Problem};

/** Returns configurations as DM holds them. Never throws. */
export type ConfigSource = {
	readonly held: (question: ConfigQuestion, signal: AbortSignal) => Promise<HeldConfig>;
	readonly subtasks: (task: string, signal: AbortSignal) => Promise<HeldSubtasks>;
};

const readOverHttp = async (
	path: string,
	access: OperateAccess,
	signal: AbortSignal,
	deadline: number,
): Promise<{readonly body: Readonly<Record<string, unknown>>} | {readonly problem: Problem}> => {
	const asked = await askOverHttp(
		access,
		signal,
		async master => master.read({method: 'GET', path: `/apis/v1alpha1/${path}`}, {deadline, signal}),
		{isFinal: isTimeout},
	);
	if ('problem' in asked) {
		return asked;
	}

	const refusal = refusalIn(asked.value, asked.address.label);
	return refusal ? {problem: refusal} : {body: asked.value};
};

/** The master asks the worker or the other masters: DM itself waits 30 s for one. */
const deadlineOf = (type: ConfigType, {pace}: OperateAccess): number =>
	type === 'WorkerType' || type === 'MasterType' ? pace.fullDeadline : pace.deadline;

const readHeld = async (
	{type, name}: ConfigQuestion,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<HeldConfig> => {
	const inPath = inV1alpha1Path(name);
	const deadline = deadlineOf(type, access);
	if (inPath === undefined) {
		const {readConfig} = await import('./grpc/configs.js');
		return readConfig({type, name}, deadline, access, signal);
	}

	// By number: DM does not parse names in a query.
	const answer = await readOverHttp(`tasks/${inPath}?type=${configTypes[type]}`, access, signal, deadline);
	return 'problem' in answer ? answer : {text: textOf(answer.body['cfg'])};
};

const readSubtasks = async (
	task: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<HeldSubtasks> => {
	const inPath = inV1alpha1Path(task);
	if (inPath === undefined) {
		const {readSubtaskConfigs} = await import('./grpc/configs.js');
		return readSubtaskConfigs(task, access, signal);
	}

	const answer = await readOverHttp(`subtasks/${inPath}`, access, signal, access.pace.deadline);
	if ('problem' in answer) {
		return answer;
	}

	const {cfgs} = answer.body;
	return {texts: Array.isArray(cfgs) ? cfgs.map(config => textOf(config)) : []};
};

/** The configurations that a cluster's masters hold. */
export const createConfigSource = (access: OperateAccess): ConfigSource => ({
	async held(question, signal) {
		return readHeld(question, access, signal);
	},
	async subtasks(task, signal) {
		return readSubtasks(task, access, signal);
	},
});
