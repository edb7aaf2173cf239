/** The same measured on other programs of this kind, where they are installed. */
import {access, constants} from 'node:fs/promises';
import path from 'node:path';
import {env} from 'node:process';
import {type Measure, type Section, median, pause} from '../measure.js';
import {memory, processorShare} from '../process-cost.js';
import {bytesBetween} from '../terminal/chunks.js';
import {type Session, openSession, sizes} from '../terminal/pty.js';
import {firstTime} from '../terminal/replay.js';
import type {Setup} from '../watched.js';

/**
 * Programs that need nothing but a terminal, refreshing every 2 s as dm-top does. `process` is how a process looks in
 * their table: before the first of them there is nothing to read.
 */
const peers = [
	{name: 'htop', parameters: ['-d', '20'], process: /^\s*\d+ \S+ +\d+ +\d+ /v},
	{name: 'btop', parameters: [], process: /│ +\d+ \S+ /v},
] as const;

const down = '\u{1B}[B';
const up = '\u{1B}[A';

const rounds = 8;

/** A program is past its start after so long, ms. */
const settling = 5000;

const watching = 8000;

const isInstalled = async (name: string): Promise<boolean> => {
	const folders = (env['PATH'] ?? '').split(path.delimiter);
	const found = await Promise.allSettled(
		folders.map(async folder => access(path.join(folder, name), constants.X_OK)),
	);
	return found.some(({status}) => status === 'fulfilled');
};

/** Bytes and ms of one key, pressed when a refresh has just passed; the frame ends with the first silence. */
const pressOnce = async (session: Session, key: string): Promise<{bytes: number; ms: number}> => {
	await session.burst(60, 2500);
	await pause(150);
	const before = session.chunks.length;
	const counting = session.burst(60, 300);
	const at = performance.now();
	session.press(key);
	const bytes = await counting;
	const last = session.chunks.length > before ? session.chunks.at(-1) : undefined;
	return {bytes, ms: (last?.at ?? Infinity) - at};
};

const measurePeer = async (
	{folder}: Setup,
	{name, parameters, process}: (typeof peers)[number],
): Promise<Measure[]> => {
	const session = openSession(name, parameters, sizes[0], {HOME: folder, XDG_CONFIG_HOME: folder});
	await pause(settling);
	const first = await firstTime(session, lines => lines.some(line => process.test(line)));
	const from = performance.now();
	const share = await processorShare(session.pid, watching);
	const bytes = bytesBetween(session, from, from + watching);
	const resident = await memory(session.pid);
	const presses: Array<{bytes: number; ms: number}> = [];
	for (let i = 0; i < rounds; i++) {
		presses.push(await pressOnce(session, Math.floor(i / 3) % 2 === 0 ? down : up));
	}

	await session.close();
	return [
		{
			what: `${name}, start to the first processes on screen`,
			value: (first ?? Infinity) - session.startedAt,
			unit: 'ms',
		},
		{what: `${name}, watching, every 2 s`, value: (bytes * 1000) / watching, unit: 'B/s'},
		{what: `${name}, selection moved`, value: median(presses.map(press => press.bytes)), unit: 'B'},
		{what: `${name}, key to frame, p50`, value: median(presses.map(press => press.ms)), unit: 'ms'},
		{what: `${name}, memory`, value: resident, unit: 'MB'},
		{what: `${name}, a core`, value: share, unit: '%'},
	];
};

/** Each peer that is installed. */
export const measurePeers = async (setup: Setup): Promise<Section> => {
	const measures: Measure[] = [];
	for (const peer of peers) {
		if (await isInstalled(peer.name)) {
			measures.push(...(await measurePeer(setup, peer)));
		} else {
			measures.push({what: `${peer.name} is not installed`, value: undefined, unit: ''});
		}
	}

	return {title: 'Peers, 120x40', measures};
};
