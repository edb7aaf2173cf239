import {expect} from 'vitest';
import {LiveSimulation} from '../../../../source/simulator/running/live.js';
import type {Simulation} from '../../../../source/simulator/model/model.js';
import {cluster} from '../../cluster.js';
import {HandClock, Served} from '../served.js';
import {GrpcClient} from './grpc-client.js';

/** A simulation that is served, and a client that is connected to it. */
export const connected = async (simulation: Simulation, clock = new HandClock()) => {
	const served = await Served.serve(new LiveSimulation(simulation, clock));
	const client = new GrpcClient(served.address);
	return {
		served,
		simulation,
		/** Lets so many seconds pass, on the clock and in the cluster. */
		async pass(seconds: number) {
			clock.pass(seconds);
			await served.live.catchUp(new AbortController().signal);
		},
		call: (async (...args) => client.call(...args)) satisfies GrpcClient['call'],
		async [Symbol.asyncDispose]() {
			client[Symbol.dispose]();
			await served[Symbol.asyncDispose]();
		},
	};
};

/** Two tasks on two sources, with workers to spare. */
export const shop = (rest: Record<string, unknown> = {}) =>
	cluster({
		workers: 4,
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [
			{name: 'orders', sources: ['a', 'b'], mode: 'incremental', target: 'shop.orders', validation: 'full'},
			{
				name: 'users',
				sources: ['a', 'b'],
				mode: 'incremental',
				target: 'shop.users',
				'shard-mode': 'pessimistic',
			},
		],
		...rest,
	});

/** What a worker answers when it has done it. */
export const done = (source: string, worker: string) => ({result: true, msg: '', source, worker});

/** Any text that contains this one. */
export const matching = (text: string): string => expect.stringContaining(text) as string;
