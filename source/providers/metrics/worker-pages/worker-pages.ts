/**
 * The metrics that workers and the dm-master serve themselves, where there is no store: only the present, and what was
 * read since dm-top started.
 */
import {say} from '../../../language/say.js';
import type {MetricSubject} from '../../../dm/metrics/catalogue.js';
import type {MetricPages, Problem} from '../../provider.js';
import type {WorkersByAddress, MetricsSource} from '../metrics-source.js';
import {type Figure, readingOf} from '../reading.js';
import {figuresOf, isNeeded, type Scrape, scrapeOf} from './measure.js';
import {parseMetrics} from './text-format.js';
import {advertisedUrl, type WorkerAddresses} from './worker-addresses.js';

/** Which pages are read, and how. */
export type WorkerPagesOptions = {
	readonly addresses: WorkerAddresses;
	/** Whether TLS is the default for workers. */
	readonly tls: boolean;
	/** Reads one page. It does not throw: errors become a problem. */
	readonly fetchPage: (url: URL, signal: AbortSignal) => Promise<string | Problem>;
	/** The provider's own access: to the dm-master's page, and in a simulation also to those of workers. */
	readonly pages?: MetricPages;
	/** Ms since the epoch. */
	readonly now: () => number;
};

/** Pages younger than this are all kept, ms; older ones `sparseStep` apart, up to an hour. */
const denseFor = 150_000;
const sparseStep = 300_000;
const longest = 3_600_000 + sparseStep;

/** The number of workers that are asked at a time. */
const mostAtOnce = 8;

/** The pages of one worker that are still needed after a new one, oldest first. */
export const keepPages = (pages: readonly Scrape[], page: Scrape): readonly Scrape[] => {
	const needed: Scrape[] = [];
	for (const one of pages) {
		const age = page.at - one.at;
		const last = needed.at(-1);
		if (age > 0 && age <= longest && (age <= denseFor || !last || one.at - last.at >= sparseStep)) {
			needed.push(one);
		}
	}

	return [...needed, page];
};

/** Workers beyond twice as many as are read are gone: the pages of those that were read last are kept. */
const mostBesides = 20;

type Target = {
	/** '' where only its own page has it. */
	readonly worker: string;
	readonly read: (signal: AbortSignal) => Promise<string | Problem>;
};

const isProblem = (answer: string | Problem): answer is Problem => typeof answer !== 'string';

/** The name of the worker on its own page. */
const nameOn = ({samples}: Scrape): string =>
	(samples.get('dm_worker_operate_error') ?? samples.get('dm_syncer_finished_transaction_total'))
		?.at(0)
		?.labels.get('worker') ?? '';

const inGroups = async <Item, Value>(
	items: readonly Item[],
	work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> => {
	const values: Value[] = [];
	for (let index = 0; index < items.length; index += mostAtOnce) {
		values.push(...(await Promise.all(items.slice(index, index + mostAtOnce).map(async item => work(item)))));
	}

	return values;
};

/** Reads the pages of the workers, and of the dm-master where the provider can. */
export const createWorkerPages = ({
	addresses,
	tls,
	fetchPage,
	pages,
	now,
}: WorkerPagesOptions): MetricsSource => {
	const history = new Map<string, readonly Scrape[]>();

	const targetsOf = (members: WorkersByAddress): readonly Target[] => {
		if (addresses.kind === 'listed') {
			return addresses.workers.map(([name, url]) => ({
				worker: name === '' ? (members.get(url.host) ?? '') : name,
				read: async signal => fetchPage(url, signal),
			}));
		}

		return [...members].flatMap(([address, worker]): readonly Target[] => {
			const {worker: own} = pages ?? {};
			if (own) {
				return [{worker, read: async signal => own(worker, signal)}];
			}

			const url = advertisedUrl(address, tls);
			return url ? [{worker, read: async signal => fetchPage(url, signal)}] : [];
		});
	};

	/** The figures of one page, given earlier pages of the same worker. */
	const readPage = async (
		{worker, read}: Target,
		subjects: readonly MetricSubject[],
		signal: AbortSignal,
	): Promise<readonly Figure[] | Problem> => {
		const answer = await read(signal);
		if (isProblem(answer)) {
			return answer;
		}

		const page = scrapeOf(parseMetrics(answer, isNeeded), now());
		const name = worker === '' ? nameOn(page) : worker;
		const key = `${subjects.join(' ')} ${name}`;
		const all = keepPages(history.get(key) ?? [], page);
		// The last one read is the last in the list.
		history.delete(key);
		history.set(key, all);
		return [...figuresOf(all, {worker: name, subjects})];
	};

	return {
		title: say('the workers'),
		async reading(members, signal) {
			const targets = targetsOf(members);
			const [ofWorkers, ofMaster] = await Promise.all([
				inGroups(targets, async target => readPage(target, ['subtask', 'worker'], signal)),
				pages ? readPage({worker: '', read: pages.master}, ['cluster'], signal) : [],
			]);
			for (const oldest of history
				.keys()
				.take(Math.max(0, history.size - 2 * targets.length - mostBesides))) {
				history.delete(oldest);
			}

			const problems = ofWorkers.filter(one => 'what' in one);
			return problems.length > 0 && problems.length === targets.length
				? problems[0]!
				: readingOf([...ofWorkers, ofMaster].flatMap(one => ('what' in one ? [] : one)));
		},
	};
};
