/** The recorded cluster with bad DDLs, and what there is to operate with. */
import {readFixture} from '../dm/recorded.js';
import {bound, entryOf, errors, idle, syncing, Watched} from '../monitor/watched.js';
import {kindWords} from '../../source/operations/kinds.js';
import type {OperatingCapabilities} from '../../source/operations/refusing/capabilities.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import type {OperationKind} from '../../source/providers/operation.js';

/** Broken and orders stand at a DDL, shard waits for a lock, bigload is Finished. */
export const recordedCluster = (): DiagnosedView =>
	new Watched().document(readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json')).view();

export const allKinds = Object.keys(kindWords) as OperationKind[];

/** A provider that can do it all. */
export const able: OperatingCapabilities = {
	operator: {kinds: new Set(allKinds)},
	readOnly: false,
	provider: 'http',
};

export const access = {address: '10.0.1.11:8261'};

/** A relay that is level but for ten bytes. */
export const relay = (stage: string) => ({
	masterBinlog: '(mysql-bin.000005, 100)',
	relayBinlog: '(mysql-bin.000005, 90)',
	relayCatchUpMaster: true,
	stage,
	result: stage === 'Paused' ? errors(30_001) : null,
});

/** A source with a relay in this stage, another, and four workers of which one is free. */
export const withWorkers = (stage = 'Running') =>
	new Watched()
		.whole(
			entryOf(
				'mysql-01',
				'w1',
				[syncing('users', {syncerBinlog: '(mysql-bin|000001.000003, 7)', binlogType: 'local'})],
				relay(stage),
			),
			entryOf('mysql-02', 'w2', [syncing('users')]),
		)
		.cluster({
			leader: 'm1',
			masters: [
				{name: 'm1', alive: true, addresses: []},
				{name: 'm2', alive: true, addresses: []},
				{name: 'm3', alive: false, addresses: []},
			],
			workers: [bound('w1', 'mysql-01'), bound('w2', 'mysql-02'), idle('w3', 'free'), idle('w4', 'offline')],
		})
		.view();
