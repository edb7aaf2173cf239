/**
 * What each unit of DM tells of itself, under DM's own names.
 */
import {type Line, span} from '../../components/line.js';
import {formatBytes, formatExact} from '../../components/quantity.js';
import type {Dump, Int64, Load, Relay, ShardingGroup, Subtask, Sync, Validation} from '../../dm/status.js';
import {mostRows} from '../../monitor/measuring/rows.js';
import {type Section, textLines} from './text.js';

const exact = (value: Int64 | undefined): Line => (value === undefined ? [] : [span(formatExact(value))]);

/** Bytes both ways: as one reads them and as they are. */
const bytes = (value: Int64 | undefined): Line =>
	value === undefined
		? []
		: [
				span(formatBytes(Number(value))),
				span(`  ${formatExact(typeof value === 'bigint' ? value : Math.round(value))} bytes`, 'dim'),
			];

const perSecond = (value: Int64 | undefined, unit: 'bytes' | 'rows'): Line =>
	value === undefined
		? []
		: [span(unit === 'bytes' ? `${formatBytes(Number(value))}/s` : `${formatExact(value)} rows/s`)];

const ofTotal = (done: Int64 | undefined, total: Int64 | undefined): Line => [
	...exact(done),
	...(total === undefined ? [] : [span(` of ${formatExact(total)}`, 'dim')]),
];

const flag = (value: boolean | undefined, yes: string, no: string): Line =>
	value === undefined ? [] : [span(value ? yes : no)];

const list = (texts: readonly string[], style: 'plain' | 'warn' = 'plain'): Line[] =>
	texts.flatMap(text => textLines(text, style));

export const dumpSection = (dump: Dump | undefined): Section => ({
	heading: 'Dump',
	fields: dump
		? [
				['tables', ofTotal(dump.completedTables, dump.totalTables)],
				['bytes', bytes(dump.finishedBytes)],
				[
					'rows',
					[
						...exact(dump.finishedRows === undefined ? undefined : Math.round(dump.finishedRows)),
						span(
							dump.estimateTotalRows === undefined
								? ''
								: ` of about ${formatExact(Math.round(dump.estimateTotalRows))}`,
							'dim',
						),
					],
				],
				[
					'DM’s figures',
					[
						span(
							[dump.progress, dump.bps === undefined ? '' : `${formatBytes(Number(dump.bps))}/s`]
								.filter(Boolean)
								.join(', '),
						),
					],
				],
			]
		: [],
});

export const loadSection = (load: Load | undefined): Section => ({
	heading: 'Load',
	fields: load
		? [
				['loaded', bytes(load.finishedBytes)],
				['in all', bytes(load.totalBytes)],
				[
					'DM’s figures',
					[
						span(
							[load.progress, load.bps === undefined ? '' : `${formatBytes(Number(load.bps))}/s`]
								.filter(Boolean)
								.join(', '),
						),
					],
				],
				['dumped at', [span(load.metaBinlog)]],
				['dumped at GTID', textLines(load.metaBinlogGTID)],
			]
		: [],
});

const groupSection = (group: ShardingGroup): Section => ({
	heading: `Unresolved group ${group.target}`,
	fields: [
		['DDLs', list(group.DDLs, 'warn')],
		['first position', textLines(group.firstLocation)],
		['synced', list(group.synced)],
		['unsynced', list(group.unsynced, 'warn')],
	],
});

/** DM divides all rows there ever were by the seconds since the last resume. */
const averageOf = (sync: Sync): Line => {
	const average = sync.totalRps ?? sync.totalTps;
	if (average === undefined) {
		return [];
	}

	const how = 'all rows ever, over the time since the last resume';
	return Number(average) > mostRows
		? [
				span('?', 'warn'),
				span(`  DM says ${formatExact(average)} rows/s, which nothing reaches: ${how}`, 'dim'),
			]
		: [...perSecond(average, 'rows'), span(`  ${how}`, 'dim')];
};

