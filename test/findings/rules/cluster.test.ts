import {expect, test} from 'vitest';
import {diagnose, withDiagnosis} from '../../../source/findings/diagnose.js';
import {entry, idle, syncing, Watched} from '../../monitor/watched.js';
import {readFixture} from '../../dm/recorded.js';
import {found, only} from '../diagnosed.js';

test('a message of DM in a successful answer is not lost', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [syncing('a')], {msg: 'the disk of the worker is nearly full'}),
	);
	expect(only(watched, 'upstream-blind')).toMatchObject({
		what: 'DM answers with a warning or an error',
		why: ['the disk of the worker is nearly full'],
	});
	expect(found(new Watched().whole(entry('mysql-01', [], {msg: 'no sub task started'})))).toEqual([]);
});

test('offline masters and workers are reported, with the number of remaining masters', () => {
	const masters = (...alive: readonly boolean[]) =>
		alive.map((isAlive, index) => ({
			name: `m${index}`,
			alive: isAlive,
			addresses: [`10.0.1.1${index}:8261`],
		}));
	const watched = new Watched().cluster({masters: masters(true, true, true), workers: [idle('w1', 'free')]});
	expect(found(watched)).toEqual([]);
	watched.wait(9).cluster({masters: masters(true, false, true), workers: [idle('w1', 'offline')]});
	expect(found(watched)).toEqual(['worker-offline w1', 'master-down m1']);
	expect(only(watched, 'master-down')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
		why: ['Its address: 10.0.1.11:8261', '2 of 3 masters are up; the cluster cannot lose another one'],
	});
	expect(only(watched, 'worker-offline')).toMatchObject({
		since: watched.now,
		why: ['Its address: w1:8262'],
	});
	const {masters: rows, workers, diagnosis} = withDiagnosis(watched.view());
	expect(rows.map(row => diagnosis.health(row))).toEqual(['running', 'lost', 'running']);
	expect(workers.map(row => diagnosis.health(row))).toEqual(['lost']);
	watched.wait(9).cluster({masters: masters(true, false, false)});
	expect(diagnose(watched.view()).ofMaster('m1')[0]?.why[1]).toBe(
		'1 of 3 masters are up: too few to elect a leader',
	);
	expect(diagnose(watched.view()).ofMaster('m1')[0]?.since).toBe(watched.now - 9000);
	expect(
		only(new Watched().cluster({masters: masters(false, true, true, true, true)}), 'master-down'),
	).toMatchObject({
		isSinceAtLeast: true,
		why: ['Its address: 10.0.1.10:8261', '4 of 5 masters are up; 1 more may fail'],
	});
});

test('masters without a leader are reported, and not as silent', () => {
	const watched = new Watched().cluster({leader: 'm0'}).whole(entry('mysql-01', [syncing('a')]));
	expect(found(watched)).toEqual([]);
	watched.wait(4).cluster({leader: ''});
	expect(only(watched, 'no-leader')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
	});
	expect(found(watched)).toEqual(['no-leader']);
	const silent = new Watched().cluster({leader: 'm0'}).wait(4).silence('10.0.1.11:8261 has no leader to ask');
	expect(found(silent)).toEqual(['no-leader']);
	expect(only(silent, 'no-leader').why).toEqual(['10.0.1.11:8261 has no leader to ask']);
	expect(only(silent, 'no-leader').since).toBe(silent.now);
});

test('when nothing answers, running tasks are no longer known to run', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('a')])).wait(2);
	watched.silence('10.0.1.11:8261 refused the connection');
	expect(found(watched)).toEqual(['cluster-silent']);
	expect(only(watched, 'cluster-silent')).toMatchObject({
		severity: 'warning',
		what: '10.0.1.11:8261 refused the connection',
		since: watched.now,
	});
	const health = () => withDiagnosis(watched.view()).diagnosis.health(watched.task('a'));
	expect(health()).toBe('silent');
	expect(found(watched.whole(entry('mysql-01', [syncing('a')])))).toEqual([]);
	expect(health()).toBe('running');
});

test('parts of an answer that could not be read are named', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('a')], {msg: {}}));
	expect(found(watched)).toEqual(['unreadable']);
	expect(only(watched, 'unreadable').severity).toBe('warning');
	expect(only(watched, 'unreadable').why).toEqual(watched.view().notes.map(({text}) => text));
});

test('a part of a subtask that could not be read is reported with it, and its row is not taken for well', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [syncing('a', {totalRows: {}}), syncing('b')]),
		entry('mysql-02', [syncing('a')]),
	);
	expect(found(watched)).toEqual(['unreadable a mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'unreadable')).toMatchObject({
		severity: 'warning',
		why: [expect.stringMatching(/^sync\.totalRows: /v)],
	});
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(tasks.map(task => [task.name, diagnosis.health(task)])).toEqual([
		['a', 'unknown'],
		['b', 'running'],
	]);
	watched.wait(2).part(entry('mysql-01', [syncing('a'), syncing('b')]));
	expect(found(watched)).toEqual([]);
});

