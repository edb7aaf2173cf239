/** The changing cluster behind ports: two masters that disagree, and that go away in the middle. */
import {createServer, type ServerResponse} from 'node:http';
import {onLoopback} from '../../servers/loopback.js';
import {membersOf, silentPrefix, sourcesOf, statusOf} from './changing-cluster.js';

/** After so many answers a master is away for so many: the other one is asked. */
const awayEvery = 200;
const awayFor = 5;

class ChangingMaster {
	readonly #name: string;
	#look = 0;
	answers = 0;

	constructor(name: string) {
		this.#name = name;
	}

	answer({pathname, searchParams}: URL, response: ServerResponse): void {
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
}

/** Two of them, until they are disposed of. */
export const changingMasters = async (): Promise<
	AsyncDisposable & {
		/** As `--master-addr` takes them. */
		readonly addresses: string;
		/** How many requests came so far. */
		readonly answers: () => number;
	}
> => {
	const masters = ['a', 'b'].map(name => new ChangingMaster(name));
	const servers = await Promise.all(
		masters.map(async master =>
			onLoopback(
				createServer((request, response) => {
					master.answer(new URL(request.url ?? '/', 'http://master'), response);
				}),
			),
		),
	);
	return {
		addresses: servers.map(({address}) => address).join(','),
		answers: () => masters.reduce((sum, {answers}) => sum + answers, 0),
		async [Symbol.asyncDispose]() {
			await Promise.all(servers.map(async server => server[Symbol.asyncDispose]()));
		},
	};
};
