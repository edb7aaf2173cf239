/** What was asked for with `--prometheus` and could not be had is said, also where the status is looked at once. */
import {createServer} from 'node:net';
import {expect, test} from 'vitest';
import {onLoopback} from '../servers/loopback.js';
import {invoked} from './invoked.js';

/** An address of loopback at which nothing listens any more. */
const closedAddress = async (): Promise<string> => {
	await using server = await onLoopback(createServer());
	return server.address;
};

test.each([
	['--once', /^TASK +STATE/mv],
	['--once --json', /"tasks": \[/v],
	['check', /^DM OK: calm /v],
])('%s says on standard error that the metrics are not available', async (words, printed) => {
	const address = await closedAddress();
	const {code, out, err} = await invoked([
		...words.split(' '),
		'--simulate',
		'calm',
		'--prometheus',
		address,
	]);
	expect(code).toBe(0);
	expect(out).toMatch(printed);
	expect(err).toMatch(/^dm-top: Metrics: Prometheus 127\.0\.0\.1:\d+ .+\n$/v);
});

test('nothing is said where no metrics were asked for', async () => {
	expect(await invoked(['check', '--simulate', 'calm'])).toMatchObject({code: 0, err: ''});
});
