/** Any observations: what a provider may say in any order, of few sources so that they repeat and change. */
import fc from 'fast-check';
import type {
	Dump,
	Int64,
	ParsedStatus,
	ProcessResult,
	Relay,
	SourceStatus,
	Subtask,
	Sync,
} from '../../../source/dm/status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {anyCharacter} from '../../any-character.js';

const text = fc.oneof(
	fc.constantFrom('', 'orders', '$relay', '$bigint', 'line\nbreak', '{"block":0}', 'Ü ☃ 🐬', '\u{D800}'),
	fc.string({unit: anyCharacter, maxLength: 12}),
);

const int64: fc.Arbitrary<Int64> = fc.oneof(fc.nat(), fc.bigInt({min: 2n ** 53n, max: 2n ** 64n - 1n}));

const dump: fc.Arbitrary<Dump> = fc.record(
	{
		finishedBytes: fc.double({noNaN: true}),
		finishedRows: fc.double({noNaN: true}),
		bps: int64,
		progress: text,
	},
	{requiredKeys: ['progress']},
);

const result: fc.Arbitrary<ProcessResult> = fc.record({
	isCanceled: fc.boolean(),
	errors: fc.array(
		fc.record(
			{
				code: fc.nat(40_000),
				class: text,
				scope: text,
				level: text,
				message: text,
				rawCause: text,
				workaround: text,
				type: text,
			},
			{requiredKeys: ['class', 'scope', 'level', 'message', 'rawCause', 'workaround']},
		),
		{maxLength: 2},
	),
	detail: text,
});

const relay: fc.Arbitrary<Relay> = fc.record(
	{
		masterBinlog: text,
		masterBinlogGtid: text,
		relaySubDir: text,
		relayBinlog: text,
		relayBinlogGtid: text,
		relayCatchUpMaster: fc.boolean(),
		stage: fc.constantFrom('Running', 'Paused'),
		result,
	},
	{
		requiredKeys: [
			'masterBinlog',
			'masterBinlogGtid',
			'relaySubDir',
			'relayBinlog',
			'relayBinlogGtid',
			'stage',
		],
	},
);

const sync: fc.Arbitrary<Sync> = fc.record(
	{
		totalEvents: int64,
		recentTps: int64,
		masterBinlog: text,
		masterBinlogGtid: text,
		syncerBinlog: text,
		syncerBinlogGtid: text,
		blockingDDLs: fc.array(text, {maxLength: 3}),
		unresolvedGroups: fc.array(
			fc.record({
				target: text,
				DDLs: fc.array(text, {maxLength: 2}),
				firstLocation: text,
				synced: fc.array(text, {maxLength: 2}),
				unsynced: fc.array(text, {maxLength: 2}),
			}),
			{maxLength: 2},
		),
		synced: fc.boolean(),
		binlogType: text,
		secondsBehindMaster: int64,
		blockDDLOwner: text,
		conflictMsg: text,
	},
	{
		requiredKeys: [
			'masterBinlog',
			'masterBinlogGtid',
			'syncerBinlog',
			'syncerBinlogGtid',
			'blockingDDLs',
			'unresolvedGroups',
			'binlogType',
			'blockDDLOwner',
			'conflictMsg',
		],
	},
);

const sourceName = fc.constantFrom('s1', 's2', '');

const subtask = (source: string, ofSource: Relay | undefined): fc.Arbitrary<Subtask> =>
	fc
		.record(
			{
				task: fc.constantFrom('orders', 'users', ''),
				worker: text,
				stage: fc.constantFrom('Running', 'Paused', '42'),
				unit: fc.constantFrom('Sync', 'Dump'),
				result,
				unresolvedDDLLockID: text,
				sync,
				dump,
				msg: text,
				relay: ofSource ? fc.oneof(fc.constant(ofSource), relay) : relay,
				problem: text,
			},
			{requiredKeys: ['task', 'worker', 'stage', 'unit', 'unresolvedDDLLockID', 'msg']},
		)
		.map(fields => ({...fields, source}));