test('everything that could not be read is reported once: with its subtask, or with the whole answer', () => {
	const watched = new Watched().document(readFixture('field/form-elided.txt'));
	const {notes} = watched.view();
	expect(notes).toHaveLength(2);
	const places = found(watched).filter(place => place.startsWith('unreadable'));
	expect(places).toEqual(['unreadable shop replica-a dm-10.9.0.1-8262']);
	// An elision anywhere in a subtask belongs to it, whatever the form of the document.
	const text = JSON.stringify(
		{result: true, msg: '', sources: [entry('mysql-01', [syncing('a', {totalRows: 'CUT'})])]},
		undefined,
		'  ',
	).replace('"totalRows": "CUT"', '...');
	expect(found(new Watched().document(text))).toEqual(['unreadable a mysql-01 worker-of-mysql-01']);
});

/** An answer of these subtasks, in which `"CUT": 0` and each value "CUT" was left out by who pasted it. */
const abridged = (...subtasks: ReadonlyArray<Record<string, unknown>>): Watched =>
	new Watched().document(
		JSON.stringify({result: true, msg: '', sources: [entry('mysql-01', subtasks)]})
			.replaceAll('"CUT":0', '...')
			.replaceAll('"CUT"', '...'),
	);

const wholeAnswer = 'Give the whole answer: something was left out of this text, where it has “...”.';

test('what was left out of a text is no fault of dm-top: give the whole text', () => {
	const ofSubtask = abridged(syncing('a', {totalRows: 'CUT'}), syncing('b'));
	expect(found(ofSubtask)).toEqual(['unreadable a mysql-01 worker-of-mysql-01']);
	expect(only(ofSubtask, 'unreadable')).toMatchObject({
		brief: 'text incomplete',
		what: 'A part of its status was left out of the text',
		fix: [wholeAnswer],
	});
	const ofAll = new Watched().document(
		`{"result": true, "msg": "", "sources": [${JSON.stringify(entry('mysql-01', [syncing('a')]))}, ...]}`,
	);
	expect(only(ofAll, 'unreadable')).toMatchObject({
		brief: 'text incomplete',
		what: '1 part was left out of the text of the answer',
		fix: [wholeAnswer],
	});
	const both = new Watched().document(
		`{"result": true, "msg": "", "sources": [${JSON.stringify(entry('mysql-01', [syncing('a')], {msg: {}}))}, ...]}`,
	);
	expect(only(both, 'unreadable')).toMatchObject({
		what: '2 parts of the answer could not be read',
		fix: [wholeAnswer, 'If the document was written by DM, please report this.'],
	});
});

test('where the errors of a pause were left out, DM is not said to have given no reason', () => {
	const watched = abridged({
		...syncing('a'),
		stage: 'Paused',
		result: {isCanceled: false, errors: ['CUT'], detail: null},
	});
	expect(found(watched)).toEqual(['unreadable a mysql-01 worker-of-mysql-01']);
});

test('a stage or a unit that was left out is nothing to report', () => {
	const {stage: _stage, ...withoutStage} = syncing('a');
	const {unit: _unit, ...withoutUnit} = syncing('b');
	const watched = abridged({...withoutStage, CUT: 0}, {...withoutUnit, CUT: 0});
	expect(only(watched, 'stage-unknown')).toMatchObject({
		why: ['The text has no stage'],
		fix: ['Show its full status: dmctl query-status a', wholeAnswer],
	});
	expect(only(watched, 'unit-unknown')).toMatchObject({
		why: ['The text has no unit'],
		fix: ['Show its full status: dmctl query-status b', wholeAnswer],
	});
});

test('a message of DM about the whole answer is a notice', () => {
	const watched = new Watched().document(
		JSON.stringify({result: true, msg: 'one worker was slow', sources: [entry('mysql-01', [syncing('a')])]}),
	);
	expect(only(watched, 'dm-message')).toMatchObject({
		severity: 'notice',
		what: 'DM says: one worker was slow',
	});
});

test('an answer without a list of sources does not say that there are none', () => {
	const answer = (rest: Record<string, unknown>) =>
		new Watched().document(JSON.stringify({result: true, msg: '', ...rest}));
	for (const rest of [{}, {sources: null}]) {
		expect(found(answer(rest))).toEqual(['unreadable']);
		expect(only(answer(rest), 'unreadable').why[0]).toContain('the list of sources');
	}

	expect(found(answer({sources: []}))).toEqual([]);
});

test('of many parts that could not be read the first five are named, and the others counted', () => {
	// Each entry without a name is a part of the whole answer.
	const odd = (count: number) =>
		new Watched().document(
			JSON.stringify({
				result: true,
				msg: '',
				sources: [entry('mysql-01', [syncing('a')]), ...Array.from({length: count}, () => 7)],
			}),
		);
	expect(only(odd(5), 'unreadable').why).toHaveLength(5);
	const {what, why} = only(odd(7), 'unreadable');
	expect(what).toBe('7 parts of the answer could not be read');
	expect(why).toHaveLength(6);
	expect(why.at(-1)).toBe('and 2 more');
});
