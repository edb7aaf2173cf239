import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {Observing} from '../../servers/observing.js';
import {fixture} from '../../servers/recorded-master.js';
import {guarded, passed} from './guarded.js';

describe('the secrets of a guarded provider', () => {
	it('hides the secrets in whatever it passes on', async () => {
		const text = "fail: dm:Hunter2Tr0ub@tcp(db:4000)/: IDENTIFIED BY 'Hunter2Tr0ub'";
		const status = parseStatusDocument(fixture('dm-v7.5', 'syncing', 'v1alpha1-status.json'));
		const seen = await passed(
			{kind: 'silence', at: 1, problem: {what: text, fix: '', detail: text}},
			{kind: 'status', at: 1, status: {...status, msg: text}},
		);
		expect(seen).toHaveLength(2);
		expect(JSON.stringify(seen)).not.toContain('Hunter2Tr0ub');
		expect(JSON.stringify(seen)).toContain('fail: dm:******@tcp(db:4000)/');
	});

	it('hides the secrets in its title, its advice, its operations, and in why it failed', async () => {
		const secret = 'done with password=hunter2';
		const counts = {processedRowsStatus: secret, pendingRowsStatus: secret, errorRowsStatus: secret};
		const names = {task: 't', source: 's', worker: '', stage: '', unit: ''};
		const validation = {
			...names,
			...counts,
			mode: '',
			validatorBinlog: '',
			validatorBinlogGtid: '',
			cutoverBinlogPos: '',
			cutoverBinlogGtid: '',
		};
		const subtask = {...names, unresolvedDDLLockID: '', msg: '', validation};
		const entry = {source: 's', worker: '', result: true, msg: '', subtasks: [subtask]};
		const status = {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []};
		const seen = await passed(
			{kind: 'silence', at: 1, problem: {what: 'away', fix: secret, detail: ''}},
			{kind: 'operation', at: 1, outcome: 'done', subject: 't', text: secret, detail: [secret]},
			{kind: 'status', at: 1, status},
			{kind: secret},
		);
		expect(seen.map(({kind}) => kind)).toStrictEqual(['silence', 'operation', 'status', 'silence']);
		expect(JSON.stringify(seen)).not.toContain('hunter2');
		expect(JSON.stringify(seen).split('done with password=******')).toHaveLength(8);
		const fails = () => {
			throw new Error(secret);
		};

		const provider = guarded(fails, {
			title: 'dm:hunter2@tcp(db:4000)/',
			operator: {kinds: new Set(['pause']), operate: fails},
			locks: {list: fails},
		});
		const observing = new Observing(provider);
		await observing.ended;
		const {signal} = new AbortController();
		const told = [
			provider.title,
			observing.seen,
			await provider.operator?.operate({kind: 'pause', task: 't', sources: []}, signal),
			await provider.locks?.list(signal),
		];
		expect(provider.title).toBe('dm:******@tcp(db:4000)/');
		expect(JSON.stringify(told)).not.toContain('hunter2');
	});

	it('masks a configuration, and gives it back whole to its operator and its check', async () => {
		const config = 'name: t\ntarget-database:\n  password: "hunter2"\n';
		const asked: unknown[] = [];
		const answer = {result: 'accepted', msg: '', sources: []};
		const provider = guarded(() => [], {
			operator: {
				kinds: new Set(['start']),
				async operate(operation: unknown) {
					asked.push(operation);
					return answer;
				},
			},
			readers: {
				configuration: {task: async () => ({format: 'yaml', text: config})},
				check: {
					async check(question: unknown) {
						asked.push(question);
						return {passed: true, msg: '', items: []};
					},
				},
			},
		});
		const {signal} = new AbortController();
		const shown = await provider.readers?.configuration?.task('t', signal);
		const masked = config.replace('hunter2', '******');
		expect(shown).toStrictEqual({format: 'yaml', text: masked});
		const start = {kind: 'start', task: 't', sources: []} as const;
		await provider.operator?.operate({...start, config: masked}, signal);
		await provider.readers?.check?.check({config: masked}, signal);
		await provider.operator?.operate(start, signal);
		expect(asked).toStrictEqual([{...start, config}, {config}, start]);
	});

	it('keeps what getters of a class give, with a secret beside them, and drops what the shape does not have', async () => {
		class Part {
			readonly #fields: Record<string, unknown>;
			readonly extra: string;

			constructor(fields: Record<string, unknown>) {
				this.#fields = fields;
				this.extra = 'of nobody';
				for (const key of Object.keys(fields)) {
					Object.defineProperty(Part.prototype, key, {
						configurable: true,
						get(this: Part) {
							return this.#fields[key];
						},
					});
				}
			}
		}

		const error = {
			class: '',
			scope: '',
			level: '',
			message: 'password=hunter2',
			rawCause: '',
			workaround: '',
		};
		const result = {isCanceled: false, errors: [error], detail: ''};
		const names = {task: 't', source: 's', worker: 'w', stage: 'Paused', unit: 'Sync'};
		const subtask = {...names, unresolvedDDLLockID: '', msg: 'token=hunter2', result};
		const entry = {source: 's', worker: 'w', result: true, msg: '', subtasks: [subtask]};
		const status = {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []};
		const expected = JSON.parse(
			JSON.stringify({kind: 'status', at: 1, status}).replaceAll('hunter2', '******'),
		) as unknown;
		const of = (subtasks: readonly unknown[]) => ({...status, sources: [{...entry, subtasks}]});
		const inClasses = new Part({...subtask, result: new Part({...result, errors: [new Part(error)]})});
		expect(
			await passed(
				{kind: 'status', at: 1, status: of([inClasses])},
				{kind: 'status', at: 1, status: of([{...subtask, result: new Part(result)}])},
				new Part({
					kind: 'status',
					at: 1,
					status: new Part({...status, sources: [new Part({...entry, subtasks: [inClasses]})]}),
				}),
			),
		).toStrictEqual([expected, expected, expected]);
		const provider = guarded(() => [], {
			locks: {list: async () => new Part({what: 'password=hunter2', fix: '', detail: 'd'})},
		});
		expect(await provider.locks?.list(new AbortController().signal)).toStrictEqual({
			what: 'password=******',
			fix: '',
			detail: 'd',
		});
	});

	it('never gives a statement with hidden values to its operator', async () => {
		const given: unknown[] = [];
		const provider = guarded(() => [], {
			operator: {
				kinds: new Set(['schema-set']),
				async operate(operation: unknown) {
					given.push(operation);
					return {result: 'accepted', msg: '', sources: []};
				},
			},
		});
		const sql = "CREATE TABLE t (a enum('password: ******: new'))";
		const columns = {task: 't', sources: ['s'], database: 'd', table: 't', schema: {sql}} as const;
		const {signal} = new AbortController();
		expect(await provider.operator?.operate({kind: 'schema-set', ...columns}, signal)).toMatchObject({
			result: 'not-sent',
			msg: 'the SQL hides something as ******: write it in full.',
		});
		expect(given).toEqual([]);
	});
});