/** DM 5.3 to 7.1 count on after a skipped DDL. */
const isDisbelieved = ({synced, secondsBehindMaster}: Sync): boolean =>
	synced === true && secondsBehindMaster !== undefined && secondsBehindMaster > 0;

const disbelieved =
	'  not believed: it is level with the upstream (a known bug of DM 5.3 to 7.1 after a skipped DDL)';

/** Sync itself, then each group of sharded tables that waits. */
export const syncSection = (sync: Sync | undefined): Section[] =>
	sync
		? [
				{
					heading: 'Sync',
					fields: [
						[
							'reads from',
							[
								span(
									sync.binlogType === ''
										? ''
										: sync.binlogType === 'local'
											? 'the relay log'
											: sync.binlogType === 'remote'
												? 'the upstream'
												: sync.binlogType,
								),
							],
						],
						[
							'synced',
							flag(
								sync.synced,
								'yes: the checkpoint is at the end of the upstream',
								'no: the checkpoint, saved every 30 s, is not at the end of the upstream',
							),
						],
						['rows', exact(sync.totalRows ?? sync.totalEvents)],
						['sent downstream', bytes(sync.ioTotalBytes)],
						['read upstream', bytes(sync.dumpIOTotalBytes)],
						['DM’s average', averageOf(sync)],
						['DM’s current rate', perSecond(sync.recentRps ?? sync.recentTps, 'rows')],
						[
							'DM’s lag',
							sync.secondsBehindMaster === undefined
								? []
								: [
										span(`${formatExact(sync.secondsBehindMaster)} s`),
										span(isDisbelieved(sync) ? disbelieved : '', 'dim'),
									],
						],
						['blocking DDLs', list(sync.blockingDDLs, 'warn')],
						['blocked by', [span(sync.blockDDLOwner, 'warn')]],
						['conflict', textLines(sync.conflictMsg, 'warn')],
					],
				},
				...sync.unresolvedGroups.map(group => groupSection(group)),
			]
		: [];

export const relaySection = (relay: Relay | undefined): Section => ({
	heading: 'Relay of the source',
	fields: relay
		? [
				['stage', [span(relay.stage, relay.stage === 'Running' ? 'good' : 'bad')]],
				['folder', [span(relay.relaySubDir)]],
				['caught up', flag(relay.relayCatchUpMaster, 'yes', 'no')],
			]
		: [],
});

const orUnknown = (position: string): Line => [
	span(position === '' ? 'unknown: the upstream did not say' : position),
];

/** Where upstream, checkpoint and relay are, as DM prints it. */
export const positionsSection = ({sync, relay}: Subtask): Section => ({
	heading: 'Positions and GTID sets',
	fields: [
		...(sync
			? ([
					['master binlog', orUnknown(sync.masterBinlog)],
					['master GTID', textLines(sync.masterBinlogGtid)],
					['syncer binlog', [span(sync.syncerBinlog), span('  the last saved checkpoint', 'dim')]],
					['syncer GTID', textLines(sync.syncerBinlogGtid)],
				] as const)
			: []),
		...(relay
			? ([
					...(sync ? [] : ([['master binlog', orUnknown(relay.masterBinlog)]] as const)),
					['relay binlog', [span(relay.relayBinlog)]],
					['relay GTID', textLines(relay.relayBinlogGtid)],
				] as const)
			: []),
	],
});

export const validationSection = (validation: Validation | undefined): Section => ({
	heading: 'Validation',
	fields: validation
		? [
				['mode', [span(validation.mode)]],
				['stage', [span(validation.stage)]],
				['binlog', [span(validation.validatorBinlog)]],
				['GTID', textLines(validation.validatorBinlogGtid)],
				['processed', textLines(validation.processedRowsStatus)],
				['pending', textLines(validation.pendingRowsStatus)],
				['errors', textLines(validation.errorRowsStatus)],
				['cutover', [span(validation.cutoverBinlogPos)]],
				['cutover GTID', textLines(validation.cutoverBinlogGtid)],
			]
		: [],
});
