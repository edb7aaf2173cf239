import {Buffer} from 'node:buffer';
import {
	Server,
	ServerCredentials,
	status as statusCodes,
	type handleUnaryCall as HandleUnaryCall,
} from '@grpc/grpc-js';
import {decodeMessage, encodeMessage, type LockMessage} from './lock-protocol.js';

export type LockMasterOptions = {
	/** PEM texts: the server speaks TLS and wants a client certificate, as dm-master does. */
	readonly tls?: {readonly ca: string; readonly cert: string; readonly key: string};
};

/** An answer to a call: a message, or a gRPC status. */
export type LockAnswer =
	{readonly message: Record<string, unknown>} | {readonly code: number; readonly details: string};

type Method = 'ShowDDLLocks' | 'UnlockDDLLock';

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

/** A dm-master on loopback that lists and unlocks DDL locks over gRPC. A test may change what it has and says. */
export class LockMaster implements AsyncDisposable {
	static async start({tls}: LockMasterOptions = {}): Promise<LockMaster> {
		const master = new LockMaster();
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
	locks: readonly LockMessage[] = [pessimisticLock, optimisticLock, conflictingLock];
	/** What it answers instead of what it would. */
	readonly answers = new Map<Method, LockAnswer>();
	/** The calls that came in, in order. */
	readonly calls: Array<{readonly method: Method; readonly request: Record<string, unknown>}> = [];

	private constructor() {
		this.#serve('ShowDDLLocks', ({task}) => {
			const locks = this.locks.filter(lock => task === '' || lock.task === task);
			return {result: true, msg: locks.length === 0 ? 'no DDL lock exists' : '', locks};
		});
		this.#serve('UnlockDDLLock', ({ID: id}) => {
			const has = this.locks.some(lock => lock.ID === id);
			this.locks = this.locks.filter(lock => lock.ID !== id);
			return has ? {result: true, msg: ''} : {result: false, msg: `lock with ID ${String(id)} not found`};
		});
	}

	#serve(method: Method, answer: (request: Record<string, unknown>) => Record<string, unknown>): void {
		const handle: HandleUnaryCall<Record<string, unknown>, Record<string, unknown>> = (
			{request},
			callback,
		) => {
			this.calls.push({method, request});
			const instead = this.answers.get(method);
			if (instead && 'code' in instead) {
				callback({code: instead.code, details: instead.details});
			} else {
				callback(null, instead?.message ?? answer(request));
			}
		};

		this.#server.addService(
			{
				[method]: {
					path: `/pb.Master/${method}`,
					requestStream: false,
					responseStream: false,
					requestSerialize: () => Buffer.alloc(0),
					requestDeserialize: (bytes: Uint8Array) => decodeMessage(`${method}Request`, bytes),
					responseSerialize: (message: Record<string, unknown>) =>
						Buffer.from(encodeMessage(`${method}Response`, message)),
					responseDeserialize: () => ({}),
				},
			},
			{[method]: handle},
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
	async [Symbol.asyncDispose](): Promise<void> {
		this.#server.forceShutdown();
	}
}

/** Answers as a master that is not the leader and knows none. */
export const notLeader: LockAnswer = {
	code: statusCodes.UNKNOWN,
	details:
		"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
};
