import {Buffer} from 'node:buffer';
import {
	Server,
	ServerCredentials,
	status as statusCodes,
	type handleUnaryCall as HandleUnaryCall,
} from '@grpc/grpc-js';
import {decodeRequest, encodeAnswer, methods, type Method} from './dm-protocol.js';

export type GrpcMasterOptions = {
	/** PEM texts: the server speaks TLS and wants a client certificate, as dm-master does. */
	readonly tls?: {readonly ca: string; readonly cert: string; readonly key: string};
};

/** An answer to a call: a message, or a gRPC status. */
export type GrpcAnswer =
	{readonly message: Record<string, unknown>} | {readonly code: number; readonly details: string};

/** A lock as the wire has it. */
export type LockMessage = {
	readonly ID: string;
	readonly task: string;
	readonly mode: string;
	readonly owner?: string;
	readonly DDLs?: readonly string[];
	readonly synced?: readonly string[];
	readonly unsynced?: readonly string[];
	readonly later?: string;
	readonly laterNumber?: number;
};

/** A worker as ListMember lists it. */
export type WorkerMessage = {
	readonly name: string;
	readonly addr: string;
	readonly stage: string;
	readonly source: string;
};

/** As DM has it after a DDL that one of two shards has come to. */
export const pessimisticLock: LockMessage = {
	ID: 'shard-`shop`.`orders`',
	task: 'shard',
	mode: 'pessimistic',
	owner: 'mysql-01',
	DDLs: [
		'ALTER TABLE `shop`.`orders` ADD COLUMN `note` TEXT',
		'ALTER TABLE `shop`.`orders` DROP COLUMN `old`',
	],
	synced: ['mysql-01'],
	unsynced: ['mysql-02'],
};

/** One that resolves by itself: no table is in conflict. */
export const optimisticLock: LockMessage = {
	ID: 'merge-`shop`.`users`',
	task: 'merge',
	mode: 'optimistic',
	synced: ['mysql-01-`shop_1`.`users`'],
	unsynced: ['mysql-02-`shop_2`.`users`'],
};

/** One whose DDL conflicts with that of another table. */
export const conflictingLock: LockMessage = {
	...optimisticLock,
	ID: 'merge-`shop`.`carts`',
	owner: 'mysql-02-`shop_2`.`ca``rts`',
	DDLs: ['ALTER TABLE `shop`.`carts` ADD COLUMN `n` INT'],
};

/** A dm-master on loopback that serves gRPC alone. A test may change what it has and says. */
export class GrpcMaster implements AsyncDisposable {
	static async start({tls}: GrpcMasterOptions = {}): Promise<GrpcMaster> {
		const master = new GrpcMaster();
		const {promise, resolve, reject} = Promise.withResolvers<number>();
		const credentials = tls
			? ServerCredentials.createSsl(
					Buffer.from(tls.ca),
					[{cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key)}],
					true,
				)
			: ServerCredentials.createInsecure();
		master.#server.bindAsync('127.0.0.1:0', credentials, (error, port) => {
			if (error) {
				reject(error);
			} else {
				resolve(port);
			}
		});
		master.#port = await promise;
		return master;
	}

	readonly #server = new Server();
	#port = 0;
	workers: readonly WorkerMessage[] = [
		{name: 'w1', addr: '127.0.0.1:8262', stage: 'bound', source: 'mysql-01'},
		{name: 'w2', addr: '127.0.0.1:8263', stage: 'free', source: ''},
	];

	/** What GetCfg gives, by the type and the name asked for: "SourceType mysql-01". */
	readonly configs = new Map<string, string>();
	/** What GetSubTaskCfg gives, by task. */
	readonly subtasks = new Map<string, readonly string[]>();
	locks: readonly LockMessage[] = [pessimisticLock, optimisticLock, conflictingLock];
	/** What it answers instead of what it would. */
	readonly answers = new Map<Method, GrpcAnswer>();
	/** The calls that came in, in order. */
	readonly calls: Array<{readonly method: Method; readonly request: Record<string, unknown>}> = [];

	private constructor() {
		for (const method of methods) {
			this.#serve(method);
		}
	}

	#serve(method: Method): void {
		const handle: HandleUnaryCall<Record<string, unknown>, Record<string, unknown>> = (
			{request},
			callback,
		) => {
			this.calls.push({method, request});
			const instead = this.answers.get(method);
			if (instead && 'code' in instead) {
				callback({code: instead.code, details: instead.details});
			} else {
				callback(null, instead?.message ?? this.#play(method, request));
			}
		};

		this.#server.addService(
			{
				[method]: {
					path: `/pb.Master/${method}`,
					requestStream: false,
					responseStream: false,
					requestSerialize: () => Buffer.alloc(0),
					requestDeserialize: (bytes: Uint8Array) => decodeRequest(method, bytes),
					responseSerialize: (message: Record<string, unknown>) => Buffer.from(encodeAnswer(method, message)),
					responseDeserialize: () => ({}),
				},
			},
			{[method]: handle},
		);
	}

	/** What it answers by itself. */
	#play(method: Method, request: Record<string, unknown>): Record<string, unknown> {
		switch (method) {
			case 'ShowDDLLocks': {
				const {task} = request;
				const locks = this.locks.filter(lock => task === '' || lock.task === task);
				return {result: true, msg: locks.length === 0 ? 'no DDL lock exists' : '', locks};
			}

			case 'UnlockDDLLock': {
				const {ID: id} = request;
				const has = this.locks.some(lock => lock.ID === id);
				this.locks = this.locks.filter(lock => lock.ID !== id);
				return has ? {result: true, msg: ''} : {result: false, msg: `lock with ID ${String(id)} not found`};
			}

			case 'ListMember': {
				return {
					result: true,
					members: [{leader: {name: 'm1', addr: '127.0.0.1:8261'}}, {worker: {workers: [...this.workers]}}],
				};
			}

			case 'GetCfg': {
				const config = this.configs.get(`${String(request['type'])} ${String(request['name'])}`);
				return config === undefined ? {result: false, msg: 'task not found'} : {result: true, cfg: config};
			}

			case 'GetSubTaskCfg': {
				const cfgs = this.subtasks.get(String(request['name']));
				return cfgs ? {result: true, cfgs: [...cfgs]} : {result: false, msg: 'task not found'};
			}

			default: {
				return {result: true, msg: ''};
			}
		}
	}

	/** The calls that change something, in order. */
	get operations(): ReadonlyArray<{readonly method: Method; readonly request: Record<string, unknown>}> {
		return this.calls.filter(
			({method}) => !['ListMember', 'ShowDDLLocks', 'GetCfg', 'GetSubTaskCfg'].includes(method),
		);
	}

	get port(): number {
		return this.#port;
	}

	/** `127.0.0.1:port` */
	get address(): string {
		return `127.0.0.1:${this.#port}`;
	}

	/** What was asked of the method, in order. */
	requestsOf(method: Method): Array<Record<string, unknown>> {
		return this.calls.filter(call => call.method === method).map(({request}) => request);
	}

	/** Closes the port and every connection. */
	stop(): void {
		this.#server.forceShutdown();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.stop();
	}
}

/** Answers as a master that is not the leader and knows none. */
export const notLeader: GrpcAnswer = {
	code: statusCodes.UNKNOWN,
	details:
		"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
};
