/**
 * A cluster that is never twice the same, as DM's v1alpha1 tells of it: names that do not repeat, masters that disagree,
 * short-lived tasks, silent workers, floods. Every answer is a function of its number.
 */
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';

type Json = Readonly<Record<string, unknown>>;

/** Sources that are always there, that live for one look, and whose workers never answer. */
const lasting = 10;
const passing = 10;
const silent = 3;

/** Every so many looks the answer is a flood: so many sources with new names. */
const floodEvery = 50;
const floodOf = 1000;

/** Characters of the longest error. */
const longError = 100_000;

/** What a name of a source begins with whose worker never answers. */
export const silentPrefix = 'silent-';

const numbered = (count: number, name: (index: number) => string): readonly string[] =>
	Array.from({length: count}, (_, index) => name(index));

/** The sources in look `look` of the master of this name. */
export const sourcesOf = (master: string, look: number): readonly string[] => [
	...numbered(lasting, index => `lasting-${index}`),
	...numbered(
		look % floodEvery === floodEvery - 1 ? floodOf : passing,
		index => `${master}-${look}-${index}`,
	),
	...numbered(silent, index => `${silentPrefix}${master}-${look}-${index}`),
];

const failure = (number: number): Json => ({
	isCanceled: false,
	errors: [
		{
			ErrCode: 10_006 + (number % 40),
			ErrClass: 'database',
			ErrScope: 'upstream',
			ErrLevel: 'high',
			Message: `startLocation: [position: (mysql-bin.${number}, ${number}), gtid-set: ], execute statement failed: ${number}`,
			RawCause: `Error 1062: Duplicate entry '${number}' for key ${'k'.repeat(number % 50 === 0 ? longError : 100)}`,
			Workaround: '',
		},
	],
	detail: null,
});

const sync = (number: number): Json => ({
	totalEvents: String(number),
	totalTps: '1',
	recentTps: '1',
	masterBinlog: `(mysql-bin.${number}, 9000000)`,
	masterBinlogGtid: `53ea0ed1-9bf8-11e6-8bea-64006a897c73:1-${number}`,
	syncerBinlog: `(mysql-bin.${number}, ${number % 9_000_000})`,
	syncerBinlogGtid: `53ea0ed1-9bf8-11e6-8bea-64006a897c73:1-${number - 10}`,
	blockingDDLs: number % 5 === 0 ? [`ALTER TABLE t${number} ADD COLUMN c${number} INT`] : [],
	unresolvedGroups: [],
	synced: false,
	binlogType: 'remote',
	secondsBehindMaster: String(number % 1000),
	totalRows: String(number * 1000),
});

/** A source's entry: a task that is always there and two that live for one answer. */
export const entryOf = (source: string, number: number): Json =>
	sourceAnswer(
		source,
		['orders', `short-${source}-${number}-a`, `short-${source}-${number}-b`].map((task, index) =>
			subtaskAnswer(task, {
				sync: sync(number),
				...(index === 2 && {stage: 'Paused', result: failure(number)}),
			}),
		),
		{sourceStatus: {source, worker: `w-${source}`, result: null, relayStatus: null}},
	);

/** What `status/` answers for one source, or for all. */
export const statusOf = (sources: readonly string[], number: number): string =>
	queryStatus(sources.map((source, index) => entryOf(source, number + index)));

/** What `members` answers: each master leads in its own eyes. */
export const membersOf = (master: string, look: number): string =>
	JSON.stringify({
		result: true,
		msg: '',
		members: [
			{leader: {msg: '', name: `${master}-${look % 7}`, addr: `10.0.0.${look % 7}:8261`}},
			{
				master: {
					msg: '',
					masters: [0, 1].map(index => ({
						name: `${master}-${look + index}`,
						memberID: String(look + index),
						alive: index === 0,
						peerURLs: [],
						clientURLs: [`http://10.0.0.${look % 7}:8261`],
					})),
				},
			},
			{
				worker: {
					msg: '',
					workers: sourcesOf(master, look).map(source => ({
						name: `w-${source}`,
						addr: `${source}:8262`,
						stage: 'bound',
						source,
					})),
				},
			},
		],
	});
