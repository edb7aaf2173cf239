/** OpenAPI's operations about the cluster's members. */
import {byName} from '../../model/order.js';
import {workerStage} from '../../cluster/members.js';
import type {Reply} from '../http/reply.js';
import {indented, indentedBig} from './encode.js';
import type {OpenApiCall} from './operation.js';

/** `GET /api/v1/cluster/masters` */
export const listMasters = async ({master, signal}: OpenApiCall): Promise<Reply> => {
	const {masters, leader} = await master.led(signal);
	const data = masters.toSorted(byName).map(({name, peerAddress, isAlive}) => ({
		addr: `http://${peerAddress}`,
		alive: isAlive,
		leader: name === leader,
		name,
	}));
	return indented({data, total: data.length});
};

/** `GET /api/v1/cluster/workers` */
export const listWorkers = async ({master, signal}: OpenApiCall): Promise<Reply> => {
	const simulation = await master.led(signal);
	const data = simulation.workers
		.values()
		.toArray()
		.toSorted(byName)
		.map(worker => ({
			addr: worker.address,
			bound_source_name: worker.source,
			bound_stage: workerStage(simulation, worker),
			name: worker.name,
		}));
	return indented({data, total: data.length});
};

/**
 * `GET /api/v1/cluster/info`: an ID that does not fit into a double. A cluster deployed without TiUP has no topology.
 */
export const getInfo = async ({master, signal}: OpenApiCall): Promise<Reply> => {
	const {clusterId} = await master.led(signal);
	return indentedBig('cluster_id', clusterId);
};
