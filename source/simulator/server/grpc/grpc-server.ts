/** `pb.Master` over gRPC: what dmctl speaks to a dm-master. */
import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';
import {
	Server,
	ServerCredentials,
	status,
	type handleUnaryCall as HandleUnaryCall,
	type ServiceDefinition,
	type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type {
	Descriptor,
	MessageFields,
	MessageInput,
} from '../../../providers/dm-master/grpc/protocol/descriptor.js';
import {
	masterMethods,
	methodPath,
	type MasterMethod,
} from '../../../providers/dm-master/grpc/protocol/methods.js';
import {decodeMessage, encodeMessage} from '../../../providers/dm-master/grpc/protocol/wire.js';
import type {Json} from '../../model/json.js';
import {LeaderlessError} from '../../running/live.js';
import {methods} from '../../master/methods.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {messageOf} from '../../../terminal/thrown.js';

/** The master that gRPC reaches, and how long. */
export type GrpcOptions = {
	readonly master: SimulatedMaster;
	/** Aborted when the server closes. */
	readonly signal: AbortSignal;
	/** Called for every call that may change something, with one line. */
	readonly log: (line: string) => void;
};

/** Frequent calls that change nothing. */
const isQuestion = (method: MasterMethod): boolean => /^(?:Get|List|Query|Show|Check)/v.test(method);

type MethodOfMaster = (master: SimulatedMaster, request: unknown, signal: AbortSignal) => Promise<Json>;

const names = Object.keys(masterMethods) as MasterMethod[];

/** Answers one call; a call that the client cancels is dropped. */
const handler =
	(name: MasterMethod, {master, signal, log}: GrpcOptions): HandleUnaryCall<unknown, Json> =>
	(call, callback) => {
		const gone = new AbortController();
		call.on('cancelled', () => {
			gone.abort();
		});
		const answer = async (): Promise<void> => {
			try {
				const message = await (methods[name] as MethodOfMaster)(
					master,
					call.request,
					AbortSignal.any([signal, gone.signal]),
				);
				callback(null, message);
			} catch (error) {
				if (error instanceof LeaderlessError) {
					callback({code: error.body.code, details: error.body.message});
					return;
				}

				log(`${name} failed: ${messageOf(error)}`);
				callback({code: status.INTERNAL, details: 'the simulation has failed'});
			} finally {
				if (!isQuestion(name)) {
					log(`gRPC ${name}`);
				}
			}
		};

		void answer();
	};

/** The messages of every method, untyped. */
const messages: Readonly<
	Record<string, {readonly request: Descriptor<MessageFields>; readonly response: Descriptor<MessageFields>}>
> = masterMethods;

const service: ServiceDefinition = Object.fromEntries(
	Object.entries(messages).map(([name, {request, response}]) => [
		name,
		{
			path: methodPath(name as MasterMethod),
			requestStream: false,
			responseStream: false,
			requestSerialize: (message: MessageInput<MessageFields>) =>
				Buffer.from(encodeMessage(request, message)),
			requestDeserialize: (bytes: Uint8Array) => decodeMessage(request, bytes),
			responseSerialize: (message: MessageInput<MessageFields>) =>
				Buffer.from(encodeMessage(response, message)),
			responseDeserialize: (bytes: Uint8Array) => decodeMessage(response, bytes),
		},
	]),
);

/** Methods of a later DM, and of workers: refused with the Go server's message for unknown methods. */
const unknownMethods = ['Encrypt', 'ListTaskConfigs', 'ListSourceConfigs', 'RegisterWorker'];

const nothing = Buffer.alloc(0);

const unknownService: ServiceDefinition = Object.fromEntries(
	unknownMethods.map(name => [
		name,
		{
			path: `/pb.Master/${name}`,
			requestStream: false,
			responseStream: false,
			requestSerialize: () => nothing,
			requestDeserialize: () => nothing,
			responseSerialize: () => nothing,
			responseDeserialize: () => nothing,
		},
	]),
);

const unknownHandler =
	(name: string): HandleUnaryCall<unknown, Json> =>
	(_call, callback) => {
		callback({
			code: status.UNIMPLEMENTED,
			details: `unknown method ${name} for service pb.Master`,
		});
	};

/** Accepts HTTP/2 connections, until it is closed. */
export type GrpcServer = {
	readonly take: (socket: Socket) => void;
	/** Ends every call. */
	readonly close: () => void;
};

/** A gRPC server without a port of its own. */
export const createGrpcServer = (options: GrpcOptions): GrpcServer => {
	const server = new Server();
	const implementation: UntypedServiceImplementation = Object.fromEntries(
		names.map(name => [name, handler(name, options)]),
	);
	server.addService(service, implementation);
	server.addService(
		unknownService,
		Object.fromEntries(unknownMethods.map(name => [name, unknownHandler(name)])),
	);
	const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
	return {
		take(socket) {
			injector.injectConnection(socket);
		},
		close() {
			injector.destroy();
			server.forceShutdown();
		},
	};
};
