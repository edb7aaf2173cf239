/** What OpenAPI does with sources. */
import type {Json} from '../../answers/json.js';
import type {Source} from '../../model/model.js';
import {emptyReply, type Reply} from '../http/reply.js';
import type {ServedMaster} from '../served-master.js';
import {indented} from './encode.js';
import {commonError, noSource, noWorkerStarted, refusedWith} from './openapi-error.js';
import type {OpenApiCall} from './operation.js';
import {readBody, readParameters} from './request.js';
import {sourceJson, sourceStatus} from './source.js';

const findSource = async (
	master: ServedMaster,
	name: string,
	signal: AbortSignal,
): Promise<Source | undefined> => {
	const {sources} = await master.led(signal);
	return sources.get(name);
};

const statusList = async (master: ServedMaster, {name}: Source, signal: AbortSignal): Promise<Json[]> => {
	const status = await master.status({sources: [name]}, signal);
	return status.sources.map(answer => sourceStatus(answer));
};

/** `GET /api/v1/sources`: with status it asks for one source after the other. */
export const listSources = async ({master, search, signal}: OpenApiCall): Promise<Reply> => {
	const asked = readParameters(search, {with_status: 'boolean', enable_relay: 'boolean'});
	const {sources} = await master.led(signal);
	const data: Json[] = [];
	for (const source of sources.values()) {
		if (!(asked.enable_relay === undefined || asked.enable_relay === (source.relay !== undefined))) {
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
const refusalIn = (answer: Json): string => {
	const {result, msg, sources} = answer as {
		readonly result: boolean;
		readonly msg: string;
		readonly sources?: ReadonlyArray<{readonly result: boolean; readonly msg: string}>;
	};
	return result ? (sources?.find(source => !source.result)?.msg ?? '') : msg;
};

/** `POST /api/v1/sources/{source-name}/relay/enable` and `disable` */
export const switchRelay =
	(op: 'enable' | 'disable') =>
	async (call: OpenApiCall): Promise<Reply> => {
		const {master, name, signal} = call;
		const {worker_name_list: workers} = readBody(call, {
			worker_name_list: 'texts',
			...(op === 'enable' && {relay_binlog_name: 'text', relay_binlog_gtid: 'text', relay_dir: 'text'}),
		});
		const source = await findSource(master, name, signal);
		if (source === undefined) {
			throw noSource(name);
		}

		if (workers === undefined && source.worker === '') {
			throw noWorkerStarted();
		}

		const refusal = refusalIn(await master.begin({kind: 'relay', op, source: name, workers}, signal));
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
	if (source?.relay === undefined) {
		throw commonError(`relay worker for source ${name} not found, please \`enable-relay\` first`);
	}

	await master.operate({kind: 'relay', op: 'purge', source: name}, signal);
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
