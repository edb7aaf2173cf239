/** What a running process costs, as Linux's /proc tells it; undefined elsewhere. */
import {readdir, readFile} from 'node:fs/promises';
import {pause} from './measure.js';

/** Resident memory, MB (10^6 bytes). */
export const memory = async (pid: number): Promise<number | undefined> => {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kibibytes = /^VmRSS:\s+(?<size>\d+) kB$/mv.exec(status)?.groups?.['size'];
	return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
};

/** Bytes that it has written so far, to whatever it was. */
export const written = async (pid: number): Promise<number | undefined> => {
	const io = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '');
	const bytes = /^wchar: (?<bytes>\d+)$/mv.exec(io)?.groups?.['bytes'];
	return bytes === undefined ? undefined : Number(bytes);
};

/** Time on a processor so far, of all threads, ns. */
export const processorTime = async (pid: number): Promise<number | undefined> => {
	const threads = await readdir(`/proc/${pid}/task`).catch((): string[] => []);
	const times = await Promise.all(
		threads.map(async thread => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')),
	);
	return threads.length === 0
		? undefined
		: times.reduce((sum, time) => sum + Number(time.split(' ', 1)[0]), 0);
};

/** The share of one core that it takes over `ms`, percent. */
export const processorShare = async (pid: number, ms: number): Promise<number | undefined> => {
	const before = await processorTime(pid);
	const from = performance.now();
	await pause(ms);
	const after = await processorTime(pid);
	return before === undefined || after === undefined
		? undefined
		: (100 * (after - before)) / 1e6 / (performance.now() - from);
};
