/** The operations of DM 7.5's OpenAPI (dm/openapi/spec/dm.yaml), including those that a simulation does not support. */
import {getInfo, listMasters, listWorkers} from './cluster-operations.js';
import {commonError} from './openapi-error.js';
import type {OpenApiOperation} from './operation.js';
import {
	getSource,
	getSourceStatus,
	listSources,
	purgeRelay,
	switchRelay,
	switchSource,
	transferSource,
} from './source-operations.js';
import {deleteTask, getTask, getTaskStatus, listTasks, startTask, stopTask} from './task-operations.js';

const done: readonly OpenApiOperation[] = [
	{method: 'GET', path: 'tasks', answer: listTasks},
	{method: 'GET', path: 'tasks/{task-name}', answer: getTask},
	{method: 'DELETE', path: 'tasks/{task-name}', answer: deleteTask},
	{method: 'GET', path: 'tasks/{task-name}/status', answer: getTaskStatus},
	{method: 'POST', path: 'tasks/{task-name}/start', answer: startTask},
	{method: 'POST', path: 'tasks/{task-name}/stop', answer: stopTask},
	{method: 'GET', path: 'sources', answer: listSources},
	{method: 'GET', path: 'sources/{source-name}', answer: getSource},
	{method: 'GET', path: 'sources/{source-name}/status', answer: getSourceStatus},
	{method: 'POST', path: 'sources/{source-name}/relay/enable', answer: switchRelay('start-relay')},
	{method: 'POST', path: 'sources/{source-name}/relay/disable', answer: switchRelay('stop-relay')},
	{method: 'POST', path: 'sources/{source-name}/relay/purge', answer: purgeRelay},
	{method: 'POST', path: 'sources/{source-name}/transfer', answer: transferSource},
	{method: 'POST', path: 'sources/{source-name}/enable', answer: switchSource('enable-source')},
	{method: 'POST', path: 'sources/{source-name}/disable', answer: switchSource('disable-source')},
	{method: 'GET', path: 'cluster/masters', answer: listMasters},
	{method: 'GET', path: 'cluster/workers', answer: listWorkers},
	{method: 'GET', path: 'cluster/info', answer: getInfo},
];

const table = 'tasks/{task-name}/sources/{source-name}/schemas/{schema-name}/{table-name}';

/** The unsupported ones, by method. */
const notSimulated: Readonly<Record<OpenApiOperation['method'], readonly string[]>> = {
	GET: [
		'docs',
		'dm.json',
		'sources/{source-name}/schemas',
		'sources/{source-name}/schemas/{schema-name}',
		'tasks/templates',
		'tasks/templates/{task-name}',
		'tasks/{task-name}/sources/{source-name}/migrate_targets',
		'tasks/{task-name}/sources/{source-name}/schemas',
		'tasks/{task-name}/sources/{source-name}/schemas/{schema-name}',
		table,
	],
	POST: ['sources', 'tasks', 'tasks/converters', 'tasks/templates', 'tasks/templates/import'],
	PUT: ['sources/{source-name}', 'tasks/{task-name}', 'tasks/templates/{task-name}', 'cluster/info', table],
	DELETE: [
		'sources/{source-name}',
		'tasks/templates/{task-name}',
		'cluster/masters/{master-name}',
		'cluster/workers/{worker-name}',
		table,
	],
};

const refused = ([method, paths]: [string, readonly string[]]): OpenApiOperation[] =>
	paths.map(path => ({
		method: method as OpenApiOperation['method'],
		path,
		async answer({master, signal}) {
			await master.led(signal);
			throw commonError(`a simulated dm-master does not do ${method} /api/v1/${path}`);
		},
	}));

/** The operations of DM's OpenAPI: those that are simulated, and refusals of the others. */
export const operations: readonly OpenApiOperation[] = [
	...done,
	...Object.entries(notSimulated).flatMap(entry => refused(entry)),
];
