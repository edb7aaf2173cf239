/** From the text of an answer to what the screens see: decoding, folding into what is known, deriving. */
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {createFleet} from '../fleet.js';
import {type Section, median, quantile} from '../measure.js';

const rounds = 40;

/** The first rounds run code that is not compiled yet: a program that watches is past them. */
const warming = 10;

/** 1,000 tasks on 20 sources, answered every 2 s. */
export const measureDecode = (): Section => {
	const fleet = createFleet({tasks: 1000, sources: 20, width: 3, isMixed: true});
	const known = createClusterState();
	const start = Date.UTC(2026, 0, 1);
	let bytes = 0;
	const decoding: number[] = [];
	const deriving: number[] = [];
	const processor: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const text = fleet.answer(() => round);
		bytes = Buffer.byteLength(text);
		const at = start + round * 2000;
		const processorBefore = process.threadCpuUsage();
		const before = performance.now();
		const status = parseStatusDocument(text);
		const decoded = performance.now();
		observe(known, {kind: 'status', at, status});
		view(known, at);
		const derived = performance.now();
		const {user, system} = process.threadCpuUsage(processorBefore);
		decoding.push(decoded - before);
		deriving.push(derived - decoded);
		processor.push((user + system) / 1000);
	}

	const both = decoding.map((time, round) => time + deriving[round]!);
	const warm = both.slice(warming);
	return {
		title: `Decode and derive: 1,000 tasks, ${fleet.subtasks.toLocaleString('en-US')} subtasks, ${(bytes / 1e6).toFixed(1)} MB of JSON`,
		measures: [
			{
				what: 'decode and derive, p50',
				value: median(warm),
				unit: 'ms',
				target: 60,
				note: `of the processor ${median(processor.slice(warming)).toFixed(1)} ms`,
			},
			{what: 'decode and derive, p95', value: quantile(warm, 0.95), unit: 'ms'},
			{what: 'decode alone, p50', value: median(decoding.slice(warming)), unit: 'ms'},
			{what: 'derive alone, p50', value: median(deriving.slice(warming)), unit: 'ms'},
			{what: 'the first answer of a run', value: both[0], unit: 'ms'},
		],
	};
};
