/** Filters understand DM's own words in every language, and what the screen says. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {speakLanguage} from '../../../../source/language/choose.js';
import {parseFilter} from '../../../../source/screens/filtering/parse.js';
import {fieldsOf} from '../../../../source/screens/lists/binding/fields.js';
import {eventsList} from '../../../../source/screens/lists/events.js';
import {findingsList} from '../../../../source/screens/lists/findings.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {bound, canceled, entry, errors, syncing, Watched} from '../../../monitor/watched.js';
import {drawingOf, foundBy} from '../../drawing.js';

const drawing = () =>
	drawingOf(
		new Watched()
			.cluster({workers: [bound('worker-of-s1', 's1'), bound('worker-of-s2', 's2'), bound('w3', 's3')]})
			.whole(
				entry('s1', [
					syncing('orders'),
					syncing('users', {}, {stage: 'Paused', result: canceled}),
					syncing('stock', {
						secondsBehindMaster: '7200',
						masterBinlog: '(mysql-bin.000001, 9000000)',
						synced: false,
					}),
				]),
				entry('s2', [syncing('broken', {}, {stage: 'Paused', result: errors(36_067)})]),
			)
			.silence('no answer within 5 s', 's3')
			.view(),
	);

const tasks = (filter: string) => foundBy(tasksList(drawing()), filter).map(({name}) => name);
const sources = (filter: string) => foundBy(sourcesList(drawing()), filter).map(({source}) => source);
const workers = (filter: string) => foundBy(workersList(drawing()), filter).map(({name}) => name);
const found = (filter: string) =>
	foundBy(findingsList(drawing()), filter).map(({finding: {task, source}}) => task ?? source);
const events = (filter: string) => {
	const watched = new Watched()
		.whole(entry('s1', [syncing('orders')]))
		.wait(10)
		.whole(entry('s1', [syncing('orders', {}, {stage: 'Stopped'})]));
	return foundBy(eventsList(drawingOf(watched.view())), filter).map(({subject}) => subject);
};

type Case = readonly [filter: string, find: (filter: string) => unknown, expected: readonly string[]];

const english: readonly Case[] = [
	['paused -error', tasks, ['users']],
	['running !behind', tasks, ['orders']],
	['behind', tasks, ['stock']],
	['state:error', tasks, ['broken']],
	['state:behind', tasks, ['stock']],
	['rows:>=0', tasks, []],
	['err:>0', tasks, ['broken']],
	['state:bound', sources, ['s2', 's1']],
	['"no answer"', sources, ['s3']],
	['relay:off', sources, ['s2', 's1']],
	['state:answer', workers, ['w3']],
	['severity:critical', found, ['broken']],
	['state:stopped', events, ['orders/s1']],
];

const chinese: readonly Case[] = [
	['已暂停 -错误', tasks, ['users']],
	['state:落后', tasks, ['stock']],
	['状态:已绑定', sources, ['s2', 's1']],
	['state:已绑定', sources, ['s2', 's1']],
	['relay:关闭', sources, ['s2', 's1']],
	['无应答', workers, ['w3']],
	['severity:严重', found, ['broken']],
	['已停止', events, ['orders/s1']],
];

afterEach(async () => {
	await speakLanguage('en');
});

it.each(english)('in English: %s', (filter, find, expected) => {
	expect(find(filter)).toEqual(expected);
});

describe('in Chinese', () => {
	beforeEach(async () => {
		await speakLanguage('zh');
	});

	it.each([...english, ...chinese])('%s', (filter, find, expected) => {
		expect(find(filter)).toEqual(expected);
	});

	it('fields have their English titles as well', () => {
		expect(parseFilter('rows:>1 err:0 行:>1', fieldsOf(tasksList(drawing()))).mistake?.text).toBe(undefined);
	});
});
