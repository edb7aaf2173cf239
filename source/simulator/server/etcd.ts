/** The paths of a dm-master that belong to the etcd inside it, and DM's own `/status`. */
import type {MetricFamily} from '../../providers/metrics/exposition.js';
import {masterMetrics, workerMetrics} from '../answers/metrics/metrics.js';
import {metricsText} from '../answers/metrics/metrics-page.js';
import type {Simulation} from '../model/model.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import {errorPage, notFound, type Reply} from './http/reply.js';
import type {Call} from './http/call.js';

const etcdVersion = '3.5.12';

const methodNotAllowed = (): Reply => errorPage(405, 'Method Not Allowed');

/** The build information; programs only use the first line (pkg/version). */
const rawInfo = (version: string): string =>
	[
		`Release Version: ${version}`,
		'Git Commit Hash: None',
		'Git Branch: None',
		'UTC Build Time: None',
		'Go Version: None',
		'Failpoint Build: false',
		'',
	].join('\n');

const health = ({leader}: Simulation): Reply =>
	leader === ''
		? errorPage(503, JSON.stringify({health: 'false', reason: 'RAFT NO LEADER'}))
		: {
				status: 200,
				headers: {'Content-Type': 'text/plain; charset=utf-8'},
				body: JSON.stringify({health: 'true', reason: ''}),
			};

/** Which member answers, and which one leads: which lets a client find the leader behind a tunnel. */
const maintenanceStatus = (simulation: Simulation, name: string): Reply => {
	const idOf = (master: string): string =>
		simulation.masters.find(each => each.name === master)?.memberId ?? '0';
	return {
		status: 200,
		headers: {'Content-Type': 'application/json', 'Grpc-Metadata-Content-Type': 'application/grpc'},
		body: JSON.stringify({
			header: {
				cluster_id: String(simulation.clusterId),
				member_id: idOf(name),
				revision: String(1 + simulation.scheduled),
				raft_term: '2',
			},
			version: etcdVersion,
			dbSize: '110592',
			leader: idOf(simulation.leader),
			raftIndex: String(100 + simulation.scheduled),
			raftTerm: '2',
			raftAppliedIndex: String(100 + simulation.scheduled),
			dbSizeInUse: '98304',
		}),
	};
};

const metricsReply = async (families: readonly MetricFamily[] | undefined): Promise<Reply> => {
	if (families === undefined) {
		return errorPage(503, 'This worker does not answer');
	}

	const {text, type} = await metricsText(families);
	return {status: 200, headers: {'Content-Type': type}, body: text};
};

/** The worker whose metrics are requested: `/metrics/worker-1`, since all workers are behind the one port here. */
const workerOf = (path: string): string =>
	/^\/metrics\/(?<worker>[^\/]+)$/v.exec(path)?.groups?.['worker'] ?? '';

/** The answer to a path that is neither v1alpha1 nor OpenAPI; these are also answered without a leader. */
export const answerEtcd = async (master: SimulatedMaster, {method, path, signal}: Call): Promise<Reply> => {
	const simulation = await master.present(signal);
	switch (path) {
		case '/status': {
			return {
				status: 200,
				headers: {'Content-Type': 'text/plain'},
				body: rawInfo(simulation.scenario.version),
			};
		}

		case '/health': {
			return method === 'GET' ? health(simulation) : methodNotAllowed();
		}

		case '/version': {
			return method === 'GET'
				? {
						status: 200,
						headers: {'Content-Type': 'application/json'},
						body: JSON.stringify({etcdserver: etcdVersion, etcdcluster: '3.5.0'}),
					}
				: methodNotAllowed();
		}

		case '/v3/maintenance/status': {
			return method === 'POST' ? maintenanceStatus(simulation, master.name) : methodNotAllowed();
		}

		case '/metrics': {
			return method === 'GET' ? metricsReply(masterMetrics(simulation)) : methodNotAllowed();
		}

		default: {
			const worker = simulation.workers.get(workerOf(path));
			if (worker === undefined) {
				return notFound();
			}

			return method === 'GET' ? metricsReply(workerMetrics(simulation, worker)) : methodNotAllowed();
		}
	}
};
