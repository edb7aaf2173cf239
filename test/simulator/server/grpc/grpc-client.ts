/** A gRPC client as dmctl is one: a plain connection to the port, and calls of pb.Master. */
import {Buffer} from 'node:buffer';
import {Client, credentials, Metadata} from '@grpc/grpc-js';
import {
	masterMethods,
	methodPath,
	type AnswerMessage,
	type MasterMethod,
	type RequestInput,
} from '../../../../source/providers/dm-master/grpc/protocol/methods.js';
import {decodeMessage, encodeMessage} from '../../../../source/providers/dm-master/grpc/protocol/wire.js';

export class GrpcClient implements Disposable {
	readonly #client: Client;

	constructor(address: string) {
		this.#client = new Client(address, credentials.createInsecure(), {'grpc.use_local_subchannel_pool': 1});
	}

	/** One call. It is rejected with gRPC's code and words. */
	async call<Method extends MasterMethod>(
		method: Method,
		request: RequestInput<Method>,
		signal?: AbortSignal,
	): Promise<AnswerMessage<Method>> {
		const {promise, resolve, reject} = Promise.withResolvers<AnswerMessage<Method>>();
		const {request: asked, response} = masterMethods[method];
		const call = this.#client.makeUnaryRequest(
			methodPath(method),
			(message: RequestInput<Method>) => Buffer.from(encodeMessage(asked as never, message as never)),
			bytes => decodeMessage(response as never, bytes) as AnswerMessage<Method>,
			request,
			new Metadata(),
			(error, answer) => {
				if (answer === undefined) {
					reject(error ?? new Error('neither an error nor an answer'));
				} else {
					resolve(answer);
				}
			},
		);
		signal?.addEventListener('abort', () => {
			call.cancel();
		});
		return promise;
	}

	/** A call of a method that this client has no messages for: it sends nothing. */
	async callUnknown(name: string): Promise<Uint8Array> {
		const {promise, resolve, reject} = Promise.withResolvers<Uint8Array>();
		this.#client.makeUnaryRequest(
			`/pb.Master/${name}`,
			(message: Uint8Array) => Buffer.from(message),
			(bytes): Uint8Array => bytes,
			Buffer.alloc(0),
			new Metadata(),
			(error, answer) => {
				if (answer === undefined) {
					reject(error ?? new Error('neither an error nor an answer'));
				} else {
					resolve(answer);
				}
			},
		);
		return promise;
	}

	[Symbol.dispose](): void {
		this.#client.close();
	}
}
