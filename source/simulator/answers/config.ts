/** The configurations that DM holds: GetCfg, GetSubTaskCfg, GetMasterCfg. */
import {configTypes} from '../../dm/enums.js';
import {masterToml, workerToml} from '../documents/members.js';
import {sourceYaml} from '../documents/source.js';
import {subtaskToml, taskYaml} from '../documents/task.js';
import {memberOf} from '../model/enum.js';
import type {Simulation} from '../model/model.js';
import type {Json} from '../model/json.js';

/** A question for a configuration (pb.GetCfgRequest). */
export type ConfigRequest = {
	/** Pb.CfgType, by name or number. */
	readonly type: string | number;
	readonly name: string;
};

/** The text, or why there is none. */
const findConfig = (
	simulation: Simulation,
	{type, name}: ConfigRequest,
): {readonly text: string} | {readonly msg: string} => {
	const {tasks, masters, workers, sources} = simulation;
	const known = memberOf(configTypes, type);
	switch (known) {
		case 'TaskType': {
			const task = tasks.get(name);
			return task === undefined ? {msg: 'task not found'} : {text: taskYaml(simulation, task)};
		}

		case 'MasterType': {
			const master = masters.find(each => each.name === name);
			return master === undefined ? {msg: 'master not found'} : {text: masterToml(simulation, master)};
		}

		case 'WorkerType': {
			const worker = workers.get(name);
			return worker === undefined ? {msg: 'worker not found'} : {text: workerToml(simulation, worker)};
		}

		case 'SourceType': {
			const source = sources.get(name);
			return source === undefined ? {msg: 'source not found'} : {text: sourceYaml(source)};
		}

		case 'TaskTemplateType': {
			return {msg: 'task not found'};
		}

		default: {
			return {msg: `invalid config op '${known ?? type}'`};
		}
	}
};

/** Pb.GetCfgResponse. Passwords are masked. */
export const renderConfig = (simulation: Simulation, request: ConfigRequest): Json => {
	const found = findConfig(simulation, request);
	return 'text' in found
		? {result: true, msg: '', cfg: found.text}
		: {result: false, msg: found.msg, cfg: ''};
};

/** Pb.GetSubTaskCfgResponse, including passwords. */
export const renderSubtaskConfigs = (simulation: Simulation, name: string): Json => {
	const task = simulation.tasks.get(name);
	return task === undefined
		? {result: false, msg: 'task not found', cfgs: []}
		: {result: true, msg: '', cfgs: task.subtasks.map(subtask => subtaskToml(simulation, subtask))};
};

/** Pb.GetMasterCfgResponse, of the master that is asked. */
export const renderMasterConfig = (simulation: Simulation, name: string): Json => {
	const master = simulation.masters.find(each => each.name === name);
	return {cfg: master === undefined ? '' : masterToml(simulation, master)};
};
