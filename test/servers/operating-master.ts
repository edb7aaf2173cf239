import type {IncomingMessage, ServerResponse} from 'node:http';
import {text as readText} from 'node:stream/consumers';
import {
	answerWith,
	fixture,
	RecordedMaster,
	type Mischief,
	type RecordedMasterOptions,
} from './recorded-master.js';

/** An operation that came in. */
export type Sent = {
	readonly method: string;
	readonly path: string;
	/** The JSON document, read. */
	readonly body: unknown;
};

/** The body of a recorded answer; those in .txt have their headers above it. */
export const recordedBody = (name: string): string =>
	fixture('dm-v7.5', 'http', name).replace(/^HTTP[\s\S]*?\r?\n\r?\n/v, () => '');

/** Answers with a recorded body. */
export const answerRecorded = (name: string): Mischief => answerWith(200, recordedBody(name));

/** Sends the first half of an answer that promises its whole length, and closes the connection. */
export const cutInHalf =
	(body: string): Mischief =>
	(_request, response) => {
		response.writeHead(200, {'content-type': 'application/json', 'content-length': String(body.length)});
		response.write(body.slice(0, body.length / 2), () => {
			response.destroy();
		});
	};

/** The first half of an answer as if it were the whole, as something in between may do that lost the rest. */
export const halfAsWhole = (body: string): Mischief => answerWith(200, body.slice(0, body.length / 2));

/**
 * A `RecordedMaster` that also takes operations: it plays recorded answers, or does what a test tells it, and keeps
 * what came in. OpenAPI is off unless told otherwise.
 */
export class OperatingMaster implements AsyncDisposable {
	static async start(options: RecordedMasterOptions = {}): Promise<OperatingMaster> {
		return new OperatingMaster(await RecordedMaster.start(options));
	}

	readonly #arrived = Promise.withResolvers<void>();
	readonly recorded: RecordedMaster;
	/** `127.0.0.1:port` */
	readonly address: string;
	/** Every operation whose request came in whole, in order. */
	readonly sent: Sent[] = [];
	/** What it answers to a GET of these paths, as an object. */
	readonly documents = new Map<string, Readonly<Record<string, unknown>>>();
	/** In the way of every operation. */
	mischief: Mischief | undefined;
	/** Whether it serves `/api/v1/…`. */
	hasOpenApi = false;
	/** What its etcd says of itself; '' when it does not. */
	memberId = '';

	private constructor(recorded: RecordedMaster) {
		this.recorded = recorded;
		this.address = recorded.address;
		recorded.mischief.set('other', (request, response, play) => {
			void this.#take(request, response, play);
		});
	}

	async #take(request: IncomingMessage, response: ServerResponse, notImplemented: () => void): Promise<void> {
		const {method = '', url: path = ''} = request;
		const body = await readText(request);
		if (path === '/v3/maintenance/status') {
			const answer = JSON.stringify({header: {cluster_id: '1', member_id: this.memberId, raft_term: '2'}});
			answerWith(this.memberId === '' ? 404 : 200, answer)(request, response, notImplemented);
			return;
		}

		const play = (): void => {
			this.#play(path, response, notImplemented);
		};

		if (method === 'GET') {
			play();
			return;
		}

		this.sent.push({method, path, body: JSON.parse(body) as unknown});
		this.#arrived.resolve();
		if (this.mischief) {
			this.mischief(request, response, play);
		} else {
			play();
		}
	}

	#play(path: string, response: ServerResponse, notImplemented: () => void): void {
		const send = (status: number, body: string, type = 'application/json'): void => {
			response.writeHead(status, {'content-type': type}).end(body);
		};

		const document = this.documents.get(path);
		if (document) {
			send(200, JSON.stringify(document));
		} else if (path.startsWith('/api/v1/')) {
			if (!this.hasOpenApi) {
				send(404, '404 page not found\n', 'text/plain; charset=utf-8');
			} else if (path === '/api/v1/cluster/masters') {
				send(200, fixture('dm-v7.5', 'syncing', 'openapi-masters.json'));
			} else {
				send(200, '');
			}
		} else if (/^\/apis\/v1alpha1\/tasks\/[^\/:]+$/v.test(path)) {
			send(200, recordedBody('op-pause.txt'));
		} else if (path === '/apis/v1alpha1/errors') {
			send(200, recordedBody('op-skip.json'));
		} else if (/^\/apis\/v1alpha1\/leader\/[12]$/v.test(path)) {
			send(200, '{"result": true, "msg": ""}');
		} else {
			notImplemented();
		}
	}

	/** Settles when the first operation has come in. */
	get arrived(): Promise<void> {
		return this.#arrived.promise;
	}

	/** Serves no v1alpha1 at all, as behind a proxy that lets only OpenAPI through. */
	hideV1alpha1(): void {
		for (const kind of ['members', 'status', 'version']) {
			this.recorded.mischief.set(
				kind,
				answerWith(404, '404 page not found\n', {'content-type': 'text/plain'}),
			);
		}

		this.hasOpenApi = true;
	}

	/** Closes the port and every connection. */
	async stop(): Promise<void> {
		await this.recorded.stop();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}
}
