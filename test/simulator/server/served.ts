/** A simulation that listens on a free port of loopback. */
import type {Clock} from '../../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {serveLive} from '../../../source/simulator/server/serve.js';

/** Time that stands still: every wait is over at once, and nothing moves meanwhile. */
export const stillClock = (): Clock => ({
	now: () => 0,
	async wait() {
		// Over at once.
	},
});

/** Time that continues by what is waited for, and by `pass`. */
export class HandClock implements Clock {
	#now = 0;
	/** What was waited for, ms. */
	readonly waits: number[] = [];

	now(): number {
		return this.#now;
	}

	async wait(milliseconds: number): Promise<void> {
		this.waits.push(milliseconds);
		this.#now += milliseconds;
	}

	pass(seconds: number): void {
		this.#now += seconds * 1000;
	}
}

export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The body as JSON; undefined when it is not JSON. */
	readonly json: unknown;
};

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

export class Served {
	static async start(simulation: Simulation, clock: Clock = new HandClock()): Promise<Served> {
		return this.serve(new LiveSimulation(simulation, clock));
	}

	static async serve(live: LiveSimulation): Promise<Served> {
		const end = new AbortController();
		const log: string[] = [];
		const {address, closed} = await serveLive(live, {
			listen: '127.0.0.1:0',
			signal: end.signal,
			log(line) {
				log.push(line);
			},
		});
		return new Served(live, {address, closed, end, log});
	}

	readonly #closed: Promise<void>;
	readonly #end: AbortController;
	readonly live: LiveSimulation;
	readonly address: string;
	readonly log: readonly string[];

	private constructor(
		live: LiveSimulation,
		parts: {address: string; closed: Promise<void>; end: AbortController; log: readonly string[]},
	) {
		this.live = live;
		this.address = parts.address;
		this.log = parts.log;
		this.#closed = parts.closed;
		this.#end = parts.end;
	}

	get simulation(): Simulation {
		return this.live.simulation;
	}

	/** One request; with a body it is JSON. */
	async ask(
		method: string,
		path: string,
		body?: unknown,
		headers: Readonly<Record<string, string>> = {},
	): Promise<Answer> {
		const response = await fetch(`http://${this.address}${path}`, {
			method,
			redirect: 'manual',
			headers,
			...(body !== undefined && {
				body: typeof body === 'string' ? body : JSON.stringify(body),
				headers: {'content-type': 'application/json', ...headers},
			}),
		});
		const text = await response.text();
		return {status: response.status, headers: response.headers, text, json: parse(text)};
	}

	async get(path: string): Promise<Answer> {
		return this.ask('GET', path);
	}

	/** The JSON that one request is answered with. */
	async askJson(method: string, path: string, body?: unknown): Promise<unknown> {
		const {json} = await this.ask(method, path, body);
		return json;
	}

	async getJson(path: string): Promise<unknown> {
		return this.askJson('GET', path);
	}

	/** The status that one request is answered with. */
	async statusOf(method: string, path: string, body?: unknown): Promise<number> {
		const {status} = await this.ask(method, path, body);
		return status;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#end.abort();
		await this.#closed;
	}
}
