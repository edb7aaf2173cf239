/**
 * A soak: a cluster whose names never repeat, with masters that disagree, silent workers and floods, for an hour of looks with
 * a clock of its own; and the real program, for as many minutes as `npm run chaos` makes rounds, with what memory it takes.
 */
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {finish} from '../../../source/dm/steps.js';
import {decodeMembers} from '../../../source/providers/dm-master/members.js';
import {createLooking} from '../../../source/session/watching/looking.js';
import {runProgram} from '../../e2e/terminal.js';
import {held} from '../../monitor/held.js';
import {isLong, rounds} from '../../rounds.js';
import {membersOf, sourcesOf, statusOf} from './changing-cluster.js';
import {changingMasters} from './changing-master.js';

/** Minutes of the real program. In an ordinary run of the tests test/monitor/churn.test.ts covers this. */
const minutes = isLong ? rounds : 0;

const looks = 1800;
const lookEvery = 2000;

test.skipIf(minutes === 0)(
	'an hour of polling leaves no more behind than its first minutes',
	{timeout: 1_200_000},
	() => {
		const looking = createLooking();
		const noon = Date.UTC(2025, 10, 23, 12);
		const go = (from: number, to: number): number => {
			for (let look = from; look < to; look++) {
				const at = noon + look * lookEvery;
				const master = look % 50 < 25 ? 'a' : 'b';
				finish(looking.learnSteps({kind: 'cluster', at, ...decodeMembers(membersOf(master, look))}));
				const sources = sourcesOf(master, look);
				const answering = sources.filter(source => !source.startsWith('silent'));
				finish(
					looking.learnSteps({
						kind: 'status',
						at,
						status: parseStatusDocument(statusOf(answering, look)),
						...(look % 3 > 0 && {asked: answering}),
					}),
				);
				finish(
					looking.learnSteps({
						kind: 'silence',
						at,
						asked: sources.filter(source => source.startsWith('silent')),
						problem: {what: `no answer ${look}`, fix: '', detail: ''},
					}),
				);
				finish(looking.lookSteps(at));
			}

			return held(looking).entries + held(looking.known).entries;
		};

		const early = go(0, looks / 4);
		const late = go(looks / 4, looks);
		// The past and the events grow up to their bounds.
		expect(late).toBeLessThan(early * 1.5 + 20_000);
		expect(held(looking.known).characters).toBeLessThan(20_000_000);
	},
);

/** The resident memory of a process, MB. */
const residentMemory = (pid: number): number =>
	Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {encoding: 'utf8'})) / 1000);

describe.skipIf(minutes === 0)('the real program', () => {
	test.concurrent.each([
		['in lines', ['--plain']],
		['on the screen', []],
	])('%s: its memory has a bound', {timeout: (minutes + 2) * 60_000}, async (kind, flags) => {
		await using masters = await changingMasters();
		const running = runProgram(['--master-addr', masters.addresses, ...flags], {columns: 200, rows: 50});
		const samples: number[] = [];
		for (let minute = 0; minute < minutes * 2; minute++) {
			await pause(30_000);
			samples.push(residentMemory(running.pid));
		}

		process.stdout.write(
			`${kind}: ${masters.answers()} answers, resident memory in MB every 30 s: ${samples.join(' ')}\n`,
		);
		running.signal('SIGTERM');
		const {exitCode} = await running.ended;
		expect(exitCode).toBe(143);
		// Of the second half no sample is far above the first.
		const [before, after] = [samples.slice(0, minutes), samples.slice(minutes)];
		expect(Math.max(...after)).toBeLessThan(Math.max(...before) * 1.2 + 10);
	});
});
