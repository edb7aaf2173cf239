/** A simulation that listens on a free port of loopback. */
import {once} from 'node:events';
import {connect} from 'node:net';
import type {Clock} from '../../../source/simulator/clock.js';
import {LiveSimulation} from '../../../source/simulator/live.js';
import type {Simulation} from '../../../source/simulator/model/simulation.js';
import {serveLive} from '../../../source/simulator/server/serve.js';

/** Time that stands still: every wait is over at once, and nothing moves meanwhile. */
export const stillClock = (): Clock => ({
	now: () => 0,
	async wait() {
		// Over at once.
	},
});

/** Time that goes on by what is waited for, and by `pass`. */
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
	/** The body as JSON; undefined when it is none. */
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
	static async start(simulation: Simulation, clock: Clock = stillClock()): Promise<Served> {
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
	async ask(method: string, path: string, body?: unknown): Promise<Answer> {
		const response = await fetch(`http://${this.address}${path}`, {
			method,
			redirect: 'manual',
			...(body !== undefined && {
				body: typeof body === 'string' ? body : JSON.stringify(body),
				headers: {'content-type': 'application/json'},
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

	/** One request and its whole answer, as they go over the wire. */
	async raw(method: string, path: string, body = ''): Promise<string> {
		const [host = '', port = ''] = this.address.split(':', 2);
		const socket = connect(Number(port), host);
		await once(socket, 'connect');
		const chunks: string[] = [];
		socket.setEncoding('utf8').on('data', (chunk: string) => {
			chunks.push(chunk);
		});
		socket.write(
			`${method} ${path} HTTP/1.1\r\nHost: ${this.address}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
		const isWhole = (): boolean => {
			const text = chunks.join('');
			const length = /\r\nContent-Length: (?<length>\d+)\r\n/v.exec(text)?.groups?.['length'];
			return length === undefined
				? text.endsWith('0\r\n\r\n')
				: text.length >= text.indexOf('\r\n\r\n') + 4 + Number(length);
		};

		while (!isWhole()) {
			await once(socket, 'data');
		}

		socket.destroy();
		return chunks.join('');
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#end.abort();
		await this.#closed;
	}
}
