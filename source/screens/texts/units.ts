/**
 * The fields of each unit, under DM's own names.
 */
import {type Line, span} from '../../components/line.js';
import {formatBytes, formatDuration, formatExact} from '../../components/quantity.js';
import type {Dump, Int64, Load, Relay, ShardingGroup, Subtask, Sync, Validation} from '../../dm/status.js';
import {mostRowsPerSecond} from '../../monitor/measuring/rows.js';
import {lastKnownMark} from '../cells/cells.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {type Section, textLines} from './text.js';

const exact = (value: Int64 | undefined): Line => (value === undefined ? [] : [span(formatExact(value))]);

/** Bytes, rounded and exact. */
const bytes = (value: Int64 | undefined): Line =>
	value === undefined
		? []
		: [
				span(formatBytes(Number(value))),
				span(
					`  ${say('{count} bytes', {count: formatExact(typeof value === 'bigint' ? value : Math.round(value))})}`,
					'dim',
				),
			];

const perSecond = (value: Int64 | undefined, unit: 'bytes' | 'rows'): Line =>
	value === undefined
		? []
		: [
				span(
					unit === 'bytes'
						? `${formatBytes(Number(value))}/s`
						: say('{rate} rows/s', {rate: formatExact(value)}),
				),
			];

const ofTotal = (done: Int64 | undefined, total: Int64 | undefined): Line => [
	...exact(done),
	...(total === undefined ? [] : [span(` ${say('of {total}', {total: formatExact(total)})}`, 'dim')]),
];

const flag = (value: boolean | undefined, yes: string, no: string): Line =>
	value === undefined ? [] : [span(value ? yes : no)];

const list = (texts: readonly string[], style: 'plain' | 'warn' = 'plain'): Line[] =>
	texts.flatMap(text => textLines(text, style));

