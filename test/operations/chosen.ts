/** The recorded cluster with bad DDLs, and what there is to operate with. */
import {readFixture} from '../dm/recorded.js';
import {Watched} from '../monitor/watched.js';
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
