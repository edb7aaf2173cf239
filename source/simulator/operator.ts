/** Operating a simulated cluster as one operates a real one: DM's answers, after the time that DM takes for them. */
import {accepted, calledOff, notDone, notSent, refused, unknown} from '../providers/http/operate/answers.js';
import {defaultPace} from '../providers/http/pace.js';
import {
	type Operation,
	type OperationAnswer,
	type OperationKind,
	type Operator,
	type SourceAnswer,
	operationKinds,
} from '../providers/operation.js';
import {isRecord, records, text} from '../providers/json-fields.js';
import {endpointOf, leaderlessTrouble} from './endpoint.js';
import type {LiveSimulation} from './live.js';
import type {Simulation} from './model/model.js';
import {operate, type OperateRequest} from './operations/operate.js';
import {leaderOps} from './operations/operate-leader.js';

const taskOps = {pause: 'Pause', resume: 'Resume', stop: 'Delete', start: 'Start'} as const;

const errorOps = {
	'binlog-skip': 'Skip',
	'binlog-replace': 'Replace',
	'binlog-inject': 'Inject',
	'binlog-revert': 'Revert',
	'binlog-list': 'List',
} as const;

const relayOps = {'enable-relay': 'enable', 'disable-relay': 'disable', 'purge-relay': 'purge'} as const;

/** What the simulator cannot do yet. */
const unsupported = [
	'schema-set',
	'schema-remove',
	'validation-start',
	'validation-stop',
	'validation-ignore',
	'validation-resolve',
	'validation-clear',
	'pause-relay',
	'resume-relay',
	'enable-source',
	'disable-source',
] as const satisfies readonly OperationKind[];

type Supported = Exclude<Operation, {kind: (typeof unsupported)[number]}>;

const supportedKinds: ReadonlySet<OperationKind> = new Set(
	[...operationKinds].filter(kind => !(unsupported as readonly OperationKind[]).includes(kind)),
);

const isSupported = (operation: Operation): operation is Supported => supportedKinds.has(operation.kind);

/** What the masters are asked. All of them are told that they may lead again: only the evicted ones are concerned. */
const requestsOf = (simulation: Simulation, operation: Supported): OperateRequest[] => {
	switch (operation.kind) {
		case 'pause':
		case 'resume':
		case 'stop':
		case 'start': {
			const {kind, task, sources} = operation;
			return [
				kind === 'start' && !simulation.tasks.has(task)
					? {kind: 'start-task', task, sources}
					: {kind: 'task', op: taskOps[kind], task, sources, dialect: 'document'},
			];
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			const {kind, task, sources, position, sqls} = operation;
			return [{kind: 'errors', op: errorOps[kind], task, sources, binlogPos: position, sqls}];
		}

		case 'enable-relay':
		case 'disable-relay': {
			const {kind, source, workers} = operation;
			return [{kind: 'relay', op: relayOps[kind], source, workers}];
		}

		case 'purge-relay': {
			return [{kind: 'relay', op: 'purge', source: operation.source}];
		}

		case 'transfer-source': {
			return [{kind: 'transfer', source: operation.source, worker: operation.worker}];
		}

		case 'evict-leader': {
			return [{kind: 'leader', op: leaderOps.EvictLeaderOp}];
		}

		case 'cancel-evict-leader': {
			return simulation.masters.map(({name}) => ({
				kind: 'leader',
				op: leaderOps.CancelEvictLeaderOp,
				master: name,
			}));
		}

		case 'unlock-ddl': {
			const {lock, owner, force} = operation;
			return [{kind: 'unlock', id: lock, owner, force}];
		}
	}
};

const sourceAnswers = (value: unknown): SourceAnswer[] =>
	records(value).map(entry => ({
		source: text(entry['source']),
		worker: text(entry['worker']),
		result: entry['result'] === true,
		msg: text(entry['msg']),
	}));

const readAnswer = (answer: unknown): OperationAnswer => {
	const {result, msg, sources} = isRecord(answer) ? answer : {};
	return result === true
		? accepted(text(msg), sourceAnswers(sources))
		: refused(text(msg), sourceAnswers(sources));
};

/** Carries out operations on a simulation. They take effect at once, and are answered when DM would answer. */
export const createSimulatorOperator = (live: LiveSimulation): Operator => ({
	kinds: supportedKinds,
	async operate(operation, signal) {
		if (!isSupported(operation)) {
			return notSent({what: `the simulator knows no ${operation.kind}`, fix: '', detail: ''});
		}

		await live.catchUp(signal);
		if (signal.aborted) {
			return notSent(calledOff);
		}

		const {simulation, clock} = live;
		const trouble = leaderlessTrouble(simulation, `/apis/v1alpha1 (${operation.kind})`);
		if (trouble !== undefined) {
			return notDone(trouble);
		}

		const endpoint = endpointOf(simulation);
		const answers = requestsOf(simulation, operation).map(request => operate(simulation, request));
		const took = Math.max(...answers.map(answer => answer.took));
		const deadline = defaultPace.operationDeadline;
		await clock.wait(Math.min(took, deadline), signal);
		if (signal.aborted) {
			return unknown({...calledOff, what: `dm-top no longer waits for the answer of ${endpoint}`});
		}

		return took > deadline
			? unknown({what: `${endpoint} did not answer within ${deadline / 1000} s`, fix: '', detail: ''})
			: (answers.map(({answer}) => readAnswer(answer)).find(({result}) => result === 'refused') ??
					readAnswer(answers[0]?.answer));
	},
});
