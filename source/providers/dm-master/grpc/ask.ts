import {askMasters, type AskOptions, type Asked, type OperateAccess} from '../operate/access.js';
import {Channel} from './channel.js';

/** Asks the masters in turn over gRPC, until one gives a value. Only for reading. Never throws. */
export const askOverGrpc = async <Value>(
	access: OperateAccess,
	signal: AbortSignal,
	ask: (channel: Channel) => Promise<Value>,
	options?: AskOptions,
): Promise<Asked<Value>> =>
	askMasters(
		access,
		signal,
		async address => {
			using channel = await Channel.open(address, access.tls);
			return await ask(channel);
		},
		options,
	);
