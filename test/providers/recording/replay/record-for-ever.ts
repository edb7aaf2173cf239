/** A program that records the night until it is killed: `node record-for-ever.js FILE`. */
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import type {Observation} from '../../../../source/providers/provider.js';
import {makeNight} from '../made-night.js';
import {record} from '../recordings.js';

async function* slowly(): AsyncGenerator<Observation> {
	for (const observation of makeNight(1_000_000)) {
		yield observation;
		await wait(1);
	}
}

await record(slowly(), {path: process.argv[2] ?? ''});
