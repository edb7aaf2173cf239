import {createRequire} from 'node:module';
import {expect, it} from 'vitest';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';
import {problemWith} from './locking.js';

const loaded = (): string[] =>
	Object.keys(createRequire(import.meta.url).cache).filter(file => file.includes('node_modules/@grpc/'));

it('loads gRPC when locks are first asked for, and not for anything else', async () => {
	await using master = await OperatingMaster.start();
	const provider = quickProvider(master.address);
	const operation = {kind: 'pause', task: 'orders', sources: []} as const;
	await provider.operator?.operate(operation, new AbortController().signal);
	expect(master.sent).toHaveLength(1);
	expect(loaded()).toStrictEqual([]);
	await problemWith(provider);
	expect(loaded()).not.toStrictEqual([]);
});
