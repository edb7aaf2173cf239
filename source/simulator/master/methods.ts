/**
 * The methods of pb.Master (dm/master/server.go), as far as they are simulated. Requests and answers are JSON in the
 * form of DM's gateway; the transports (gRPC, the gateway, this process) only read and write them.
 */
import {renderCheck} from '../answers/check.js';
import {renderConfig, renderMasterConfig, renderSubtaskConfigs} from '../answers/config.js';
import type {Json} from '../model/json.js';
import {renderLocks} from '../answers/locks.js';
import {renderMembers} from '../answers/members.js';
import {startTimeHint} from '../documents/go-duration.js';
import {startSecond} from '../documents/start-second.js';
import {readTaskDocument} from '../documents/read-task.js';
import {memberOf} from '../model/enum.js';
import {relaySwitches} from '../../dm/enums.js';
import {checking} from '../operations/tasks/start-task.js';
import type {UnlockRequest} from '../operations/tasks/unlock.js';
import type {Requests} from './requests.js';
import type {SimulatedMaster} from './simulated-master.js';

/**
 * Answers a call to one method.
 *
 * @throws {LeaderlessError} While there is no leader, or when the leader goes before it has answered.
 */
type Method<Request> = (master: SimulatedMaster, request: Request, signal: AbortSignal) => Promise<Json>;

/** `start-task` with a configuration, YAML. */
export const startTask: Method<Requests['StartTask']> = async (master, request, signal) => {
	const {task: yaml = '', startTime, ...rest} = request;
	const simulation = await master.led(signal);
	const refuse = (message: string): Json => ({result: false, msg: message, sources: [], checkResult: ''});
	const startAt = startSecond(master.simulation, startTime);
	if (typeof startAt === 'string') {
		return refuse(startAt);
	}

	const read = readTaskDocument(simulation, yaml);
	return typeof read === 'string'
		? refuse(read)
		: master.operate(
				{
					kind: 'start-task',
					...rest,
					task: read.spec,
					startAt,
					safeMode: read.safeMode,
				},
				signal,
			);
};

const checkTask: Method<Requests['CheckTask']> = async (master, request, signal) => {
	const simulation = await master.led(signal);
	const wrongTime = startSecond(master.simulation, request.startTime);
	if (typeof wrongTime === 'string') {
		return {result: false, msg: wrongTime};
	}

	const read = readTaskDocument(simulation, request.task ?? '');
	if (typeof read === 'string') {
		return {result: false, msg: read};
	}

	await master.live.clock.wait(checking, signal);
	const {passed, text} = renderCheck(simulation, read.spec, {
		errors: Number(request.errCnt ?? 0),
		warnings: Number(request.warnCnt ?? 0),
	});
	return {result: passed, msg: text};
};

/** Today's update-task: DM 2.0 and later checks the configuration, and changes nothing. */
const updateTask: Method<Requests['UpdateTask']> = async (master, {task = ''}, signal) => {
	const {result, msg} = (await checkTask(master, {task, errCnt: 10, warnCnt: 10}, signal)) as {
		readonly result: boolean;
		readonly msg: string;
	};
	const isRead = typeof readTaskDocument(master.simulation, task) !== 'string';
	return {result, msg: isRead ? '' : msg, sources: [], checkResult: isRead ? msg : ''};
};

const startValidation: Method<Requests['StartValidation']> = async (master, request, signal) => {
	const {taskName: task = '', sources, mode_value: mode, start_time_value: startTime} = request;
	await master.led(signal);
	const startAt = startSecond(master.simulation, startTime);
	return typeof startAt === 'string'
		? {result: false, msg: `start-time should be in the format like ${startTimeHint}`, sources: []}
		: master.operate({kind: 'start-validation', task, sources, mode, startAt}, signal);
};

/** The same under the model's names. DM's `op`, whether the DDL is executed, does not matter for a lock. */
export const unlockRequest = ({
	ID: id = '',
	replaceOwner: owner,
	forceRemove: force,
	sources,
	database,
	table,
}: Requests['UnlockDDLLock']): UnlockRequest => ({
	kind: 'unlock',
	id,
	owner,
	force,
	sources,
	database,
	table,
});

