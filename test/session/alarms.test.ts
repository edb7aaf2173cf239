/** Which findings are news. */
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import type {Observation} from '../../source/providers/provider.js';
import {watchFindings} from '../../source/session/alarms.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';

const noon = Date.UTC(2026, 10, 23, 12);

const failed = {
	stage: 'Paused',
	unit: 'Sync',
	result: {isCanceled: false, errors: [{ErrCode: 36_067, Message: 'x', RawCause: ''}], detail: null},
};
const well = {stage: 'Running', unit: 'Sync'};
const byHand = {stage: 'Paused', unit: 'Sync'};

/** A cluster of two sources with their answers, and the kinds and places that were new each time. */
const start = () => {
	const known = createClusterState();
	let cluster = withDiagnosis(view(known, noon));
	let tell = (): void => undefined;
	const news: string[] = [];
	const stop = watchFindings(
		{
			current: () => cluster,
			subscribe(listener) {
				tell = listener;
				return () => {
					tell = () => undefined;
				};
			},
		},
		findings => {
			news.push(findings.map(({kind, task, source}) => `${kind} ${task ?? ''}/${source ?? ''}`).join(', '));
		},
	);
	return {
		stop,
		news,
		says(
			seconds: number,
			subtasks: Readonly<Record<string, Record<string, unknown>>>,
			more: Partial<Observation> = {},
		) {
			const at = noon + seconds * 1000;
			observe(known, {
				kind: 'status',
				at,
				status: parseStatusDocument(
					queryStatus(
						Object.entries(subtasks).map(([source, subtask]) =>
							sourceAnswer(source, [subtaskAnswer('orders', subtask)]),
						),
					),
				),
				...more,
			} as Observation);
			cluster = withDiagnosis(view(known, at));
			tell();
		},
	};
};

it('existing findings are no alarm when dm-top starts, later ones are, once', () => {
	const {says, news} = start();
	says(0, {'mysql-01': failed, 'mysql-02': well});
	says(2, {'mysql-01': failed, 'mysql-02': well});
	expect(news).toStrictEqual([]);
	says(4, {'mysql-01': failed, 'mysql-02': failed});
	says(6, {'mysql-01': failed, 'mysql-02': failed});
	expect(news).toStrictEqual(['subtask-error orders/mysql-02']);
});

it('a notice is no alarm', () => {
	const {says, news} = start();
	says(0, {'mysql-01': well});
	says(2, {'mysql-01': byHand});
	expect(news).toStrictEqual([]);
});

it('one that returns within five minutes is no alarm, one that was gone for longer is', () => {
	const {says, news} = start();
	says(0, {'mysql-01': well});
	says(2, {'mysql-01': failed});
	says(4, {'mysql-01': well});
	says(300, {'mysql-01': failed});
	expect(news).toHaveLength(1);
	says(302, {'mysql-01': well});
	says(500, {'mysql-01': well});
	says(603, {'mysql-01': failed});
	expect(news).toHaveLength(2);
});

it('one that is still there when dm-top continues after a stop is no alarm', () => {
	const {says, news} = start();
	says(0, {'mysql-01': well});
	says(2, {'mysql-01': failed});
	says(1202, {'mysql-01': failed});
	expect(news).toHaveLength(1);
});

it('one that nobody could see for longer was not gone', () => {
	const {says, news} = start();
	const late = {
		...well,
		sync: {
			masterBinlog: '(mysql-bin.000001, 9000)',
			syncerBinlog: '(mysql-bin.000001, 4000)',
			synced: false,
			binlogType: 'remote',
			secondsBehindMaster: '4000',
		},
	};
	const problem = {what: 'connection refused', fix: '', detail: ''};
	says(0, {'mysql-01': well});
	says(2, {'mysql-01': late});
	expect(news).toStrictEqual(['lag-high orders/mysql-01']);
	for (let at = 4; at < 900; at += 30) {
		says(at, {}, {kind: 'silence', problem});
	}

	says(902, {'mysql-01': late});
	expect(news.filter(text => text.startsWith('lag-high'))).toHaveLength(1);
});

it('ends when it is told to', () => {
	const {says, news, stop} = start();
	says(0, {'mysql-01': well});
	stop();
	says(2, {'mysql-01': failed});
	expect(news).toStrictEqual([]);
});
