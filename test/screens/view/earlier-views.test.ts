/** Of a cluster that is watched for long only the newest views are kept, however many there were. */
import {setImmediate as turn} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {openInk} from '../steer.js';
import {makeApp, noon, wholeAnswer} from '../screen.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('the first view is forgotten', async () => {
	const app = makeApp([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')]);
	const {draw, settle} = openInk(120, 40);
	const first = new WeakRef(app.props.cluster.current());
	await draw(app.element);
	const names = ['load-errors/v1alpha1-status.json', 'ddl-lock-and-sync-errors/v1alpha1-status.json'];
	for (let look = 1; look < 8; look++) {
		app.apply([wholeAnswer(names[look % 2]!, noon + look * 10_000)], noon + look * 10_000);
		await settle();
	}

	for (let round = 0; round < 5; round++) {
		await turn();
		collect();
	}

	expect(first.deref()).toBeUndefined();
});
