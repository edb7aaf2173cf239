/** When the whole cluster does not answer, that its sources do not either is not told besides. */
import {expect, test} from 'vitest';
import {isWarning, type Finding} from '../../../source/findings/finding.js';
import {watchFindings} from '../../../source/session/alarms.js';
import {entry, syncing} from '../../monitor/watched.js';
import {Journaled} from './journaled.js';

const all = ['s1', 's2', 's3'];
const answers = all.map(source => entry(source, [syncing('orders')]));

const watchThree = (): Journaled => new Journaled().cluster({endpoint: 'm1:8261'}).part(...answers);

const listed = (watched: Journaled): readonly string[] =>
	watched.view().diagnosis.findings.map(({kind, source = ''}) => `${kind} ${source}`.trim());

/** Calls hang, one after the other, until the master is given up. */
const hang = (watched: Journaled): Journaled => {
	watched.wait(5);
	for (const source of all) {
		watched.wait(1).silence(`${source} did not answer within 5 s`, source);
	}

	return watched.wait(2).silence('m1:8261 did not answer within 5 s');
};

test('an outage by a hang is one finding and one event; rows stay marked', () => {
	const watched = hang(watchThree());
	expect(listed(watched)).toEqual(['cluster-silent']);
	expect(watched.tellings()).toEqual(['m1:8261: m1:8261 did not answer within 5 s']);
	const {diagnosis, sources} = watched.view();
	expect(sources.map(source => diagnosis.health(source))).toEqual(['silent', 'silent', 'silent']);
	expect(watched.task('orders').health).toBe('silent');
	expect(diagnosis.ofSource('s1').map(({kind}) => kind)).toEqual(['source-silent']);
	// Each further round ends in the same way.
	hang(watched);
	expect(listed(watched)).toEqual(['cluster-silent']);
	watched.wait(5).part(answers[0]!);
	expect(listed(watched)).toEqual([]);
	watched.wait(1).part(answers[1]!).part(answers[2]!).look();
	expect(listed(watched)).toEqual([]);
	expect(watched.tellings()).toEqual([
		'm1:8261: m1:8261 did not answer within 5 s',
		'm1:8261: answers again after 15s',
	]);
});

test('a source that stays silent after the cluster is back is told with its own beginning', () => {
	const watched = hang(watchThree());
	const since = watched.now - 4000;
	watched.wait(60).part(answers[1]!).part(answers[2]!);
	expect(listed(watched)).toEqual([]);
	watched.wait(5).silence('s1 did not answer within 5 s', 's1');
	expect(listed(watched)).toEqual(['source-silent s1']);
	expect(watched.view().diagnosis.findings[0]).toMatchObject({since});
	expect(watched.tellings().at(-1)).toBe('s1: s1 did not answer within 5 s');
	watched.wait(5).part(answers[0]!);
	expect(watched.tellings().at(-1)).toBe('s1: answers again after 1m14s');
});

test('a source that was silent before the others is still told during an outage', () => {
	const watched = watchThree()
		.wait(5)
		.silence('no answer', 's1')
		.wait(60)
		.part(answers[1]!)
		.part(answers[2]!);
	hang(watched);
	expect(listed(watched)).toEqual(['cluster-silent', 'source-silent s1']);
	watched.wait(30).part(answers[1]!).part(answers[2]!);
	expect(listed(watched)).toEqual(['source-silent s1']);
	expect(watched.tellings().filter(text => text.startsWith('s1'))).toEqual([
		's1: The source did not answer: no answer',
	]);
});

test('a source that falls silent after an outage is told at once', () => {
	const watched = hang(watchThree())
		.wait(10)
		.part(...answers)
		.wait(10)
		.silence('no answer', 's2');
	expect(listed(watched)).toEqual(['source-silent s2']);
});

test('of an outage only the cluster raises an alarm, and a source that stays silent then does', () => {
	const watched = watchThree();
	const alarms: string[] = [];
	let look = (): void => undefined;
	watchFindings(
		{
			current: () => watched.view(),
			subscribe(listener) {
				look = listener;
				return () => undefined;
			},
		},
		(news: readonly Finding[]) => {
			alarms.push(
				...news.filter(one => isWarning(one)).map(({kind, source = ''}) => `${kind} ${source}`.trim()),
			);
		},
	);
	watched.wait(5).silence('m1:8261 refused the connection');
	look();
	watched.wait(5).silence('no answer', ...all);
	look();
	watched.wait(900);
	look();
	watched.part(answers[0]!).part(answers[1]!);
	look();
	expect(alarms).toEqual(['cluster-silent']);
	watched.wait(5).silence('no answer', 's3');
	look();
	expect(alarms).toEqual(['cluster-silent', 'source-silent s3']);
});
