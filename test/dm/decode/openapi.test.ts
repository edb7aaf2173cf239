import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const openapiSubtask = (rest: Readonly<Record<string, unknown>>) => ({
	name: 't',
	source_name: 'a',
	worker_name: 'w',
	stage: 'Paused',
	unit: 'Sync',
	...rest,
});

test('OpenAPI’s error text is split into the errors it was made of', () => {
	const message = [
		'[code=36067:class=sync-unit:scope=internal:level=high], Message: parse DDL: alter\ntable, RawCause: line 1 , Workaround: Skip it..',
		'[code=10006:class=database:scope=downstream:level=high], Message: .',
		'',
	].join('\n');
	const {tasks} = parseStatus(JSON.stringify({data: [openapiSubtask({error_msg: message})], total: 1}));
	expect(tasks[0]?.status).toBe('Error');
	expect(tasks[0]?.sources[0]?.result).toEqual({
		isCanceled: false,
		errors: [
			{
				code: 36_067,
				class: 'sync-unit',
				scope: 'internal',
				level: 'high',
				message: 'parse DDL: alter\ntable',
				rawCause: 'line 1 ',
				workaround: 'Skip it.',
			},
			{
				code: 10_006,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: '',
				rawCause: '',
				workaround: '',
			},
		],
		detail: '',
	});
});

test('an OpenAPI error of any other form is still an error', () => {
	const {tasks} = parseStatus(JSON.stringify({data: [openapiSubtask({error_msg: 'out of luck'})], total: 1}));
	expect(tasks[0]?.status).toBe('Error');
	expect(tasks[0]?.sources[0]?.result?.errors).toEqual([
		{class: '', scope: '', level: '', message: 'out of luck', rawCause: '', workaround: ''},
	]);
});

test('OpenAPI does not report relays, so a task stopped only by its relay is Running there', () => {
	const paused = {stage: 'Paused', result: {isCanceled: true, errors: [], detail: null}};
	const v1alpha1 = queryStatus([
		sourceAnswer('a', [subtaskAnswer('t')], {
			sourceStatus: {source: 'a', worker: 'w', result: null, relayStatus: paused},
		}),
	]);
	expect(parseStatus(v1alpha1).tasks[0]?.status).toBe('Error');
	const openapi = JSON.stringify({data: [openapiSubtask({stage: 'Running'})], total: 1});
	expect(parseStatus(openapi).tasks[0]?.status).toBe('Running');
});

test('a source that an OpenAPI task has but does not list is missing', () => {
	const {tasks} = parseStatus(
		JSON.stringify({
			data: [
				{
					name: 't',
					task_mode: 'all',
					shard_mode: 'optimistic',
					source_config: {source_conf: [{source_name: 'a'}, {source_name: 'b'}]},
					status_list: [openapiSubtask({stage: 'Running'})],
				},
				{name: 'u', source_config: {source_conf: [{source_name: 'a'}]}, status_list: null},
			],
		}),
	);
	expect(tasks).toMatchObject([
		{name: 't', status: 'Running', incomplete: true, missing: ['b'], mode: 'all', shardMode: 'optimistic'},
		{name: 'u', status: '', incomplete: true, missing: ['a'], sources: []},
	]);
});

test('an OpenAPI answer without tasks, in either spelling of an empty list, has none', () => {
	for (const data of [[], null]) {
		expect(parseStatus(JSON.stringify({data, total: 0}))).toMatchObject({
			form: 'openapi-tasks',
			tasks: [],
			sources: [],
		});
	}
});

test('one OpenAPI task asked for by name is read like a list of one', () => {
	const task = {name: 't', task_mode: 'all', status_list: [openapiSubtask({stage: 'Running'})]};
	expect(parseStatus(JSON.stringify(task))).toMatchObject({
		form: 'openapi-tasks',
		tasks: [{name: 't', status: 'Running'}],
	});
});
