/** Errors of the relay unit, by their names in scenarios. */
import type {Phrase} from '../../language/text.js';
import type {RelayModel, SourceModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {gtidText, printedPosition} from '../model/upstream.js';
import {processError} from './terror.js';

/** An error of the relay unit, made for a source. */
export type RelayError = {
	/** What it is, in a few words. */
	readonly summary: Phrase;
	readonly make: (source: SourceModel, relay: RelayModel) => ProcessErrorJson;
};

/** The error for a client that connects to a stopped upstream. */
export const upstreamRefused = ({upstream}: SourceModel): ProcessErrorJson =>
	processError({
		code: 10_001,
		class: 'database',
		scope: 'upstream',
		level: 'high',
		message: 'database driver error',
		rawCause: `dial tcp ${upstream.host}:${upstream.port}: connect: connection refused`,
		workaround: 'Please check the database connection and the database config in configuration file.',
	});

/** By the name that an event of a scenario gives. */
export const simulatedRelayErrors: Readonly<Record<string, RelayError>> = {
	'upstream-refused': {
		summary: 'an upstream that refuses the connection (10001)',
		make: upstreamRefused,
	},
	'binlog-purged': {
		summary: 'an upstream that has purged what the relay needs (30015, Error 1236)',
		make: ({upstream}, relay) =>
			processError({
				code: 30_015,
				class: 'relay-unit',
				scope: 'upstream',
				level: 'high',
				message: 'TCPReader get relay event with error',
				rawCause: `ERROR 1236 (HY000): The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has purged binary logs containing GTIDs that the slave requires. Replicate the missing transactions from elsewhere, the last one here is ${gtidText(upstream, relay.transaction)}`,
			}),
	},
	'disk-full': {
		summary: 'a full disk under the relay log (30029); a purge frees it',
		make: ({upstream}, relay) =>
			processError({
				code: 30_029,
				class: 'relay-unit',
				scope: 'internal',
				level: 'high',
				message: `write relay event at ${printedPosition(upstream, relay.transaction)}`,
				rawCause: `write relay-dir/${upstream.server}.000001: no space left on device`,
			}),
	},
	'other-upstream': {
		summary: 'an upstream that has changed behind its address (30044)',
		make: () =>
			processError({
				code: 30_044,
				class: 'relay-unit',
				scope: 'internal',
				level: 'high',
				message: 'receive fake rotate event with different server_id',
				workaround: 'Please use `resume-relay` command if upstream database has changed',
			}),
	},
};
