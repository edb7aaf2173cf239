/** Errors of the relay unit, by the name that a scenario calls them. */
import type {ProcessError, Source} from '../model/model.js';
import {locationText, gtidText} from '../model/upstream.js';
import {processError} from './terror.js';

export const relayErrors: Readonly<Record<string, (source: Source) => ProcessError>> = {
	'upstream-refused': ({upstream}) =>
		processError({
			code: 10_001,
			class: 'database',
			scope: 'upstream',
			level: 'high',
			message: 'database driver error',
			rawCause: `dial tcp ${upstream.host}:${upstream.port}: connect: connection refused`,
			workaround: 'Please check the database connection and the database config in configuration file.',
		}),
	'binlog-purged': ({upstream, relay}) =>
		processError({
			code: 30_015,
			class: 'relay-unit',
			scope: 'upstream',
			level: 'high',
			message: 'TCPReader get relay event with error',
			rawCause: `ERROR 1236 (HY000): The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has purged binary logs containing GTIDs that the slave requires: ${gtidText(upstream, relay?.transaction ?? 0)}`,
		}),
	'disk-full': ({name, upstream, relay}) =>
		processError({
			code: 30_029,
			class: 'relay-unit',
			scope: 'internal',
			level: 'high',
			message: `${locationText(upstream, relay?.transaction ?? 0)}: write event to relay log file of ${name}`,
			rawCause: 'write /data/dm-worker/relay-dir/mysql-bin: no space left on device',
		}),
};
