import {describe, expect, it} from 'vitest';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {startGate} from '../../servers/gate.js';
import {outcomes, serve, twoSources} from './clusters.js';
import {run} from './running.js';

describe.concurrent('a master that is lost between request and answer', () => {
	it('leaves the result unknown, and the status shows it; nothing is sent twice', async () => {
		await using server = await serve(twoSources());
		let sent = 0;
		await using gate = await startGate(
			Number(server.address.split(':', 2)[1]),
			(firstBytes, socket, letThrough) => {
				letThrough();
				if (!firstBytes.startsWith('PUT ')) {
					return;
				}

				sent++;
				// The request is through; its answer, after a second, is not.
				setTimeout(() => {
					socket.destroy();
				}, 300);
			},
		);
		const ran = await run(quickProvider(gate.address), ['pause', 'orders'], {json: true});
		expect(ran.audit.map(({outcome}) => outcome)).toEqual(['sent', 'unknown', 'done']);
		expect([ran.code, sent]).toEqual([0, 1]);
		expect(outcomes(ran)).toMatchObject([{outcome: 'done', text: 'orders Paused (2/2)'}]);
	});

	it('leaves the result unknown without --wait: exit code 3', async () => {
		await using server = await serve(twoSources());
		await using gate = await startGate(
			Number(server.address.split(':', 2)[1]),
			(firstBytes, socket, letThrough) => {
				if (firstBytes.startsWith('PUT ')) {
					socket.destroy();
				} else {
					letThrough();
				}
			},
		);
		const ran = await run(quickProvider(gate.address), ['pause', 'orders'], {wait: false, json: true});
		expect(ran.code).toBe(3);
		expect(outcomes(ran)).toMatchObject([{outcome: 'unknown'}]);
	});
});
