/** Configurations of things whose name cannot be part of an HTTP path. */
import type {OperateAccess} from '../operate/access.js';
import type {ConfigQuestion, HeldConfig, HeldSubtasks} from '../config-source.js';
import {isTimeout, saidNo} from '../readers/answer.js';
import {askOverGrpc} from './ask.js';

/** One configuration (GetCfg). It does not throw: errors become a problem. */
export const readConfig = async (
	question: ConfigQuestion,
	deadline: number,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<HeldConfig> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel => channel.call('GetCfg', question, {deadline, signal}),
		{isFinal: isTimeout},
	);
	if ('problem' in asked) {
		return asked;
	}

	const {result, msg, cfg} = asked.value;
	return result ? {text: cfg} : {problem: saidNo(msg, asked.address.label)};
};

/** The configurations of a task's subtasks (GetSubTaskCfg). It does not throw: errors become a problem. */
export const readSubtaskConfigs = async (
	name: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<HeldSubtasks> => {
	const asked = await askOverGrpc(access, signal, async channel =>
		channel.call('GetSubTaskCfg', {name}, {deadline: access.pace.deadline, signal}),
	);
	if ('problem' in asked) {
		return asked;
	}

	const {result, msg, cfgs} = asked.value;
	return result ? {texts: cfgs} : {problem: saidNo(msg, asked.address.label)};
};