const entry: fc.Arbitrary<SourceStatus> = fc
	.record({source: sourceName, ofSource: fc.option(relay, {nil: undefined})})
	.chain(({source, ofSource}) =>
		fc.record(
			{
				source: fc.constant(source),
				worker: text,
				result: fc.boolean(),
				msg: text,
				sourceResult: result,
				relay: fc.constant(ofSource),
				problem: text,
				isPartial: fc.boolean(),
				subtasks: fc.array(subtask(source, ofSource), {maxLength: 3}),
			},
			{requiredKeys: ['source', 'worker', 'result', 'msg', 'relay', 'subtasks']},
		),
	);

const status: fc.Arbitrary<ParsedStatus> = fc.array(entry, {maxLength: 3}).chain(sources =>
	fc.record({
		form: fc.constantFrom('query-status', 'dmctl-list', 'openapi-tasks', 'openapi-task-status'),
		result: fc.boolean(),
		msg: text,
		sources: fc.constant(sources),
		listed: fc.array(
			fc.record(
				{name: text, statusText: text, sources: fc.array(sourceName, {maxLength: 2}), mode: text},
				{requiredKeys: ['name', 'statusText', 'sources']},
			),
			{maxLength: 3},
		),
		notes: fc.array(fc.record({path: text, message: text}), {maxLength: 2}),
	}),
);

/** Mostly seconds apart; now and then hours, or back. */
const at = fc.oneof(
	fc.integer({min: 1_754_000_000_000, max: 1_754_000_100_000}),
	fc.integer({min: 1_754_000_000_000, max: 1_754_100_000_000}),
	fc.constant(1_754_000_000_000.5),
);

const asked = fc.array(sourceName, {maxLength: 2});

const observation: fc.Arbitrary<Observation> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record(
			{kind: fc.constant('status' as const), at, status, asked, took: fc.nat(9999)},
			{requiredKeys: ['kind', 'at', 'status']},
		),
	},
	{
		weight: 1,
		arbitrary: fc.record(
			{
				kind: fc.constant('silence' as const),
				at,
				asked,
				problem: fc.record({what: text, fix: text, detail: text}),
			},
			{requiredKeys: ['kind', 'at', 'problem']},
		),
	},
	{
		weight: 1,
		arbitrary: fc.record(
			{
				kind: fc.constant('cluster' as const),
				at,
				endpoint: text,
				leader: text,
				masters: fc.array(
					fc.record({name: text, alive: fc.boolean(), addresses: fc.array(text, {maxLength: 2})}),
					{
						maxLength: 2,
					},
				),
				workers: fc.array(fc.record({name: text, address: text, stage: text, source: sourceName}), {
					maxLength: 2,
				}),
			},
			{requiredKeys: ['kind', 'at']},
		),
	},
);

/** What dm-top adds to what a provider says. */
const added: fc.Arbitrary<Observation> = fc.oneof(
	fc.record(
		{
			kind: fc.constant('locks' as const),
			at,
			locks: fc.array(
				fc.record({
					id: text,
					task: fc.constantFrom('orders', 'users'),
					mode: fc.constantFrom('pessimistic', 'optimistic'),
					owner: text,
					ddls: fc.array(text, {maxLength: 2}),
					synced: fc.array(text, {maxLength: 2}),
					unsynced: fc.array(text, {maxLength: 2}),
				}),
				{maxLength: 3},
			),
			problem: fc.record({what: text, fix: text, detail: text}),
		},
		{requiredKeys: ['kind', 'at', 'locks']},
	),
	fc.record(
		{
			kind: fc.constant('operation' as const),
			at,
			outcome: fc.constantFrom('under-way', 'done', 'failed', 'unknown'),
			subject: text,
			text,
			detail: fc.array(text, {maxLength: 2}),
			task: text,
			source: text,
		},
		{requiredKeys: ['kind', 'at', 'outcome', 'subject', 'text', 'detail']},
	),
);

/** Some of them are said again as they were, at another time. */
export const observations: fc.Arbitrary<Observation[]> = fc
	.tuple(
		fc.array(fc.oneof({weight: 4, arbitrary: observation}, {weight: 1, arbitrary: added}), {maxLength: 8}),
		fc.array(fc.nat(), {maxLength: 8}),
		fc.array(at, {maxLength: 8}),
	)
	.map(([said, again, times]) => [
		...said,
		...again.flatMap((index, place) => {
			const repeated = said[index % Math.max(1, said.length)];
			return repeated ? [{...repeated, at: times[place] ?? repeated.at}] : [];
		}),
	]);
