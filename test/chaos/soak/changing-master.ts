/** The changing cluster behind ports: two masters that disagree, and that go away in the middle. */
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {membersOf, silentPrefix, sourcesOf, statusOf} from './changing-cluster.js';

/** After so many answers a master is away for so many: the other one is asked. */
const awayEvery = 200;
const awayFor = 5;

class ChangingMaster {
	readonly #server: http.Server;
	readonly #sockets = new Set<Socket>();
	readonly #name: string;
	#look = 0;
	answers = 0;

	constructor(name: string) {
		this.#name = name;
		this.#server = http.createServer((request, response) => {
			this.#answer(new URL(request.url ?? '/', 'http://master'), response);
		});
		this.#server.on('connection', socket => {
			this.#sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				this.#sockets.delete(socket);
			});
		});
	}

	#answer({pathname, searchParams}: URL, response: http.ServerResponse): void {
		this.answers += 1;
		if (this.answers % awayEvery < awayFor) {
			response.destroy();
			return;
		}

		const source = searchParams.get('sources');
		if (source?.startsWith(silentPrefix)) {
			return;
		}

		if (pathname === '/apis/v1alpha1/members') {
			this.#look += 1;
			response.end(membersOf(this.#name, this.#look));
		} else if (pathname === '/apis/v1alpha1/status/') {
			response.end(statusOf(source === null ? sourcesOf(this.#name, this.#look) : [source], this.answers));
		} else {
			response.writeHead(404).end();
		}
	}

	async listen(): Promise<string> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	close(): void {
		this.#server.close();
		for (const socket of this.#sockets) {
			socket.destroy();
		}
	}
}

/** Two of them, until it is closed. */
export const changingMasters = async (): Promise<{
	/** As `--master-addr` takes them. */
	readonly addresses: string;
	/** How many requests came so far. */
	readonly answers: () => number;
	readonly close: () => void;
}> => {
	const masters = ['a', 'b'].map(name => new ChangingMaster(name));
	const addresses = await Promise.all(masters.map(async master => master.listen()));
	return {
		addresses: addresses.join(','),
		answers: () => masters.reduce((sum, {answers}) => sum + answers, 0),
		close() {
			for (const master of masters) {
				master.close();
			}
		},
	};
};
