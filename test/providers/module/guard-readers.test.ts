import {describe, expect, it} from 'vitest';
import {guardReaders} from '../../../source/providers/module/guard-readers.js';
import type {Readers} from '../../../source/providers/readers.js';

const {signal} = new AbortController();
const config = {format: 'yaml', text: 'name: t'} as const;
const status = {
	validators: [
		{
			task: 't',
			source: 's',
			mode: 'full',
			stage: 'Running',
			position: '',
			gtid: '',
			processed: '',
			pending: '',
			errors: '',
			problems: ['x'],
		},
	],
	tables: [{source: 's', from: 'a', to: 'b', stage: 'Running', message: ''}],
	missing: '',
};
const row = {
	id: '1',
	source: 's',
	from: 'a',
	fromRow: '',
	to: 'b',
	toRow: '',
	type: '',
	state: 'new',
	time: '',
	message: '',
} as const;
const check = {
	passed: true,
	msg: 'm',
	items: [{name: 'n', description: 'd', state: 'warn', problems: ['p'], instruction: '', extra: ''}],
} as const;
const target = {sourceSchema: 'a', sourceTable: 'b', targetSchema: 'c', targetTable: 'd'};
const problem = {what: 'it is away', fix: '', detail: ''};
const told = {source: 's', worker: 'w'};

/** What each reader gives when all is well. */
const answers = {
	task: config,
	subtasks: [config],
	source: config,
	worker: config,
	master: config,
	databases: [
		{...told, value: ['a']},
		{...told, problem},
	],
	tables: [{...told, value: ['t']}],
	columns: [{...told, value: 'CREATE TABLE t (a INT)'}],
	targets: [{...told, value: [target]}],
	status,
	differences: {rows: [row], missing: ''},
	check,
} as const;

type Question = keyof typeof answers;

/** Readers of which each gives this answer, and tells what it was asked. */
const readersOf = (answer: (question: Question) => unknown, asked: unknown[] = []): Readers => {
	const reader = (...questions: readonly Question[]): Record<string, unknown> =>
		Object.fromEntries(
			questions.map(question => [
				question,
				async (...parts: readonly unknown[]) => {
					asked.push([question, ...parts]);
					return answer(question);
				},
			]),
		);
	return {
		configuration: reader('task', 'subtasks', 'source', 'worker', 'master'),
		schema: reader('databases', 'tables', 'columns', 'targets'),
		validation: reader('status', 'differences'),
		check: reader('check'),
	} as unknown as Readers;
};

/** Asks every question there is. */
const askAll = async ({configuration, schema, validation, check: checker}: Readers): Promise<unknown> => {
	const table = {task: 't', sources: ['s'], database: 'd', table: 't'};
	return {
		task: await configuration?.task('t', signal),
		subtasks: await configuration?.subtasks('t', signal),
		source: await configuration?.source('s', signal),
		worker: await configuration?.worker('w', signal),
		master: await configuration?.master('m', signal),
		databases: await schema?.databases(table, signal),
		tables: await schema?.tables(table, signal),
		columns: await schema?.columns(table, signal),
		targets: await schema?.targets(table, signal),
		status: await validation?.status('t', signal),
		differences: await validation?.differences({task: 't', state: 'all'}, signal),
		check: await checker?.check({config: 'c'}, signal),
	};
};

describe('the readers of a third-party provider', () => {
	it('return what they return, with the arguments they are given', async () => {
		const asked: unknown[] = [];
		expect(
			await askAll(
				guardReaders(
					readersOf(question => answers[question], asked),
					'mine.js',
				),
			),
		).toStrictEqual(answers);
		expect(asked).toHaveLength(Object.keys(answers).length);
		expect(asked[0]).toStrictEqual(['task', 't', signal]);
	});

	it('mask the secrets of every configuration', async () => {
		const yaml = {format: 'yaml', text: 'from:\n  password: "hunter2"\n'};
		const toml = {format: 'toml', text: '[from]\npassword = "hunter2"\n'};
		const given = new Map<Question, unknown>([
			['task', yaml],
			['subtasks', [toml, toml]],
			['source', yaml],
			['worker', toml],
			['master', toml],
		]);
		const guarded = guardReaders(
			readersOf(question => given.get(question) ?? answers[question]),
			'mine.js',
		);
		const hidden = (one: {text: string}) => ({...one, text: one.text.replace('hunter2', '******')});
		expect(await askAll(guarded)).toStrictEqual({
			...answers,
			task: hidden(yaml),
			source: hidden(yaml),
			worker: hidden(toml),
			master: hidden(toml),
			subtasks: [hidden(toml), hidden(toml)],
		});
	});

	it('hide the secrets in columns and in rows, and leave names as they are', async () => {
		const secret = 'dm:hunter2@tcp(db:4000)/';
		const columns = `CREATE TABLE t (password TEXT COMMENT '${secret}')`;
		const named = {source: secret, worker: secret};
		const given = new Map<Question, unknown>([
			['databases', [{...told, value: [secret]}]],
			[
				'columns',
				[
					{...named, value: columns},
					{...told, problem: {what: secret, fix: secret, detail: secret}},
				],
			],
			['differences', {rows: [{...row, fromRow: secret, toRow: secret, type: secret}], missing: secret}],
		]);
		const guarded = guardReaders(
			readersOf(question => given.get(question) ?? answers[question]),
			'mine.js',
		);
		const hidden = 'dm:******@tcp(db:4000)/';
		expect(await askAll(guarded)).toMatchObject({
			databases: [{...told, value: [secret]}],
			columns: [
				{...named, value: columns.replace('hunter2', '******')},
				{...told, problem: {what: hidden, fix: hidden, detail: hidden}},
			],
			differences: {rows: [{fromRow: hidden, toRow: hidden, type: hidden}], missing: hidden},
		});
	});

	it('report their problems', async () => {
		expect(
			await askAll(
				guardReaders(
					readersOf(() => problem),
					'mine.js',
				),
			),
		).toStrictEqual(Object.fromEntries(Object.keys(answers).map(question => [question, problem])));
	});

	it.each<[string, (question: Question) => unknown, RegExp]>([
		[
			'throw',
			() => {
				throw new Error('no line');
			},
			/^The provider mine\.js failed: no line$/v,
		],
		[
			'give nothing',
			() => undefined,
			/^The provider mine\.js gave something else than .+: .+ expected .+ found nothing$/v,
		],
		[
			'give something of another shape',
			() => [{source: 1}],
			/^The provider mine\.js gave something else than /v,
		],
	])('are a problem when they %s', async (_name, answer, words) => {
		const given = (await askAll(guardReaders(readersOf(answer), 'mine.js'))) as Record<
			string,
			typeof problem
		>;
		for (const [question, {what, fix}] of Object.entries(given)) {
			expect(what, question).toMatch(words);
			expect(fix).toBe('Please report this to its author.');
		}
	});

	it('are only those that the provider has', () => {
		expect(guardReaders({}, 'mine.js')).toStrictEqual({});
		expect(
			Object.keys(guardReaders({validation: readersOf(() => problem).validation!}, 'mine.js')),
		).toStrictEqual(['validation']);
	});
});
