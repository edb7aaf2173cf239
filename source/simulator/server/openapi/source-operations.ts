/** OpenAPI's operations on sources. */
import type {Json} from '../../model/json.js';
import {pullersOf} from '../../cluster/relay.js';
import type {SourceModel} from '../../model/model.js';
import {emptyReply, type Reply} from '../http/reply.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {indented} from './encode.js';
import {commonError, noSource, noWorkerStarted, refusedWith} from './openapi-error.js';
import type {OpenApiCall} from './operation.js';
import {readBody, readParameters} from './request.js';
import {sourceJson, sourceStatus} from './source.js';

const findSource = async (
	master: SimulatedMaster,
	name: string,
	signal: AbortSignal,
): Promise<SourceModel | undefined> => {
	const {sources} = await master.led(signal);
	return sources.get(name);
};

const statusList = async (
	master: SimulatedMaster,
	{name}: SourceModel,
	signal: AbortSignal,
): Promise<Json[]> => {
	const status = await master.status({sources: [name]}, signal);
	return status.sources.map(answer => sourceStatus(answer));
};

/** `GET /api/v1/sources`: with status the sources are asked one after the other. */
export const listSources = async ({master, search, signal}: OpenApiCall): Promise<Reply> => {
	const asked = readParameters(search, {with_status: 'boolean', enable_relay: 'boolean'});
	const simulation = await master.led(signal);
	const data: Json[] = [];
	for (const source of simulation.sources.values()) {
		const isPulled = pullersOf(simulation, source).length > 0;
		if (asked.enable_relay !== undefined && asked.enable_relay !== isPulled) {
			continue;
		}

		const list = asked.with_status === true ? await statusList(master, source, signal) : undefined;
		data.push(sourceJson(source, list));
	}

	return indented({data, total: data.length});
};

/** `GET /api/v1/sources/{source-name}` */
export const getSource = async ({master, name, search, signal}: OpenApiCall): Promise<Reply> => {
	const asked = readParameters(search, {with_status: 'boolean'});
	const source = await findSource(master, name, signal);
	if (source === undefined) {
		return emptyReply(404);
	}

	const list = asked.with_status === true ? await statusList(master, source, signal) : undefined;
	return indented(sourceJson(source, list));
};

/** `GET /api/v1/sources/{source-name}/status` */
export const getSourceStatus = async ({master, name, signal}: OpenApiCall): Promise<Reply> => {
	const source = await findSource(master, name, signal);
	if (source === undefined) {
		throw noSource(name);
	}

	const list = await statusList(master, source, signal);
	const data: Json[] = source.worker === '' ? [{source_name: name, worker_name: ''}] : list;
	return indented({data, total: data.length});
};

/** Why it was not done; '' when it was. */
const refusalIn = (answer: Json | undefined): string => {
	if (answer === undefined) {
		return '';
	}

	const {result, msg, sources} = answer as {
		readonly result: boolean;
		readonly msg: string;
		readonly sources?: ReadonlyArray<{readonly result: boolean; readonly msg: string}>;
	};
	return result ? (sources?.find(source => !source.result)?.msg ?? '') : msg;
};

/** `POST /api/v1/sources/{source-name}/relay/enable` and `disable`: without names, for the worker that serves it. */
export const switchRelay =
	(kind: 'start-relay' | 'stop-relay') =>
	async (call: OpenApiCall): Promise<Reply> => {
		const {master, name, signal} = call;
		const {worker_name_list: workers} = readBody(call, {
			worker_name_list: 'texts',
			...(kind === 'start-relay' && {
				relay_binlog_name: 'text',
				relay_binlog_gtid: 'text',
				relay_dir: 'text',
			}),
		});
		const source = await findSource(master, name, signal);
		if (source === undefined) {
			throw noSource(name);
		}

		if (workers === undefined && source.worker === '') {
			throw noWorkerStarted();
		}

		const request = {kind, source: name, workers: workers ?? [source.worker]} as const;
		const refusal = refusalIn(await master.live.begin(request, signal));
		if (refusal !== '') {
			throw refusedWith(refusal);
		}

		return emptyReply(200);
	};

/** `POST /api/v1/sources/{source-name}/relay/purge` */
export const purgeRelay = async (call: OpenApiCall): Promise<Reply> => {
	const {master, name, signal} = call;
	readBody(call, {relay_binlog_name: 'text', relay_dir: 'text'}, ['relay_binlog_name']);
	const source = await findSource(master, name, signal);
	if (source === undefined || source.relays.size === 0) {
		throw commonError(`relay worker for source ${name} not found, please \`enable-relay\` first`);
	}

	await master.operate({kind: 'purge-relay', sources: [name]}, signal);
	return emptyReply(200);
};

/** `POST /api/v1/sources/{source-name}/transfer` */
export const transferSource = async (call: OpenApiCall): Promise<Reply> => {
	const {master, name, signal} = call;
	const {worker_name: worker = ''} = readBody(call, {worker_name: 'text'}, ['worker_name']);
	const refusal = refusalIn(await master.operate({kind: 'transfer', source: name, worker}, signal));
	if (refusal !== '') {
		throw refusedWith(refusal);
	}

	return emptyReply(200);
};

/** `POST /api/v1/sources/{source-name}/enable` and `disable` */
export const switchSource =
	(kind: 'enable-source' | 'disable-source') =>
	async ({master, name, signal}: OpenApiCall): Promise<Reply> => {
		await master.led(signal);
		const refusal = refusalIn(await master.live.begin({kind, source: name}, signal));
		if (refusal !== '') {
			throw refusedWith(refusal);
		}

		return emptyReply(200);
	};