/** The part about the dump; empty without one. */
export const dumpSection = (dump: Dump | undefined): Section => ({
	heading: say('Dump'),
	fields: dump
		? [
				[say('tables'), ofTotal(dump.completedTables, dump.totalTables)],
				[say('bytes'), bytes(dump.finishedBytes)],
				[
					say('rows'),
					[
						...exact(dump.finishedRows === undefined ? undefined : Math.round(dump.finishedRows)),
						span(
							dump.estimateTotalRows === undefined
								? ''
								: ` ${say('of about {total}', {total: formatExact(Math.round(dump.estimateTotalRows))})}`,
							'dim',
						),
					],
				],
				[
					say('DM’s figures'),
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

/** The part about the load; empty without one. */
export const loadSection = (load: Load | undefined): Section => ({
	heading: say('Load'),
	fields: load
		? [
				[say('loaded'), bytes(load.finishedBytes)],
				[say('in all'), bytes(load.totalBytes)],
				[
					say('DM’s figures'),
					[
						span(
							[load.progress, load.bps === undefined ? '' : `${formatBytes(Number(load.bps))}/s`]
								.filter(Boolean)
								.join(', '),
						),
					],
				],
				[say('dumped at'), [span(load.metaBinlog)]],
				[say('dumped at GTID'), textLines(load.metaBinlogGTID)],
			]
		: [],
});

const groupSection = (group: ShardingGroup): Section => ({
	heading: say('Unresolved group {target}', {target: group.target}),
	fields: [
		[say('DDLs'), list(group.DDLs, 'warn')],
		[say('first position'), textLines(group.firstLocation)],
		[say('synced'), list(group.synced)],
		[say('unsynced'), list(group.unsynced, 'warn')],
	],
});

/** DM divides all rows there ever were by the seconds since the last resume. */
const averageOf = (sync: Sync): Line => {
	const average = sync.totalRps ?? sync.totalTps;
	if (average === undefined) {
		return [];
	}

	const how = say('all rows ever, over the time since the last resume');
	return Number(average) > mostRowsPerSecond
		? [
				span('?', 'warn'),
				span(
					`  ${say('DM says {average} rows/s, which is not plausible: {how}', {average: formatExact(average), how})}`,
					'dim',
				),
			]
		: [...perSecond(average, 'rows'), span(`  ${how}`, 'dim')];
};

/** DM 5.3 to 7.1 keep counting after a skipped DDL. */
const isDisbelieved = ({synced, secondsBehindMaster}: Sync): boolean =>
	synced === true && secondsBehindMaster !== undefined && secondsBehindMaster > 0;

const disbelieved: Phrase =
	'not trusted: it is level with the upstream (a known bug of DM 5.3 to 7.1 after a skipped DDL)';

/** DM's own lag as DM reports it; from a minute on in larger units as well. */
const reportedLag = (seconds: Int64): string =>
	seconds < 60
		? `${formatExact(seconds)}s`
		: `${formatDuration(Number(seconds))} (${formatExact(seconds)} s)`;

/** Sync itself, then each group of sharded tables that waits. */
export const syncSection = (sync: Sync | undefined): Section[] =>
	sync
		? [
				{
					heading: say('Sync'),
					fields: [
						[
							say('reads from'),
							[
								span(
									sync.binlogType === ''
										? ''
										: sync.binlogType === 'local'
											? say('the relay log')
											: sync.binlogType === 'remote'
												? say('the upstream')
												: sync.binlogType,
								),
							],
						],
						[
							say('synced'),
							flag(
								sync.synced,
								say('yes: the checkpoint is at the end of the upstream'),
								say('no: the checkpoint, saved every 30 s, is not at the end of the upstream'),
							),
						],
						[say('rows'), exact(sync.totalRows ?? sync.totalEvents)],
						[say('sent downstream'), bytes(sync.ioTotalBytes)],
						[say('read upstream'), bytes(sync.dumpIOTotalBytes)],
						[say('DM’s average'), averageOf(sync)],
						[say('DM’s current rate'), perSecond(sync.recentRps ?? sync.recentTps, 'rows')],
						[
							say('DM’s lag'),
							sync.secondsBehindMaster === undefined
								? []
								: [
										span(reportedLag(sync.secondsBehindMaster)),
										span(isDisbelieved(sync) ? `  ${say(disbelieved)}` : '', 'dim'),
									],
						],
						[say('blocking DDLs'), list(sync.blockingDDLs, 'warn')],
						[say('blocked by'), [span(sync.blockDDLOwner, 'warn')]],
						[say('conflict'), textLines(sync.conflictMsg, 'warn')],
					],
				},
				...sync.unresolvedGroups.map(group => groupSection(group)),
			]
		: [];

/** The part about the relay of the source; empty without one. */
export const relaySection = (relay: Relay | undefined, isLastKnown: boolean): Section => ({
	heading: say('Relay of the source'),
	fields: relay
		? [
				[
					say('stage'),
					[
						span(relay.stage, relay.stage === 'Running' ? (isLastKnown ? 'plain' : 'good') : 'bad'),
						...lastKnownMark(isLastKnown),
					],
				],
				[say('folder'), [span(relay.relaySubDir)]],
				[say('caught up'), flag(relay.relayCatchUpMaster, say('yes'), say('no'))],
			]
		: [],
});

const orUnknown = (position: string): Line => [
	span(position === '' ? say('unknown: the upstream did not say') : position),
];

/** The positions of upstream, checkpoint and relay, as DM prints them. */
export const positionsSection = ({sync, relay}: Subtask): Section => ({
	heading: say('Positions and GTID sets'),
	fields: [
		...(sync
			? ([
					[say('master binlog'), orUnknown(sync.masterBinlog)],
					[say('master GTID'), textLines(sync.masterBinlogGtid)],
					[
						say('syncer binlog'),
						[span(sync.syncerBinlog), span(`  ${say('the last saved checkpoint')}`, 'dim')],
					],
					[say('syncer GTID'), textLines(sync.syncerBinlogGtid)],
				] as const)
			: []),
		...(relay
			? ([
					...(sync ? [] : ([[say('master binlog'), orUnknown(relay.masterBinlog)]] as const)),
					[say('relay binlog'), [span(relay.relayBinlog)]],
					[say('relay GTID'), textLines(relay.relayBinlogGtid)],
				] as const)
			: []),
	],
});

/** The part about the validation; empty without one. */
export const validationSection = (validation: Validation | undefined): Section => ({
	heading: say('Validation'),
	fields: validation
		? [
				[say('mode'), [span(validation.mode)]],
				[say('stage'), [span(validation.stage)]],
				[say('binlog'), [span(validation.validatorBinlog)]],
				[say('GTID'), textLines(validation.validatorBinlogGtid)],
				[say('processed'), textLines(validation.processedRowsStatus)],
				[say('pending'), textLines(validation.pendingRowsStatus)],
				[say('errors'), textLines(validation.errorRowsStatus)],
				[say('cutover'), [span(validation.cutoverBinlogPos)]],
				[say('cutover GTID'), textLines(validation.cutoverBinlogGtid)],
			]
		: [],
});