/** All supported methods, by name. */
export const methods: {readonly [Name in keyof Requests]: Method<Requests[Name]>} = {
	StartTask: startTask,
	CheckTask: checkTask,
	UpdateTask: updateTask,
	StartValidation: startValidation,

	async OperateTask(master, {op = 0, name: task = '', sources}, signal) {
		return master.operate({kind: 'task', op, task, sources, dialect: 'v7.5'}, signal);
	},
	async QueryStatus(master, {name: task, sources}, signal) {
		return master.status({task, sources}, signal);
	},
	async HandleError(master, {op = 0, task = '', ...rest}, signal) {
		return master.operate({kind: 'errors', op, task, ...rest}, signal);
	},
	async OperateSchema(master, {op = 0, task = '', ...rest}, signal) {
		return master.operate({kind: 'schema', op, task, ...rest}, signal);
	},
	async ShowDDLLocks(master, {task, sources}, signal) {
		return renderLocks(await master.led(signal), {task, sources});
	},
	async UnlockDDLLock(master, request, signal) {
		return master.operate(unlockRequest(request), signal);
	},
	async OperateWorkerRelayTask(master, {op = 0, sources = []}, signal) {
		return master.operate({kind: 'relay-stage', op, sources}, signal);
	},
	async OperateRelay(master, {op = 0, source = '', worker: workers}, signal) {
		const known = memberOf(relaySwitches, op);
		await master.led(signal);
		return known === 'StartRelayV2' || known === 'StopRelayV2'
			? master.operate(
					{kind: known === 'StartRelayV2' ? 'start-relay' : 'stop-relay', source, workers},
					signal,
				)
			: {
					result: false,
					msg: `only support start-relay or stop-relay, op: ${known ?? op}`,
					sources: [],
				};
	},
	async PurgeWorkerRelay(master, {sources = []}, signal) {
		return master.operate({kind: 'purge-relay', sources}, signal);
	},
	async TransferSource(master, {source = '', worker = ''}, signal) {
		return master.operate({kind: 'transfer', source, worker}, signal);
	},
	async OperateSource(master, {op = 0, config: configs, sourceID: names}, signal) {
		return master.operate({kind: 'source', op, configs, names}, signal);
	},
	async OfflineMember(master, {type = '', name = ''}, signal) {
		return master.operate({kind: 'offline-member', type, name}, signal);
	},
	async OperateLeader(master, {op = 0}, signal) {
		await master.present(signal);
		return master.operate({kind: 'leader', op, master: master.name}, signal);
	},
	async ListMember(master, {names, ...asked}, signal) {
		const kinds = (['leader', 'master', 'worker'] as const).filter(kind => asked[kind]);
		return renderMembers(await master.led(signal), {kinds, names});
	},
	async GetCfg(master, {type = 0, name = ''}, signal) {
		return renderConfig(await master.led(signal), {type, name});
	},
	async GetSubTaskCfg(master, {name = ''}, signal) {
		return renderSubtaskConfigs(await master.led(signal), name);
	},
	async GetMasterCfg(master, _, signal) {
		return renderMasterConfig(await master.present(signal), master.name);
	},
	async StopValidation(master, {taskName: task = '', sources}, signal) {
		return master.operate({kind: 'stop-validation', task, sources}, signal);
	},
	async UpdateValidation(master, {taskName: task = '', sources, binlogGTID: gtid = ''}, signal) {
		return master.operate({kind: 'update-validation', task, sources, gtid}, signal);
	},
	async GetValidationStatus(master, {taskName: task = '', filterStatus: stage}, signal) {
		return master.operate({kind: 'validation-status', task, stage}, signal);
	},
	async GetValidationError(master, {taskName: task = '', errState: state}, signal) {
		return master.operate({kind: 'validation-errors', task, state}, signal);
	},
	async OperateValidationError(master, {op = 0, taskName: task = '', isAllError, errId}, signal) {
		const id = isAllError ? undefined : Number(errId ?? 0);
		return master.operate({kind: 'validation-error', op, task, id}, signal);
	},
};
