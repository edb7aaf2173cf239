import {readFileSync} from 'node:fs';
import {
	createServer as createHttpServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import {createServer as createHttpsServer, type ServerOptions} from 'node:https';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

const fixtures = path.join(import.meta.dirname, '../fixtures');

/** The path of a file in test/fixtures. */
export const fixturePath = (...names: readonly string[]): string => path.join(fixtures, ...names);

/** The text of a file in test/fixtures. */
export const fixture = (...names: readonly string[]): string => readFileSync(fixturePath(...names), 'utf8');

/** What one status entry has that the server needs; the rest is passed on as recorded. */
type StatusEntry = {readonly sourceStatus: {readonly source: string}};
type StatusDocument = {
	readonly result: boolean;
	readonly msg: string;
	readonly sources: readonly StatusEntry[];
};

/** Does something else than answer at once; `play` answers as recorded after all. */
export type Mischief = (request: IncomingMessage, response: ServerResponse, play: () => void) => void;

/** Answers with this status and body. */
export const answerWith =
	(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Mischief =>
	(_request, response) => {
		response.writeHead(status, {'content-type': 'application/json', ...headers}).end(body);
	};

/** Takes the request and never says a word. */
export const hang: Mischief = () => undefined;

/** Answers as recorded after so many ms. */
export const answerAfter =
	(milliseconds: number): Mischief =>
	(_request, _response, play) => {
		setTimeout(play, milliseconds);
	};

/** Sends the beginning of an answer and then nothing more, leaving the connection open. */
export const stall: Mischief = (_request, response) => {
	response.writeHead(200, {'content-type': 'application/json'}).write('{"result": true, ');
};

/** Promises 1000 bytes, sends a few, and closes the connection. */
export const breakOff: Mischief = (_request, response) => {
	response.writeHead(200, {'content-length': '1000'}).write('{"result": true, ');
	setImmediate(() => {
		response.destroy();
	});
};

/** Sends blanks for as long as someone reads. */
export const endless: Mischief = (_request, response) => {
	const blanks = ' '.repeat(64 * 1024);
	const more = (): void => {
		while (!response.destroyed && response.write(blanks)) {
			// Until the buffers are full.
		}
	};

	response.writeHead(200, {'content-type': 'application/json'}).on('drain', more);
	more();
};

/** Closes the connection without an answer. */
export const reset: Mischief = request => {
	request.socket.resetAndDestroy();
};

export type RecordedMasterOptions = {
	/** A folder of fixtures/dm-v7.5. */
	readonly scenario?: string;
	/** Certificates: the server speaks TLS. */
	readonly tls?: ServerOptions;
	/** 0 for a free one. */
	readonly port?: number;
};

/** A request that came in. `source` is the one asked for; '' when all were. */
export type Call = {
	readonly path: string;
	readonly kind: 'members' | 'version' | 'status' | 'other';
	readonly source: string;
};

/**
 * A dm-master on loopback that plays a recorded cluster as dm-master does: `members`, `status/` for all or for
 * `?sources=`, 501 without the slash at the end, `/status` with the version. A test may change what it plays, and
 * put mischief in the way of a path or of a source.
 */
export class RecordedMaster {
	static async start(options: RecordedMasterOptions = {}): Promise<RecordedMaster> {
		const master = new RecordedMaster(options);
		await master.listen(options.port ?? 0);
		return master;
	}

	readonly #server: Server;
	readonly #open = new Map<string, number>();
	/** The document that status calls answer from. */
	status: StatusDocument;
	/** The document of `members`. */
	members: string;
	/** Put in the way of every request that asks for the members, for all sources, or for the source of that name. */
	readonly mischief = new Map<string, Mischief>();
	readonly calls: Call[] = [];
	/** The most requests for one source that were open at the same time. */
	mostAtOnce = 0;

	private constructor({scenario = 'syncing', tls}: RecordedMasterOptions) {
		this.status = JSON.parse(fixture('dm-v7.5', scenario, 'v1alpha1-status.json')) as StatusDocument;
		this.members = fixture('dm-v7.5', scenario, 'v1alpha1-members.json');
		const listener = (request: IncomingMessage, response: ServerResponse): void => {
			this.#answer(request, response);
		};

		this.#server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const url = new URL(request.url ?? '/', 'http://master');
		const source = url.searchParams.get('sources') ?? '';
		const kinds: Record<string, Call['kind']> = {
			'/apis/v1alpha1/members': 'members',
			'/status': 'version',
			'/apis/v1alpha1/status/': 'status',
		};
		const kind = kinds[url.pathname] ?? 'other';
		this.calls.push({path: request.url ?? '', kind, source});
		const open = (this.#open.get(source) ?? 0) + 1;
		if (source !== '') {
			this.#open.set(source, open);
			this.mostAtOnce = Math.max(this.mostAtOnce, open);
			response.on('close', () => {
				this.#open.set(source, (this.#open.get(source) ?? 1) - 1);
			});
		}

		const mischief = this.mischief.get('*') ?? this.mischief.get(source === '' ? kind : source);
		const play = (): void => {
			this.#play(kind, source, response);
		};

		if (mischief) {
			mischief(request, response, play);
		} else {
			play();
		}
	}

	#play(kind: Call['kind'], source: string, response: ServerResponse): void {
		const send = (status: number, body: string): void => {
			response.writeHead(status, {'content-type': 'application/json'}).end(body);
		};

		switch (kind) {
			case 'version': {
				send(200, 'Release Version: v7.5.5\nGit Commit Hash: 4bce98f\n');
				return;
			}

			case 'members': {
				send(200, this.members);
				return;
			}

			case 'status': {
				const sources = this.status.sources.filter(
					entry => source === '' || entry.sourceStatus.source === source,
				);
				send(
					200,
					source !== '' && sources.length === 0
						? JSON.stringify({result: false, msg: `sources [${source}] haven't been added`, sources: []})
						: JSON.stringify({...this.status, sources}),
				);
				return;
			}

			case 'other': {
				send(501, JSON.stringify({code: 12, message: 'Not Implemented', details: []}));
			}
		}
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	/** `127.0.0.1:port` */
	get address(): string {
		return `127.0.0.1:${this.port}`;
	}

	/** This many sources, each a copy of the scenario's first, bound to its own worker. */
	grow(sources: number): void {
		const [first] = this.status.sources;
		if (!first) {
			throw new Error('The scenario has no source to copy.');
		}

		const names = Array.from({length: sources}, (_, index) => `mysql-${String(index + 1).padStart(3, '0')}`);
		this.status = {
			...this.status,
			sources: names.map(source => ({...first, sourceStatus: {...first.sourceStatus, source}})),
		};
		const workers = names.map((source, index) => ({
			name: `w${index + 1}`,
			addr: `127.0.0.1:${9000 + index}`,
			stage: 'bound',
			source,
		}));
		this.members = JSON.stringify({result: true, msg: '', members: [{worker: {msg: '', workers}}]});
	}

	/** How many requests of this kind came in; with `source`, those for that source ('' for all). */
	count(kind: Call['kind'], source?: string): number {
		return this.calls.filter(call => call.kind === kind && (source === undefined || call.source === source))
			.length;
	}

	/** Listens (again). */
	async listen(port: number): Promise<void> {
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		this.#server.once('error', reject).listen(port, '127.0.0.1', () => {
			this.#server.off('error', reject);
			resolve();
		});
		await promise;
	}

	/** Closes the port and waits until every connection is closed by the other side. */
	async stopGently(): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<void>();
		this.#server.close(() => {
			resolve();
		});
		await promise;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}

	/** Closes the port and every connection. */
	async stop(): Promise<void> {
		if (!this.#server.listening) {
			return;
		}

		const {promise, resolve} = Promise.withResolvers<void>();
		this.#server.close(() => {
			resolve();
		});
		this.#server.closeAllConnections();
		await promise;
	}
}
