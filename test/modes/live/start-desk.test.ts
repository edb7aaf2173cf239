import {afterEach, expect, it, vi} from 'vitest';
import {speakLanguage} from '../../../source/language/choose.js';
import type {Session} from '../../../source/modes/live/session.js';
import {startDesk} from '../../../source/modes/live/start-desk.js';
import {createWarnings} from '../../../source/session/warnings.js';
import {makeApp, wholeAnswer} from '../../screens/screen.js';

const {props} = makeApp([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')]);

/** A cluster that is watched, and what was done with it. */
const watched = (name: string): Session & {readonly done: string[]} => {
	const done: string[] = [];
	return {
		name,
		props: {...props, title: `the ${name}`},
		warnings: createWarnings(),
		async viewAgain() {
			done.push('drawn again');
		},
		apply() {
			done.push('changed');
		},
		async stop() {
			done.push('stopped');
		},
		done,
	};
};

/** A desk with these clusters; others are opened when the test says so. */
const deskOf = (...names: readonly string[]) => {
	const sessions = names.map(name => watched(name));
	const titles: string[] = [];
	const asked: string[] = [];
	const opening = new Map<string, PromiseWithResolvers<Session>>();
	const desk = startDesk({
		sessions,
		names: ['prod', 'staging', 'other'],
		async open(name) {
			asked.push(name);
			const opened = Promise.withResolvers<Session>();
			opening.set(name, opened);
			return opened.promise;
		},
		onShown(title) {
			titles.push(title);
		},
	});
	return {desk, sessions, titles, asked, opening};
};

it('shows a single cluster at once, and of several their table', () => {
	expect(deskOf('prod').desk.current().shown).toBe('prod');
	// The one that the flags name has no name.
	expect(deskOf('').desk.current().shown).toBe('');
	const {desk, titles} = deskOf('prod', 'staging');
	expect(desk.current().shown).toBeUndefined();
	desk.show('staging');
	expect(desk.current().shown).toBe('staging');
	desk.showAll();
	expect(desk.current().shown).toBeUndefined();
	expect(titles).toEqual(['clusters', 'the staging', 'clusters']);
});

it('opens a cluster once, however often it is asked for meanwhile, and shows it when it is open', async () => {
	const {desk, asked, opening, titles} = deskOf('prod');
	const changed = vi.fn<() => void>();
	desk.subscribe(changed);
	desk.show('other');
	desk.show('other');
	expect(asked).toEqual(['other']);
	expect(desk.current()).toMatchObject({shown: 'prod', open: [{name: 'prod'}]});
	opening.get('other')!.resolve(watched('other'));
	await expect.poll(() => changed).toHaveBeenCalledOnce();
	expect(desk.current()).toMatchObject({shown: 'other', open: [{name: 'prod'}, {name: 'other'}]});
	desk.show('prod');
	desk.show('other');
	expect(asked).toEqual(['other']);
	expect(titles).toEqual(['the prod', 'the other', 'the prod', 'the other']);
});

it('says on every cluster why one cannot be opened, stays where it is, and can try again', async () => {
	const {desk, sessions, asked, opening} = deskOf('prod', 'staging');
	desk.show('prod');
	desk.show('other');
	opening.get('other')!.reject(new Error('./other.js does not exist.'));
	await expect
		.poll(() => sessions.map(({warnings}) => warnings.current()))
		.toEqual(['@other: ./other.js does not exist.', '@other: ./other.js does not exist.']);
	expect(desk.current()).toMatchObject({shown: 'prod', open: [{name: 'prod'}, {name: 'staging'}]});
	desk.show('other');
	expect(asked).toEqual(['other', 'other']);
	expect(sessions.map(({warnings}) => warnings.current())).toEqual(['Opening other…', 'Opening other…']);
});

it('says which one is being opened until it is open or cannot be, and why not until the next choice', async () => {
	const {desk, sessions, opening} = deskOf('prod');
	const told = () => sessions.map(({warnings}) => warnings.current());
	desk.show('other');
	expect(told()).toEqual(['Opening other…']);
	opening.get('other')!.resolve(watched('other'));
	await expect.poll(() => told()).toEqual(['']);
	desk.show('staging');
	opening.get('staging')!.reject(new Error('No such file.'));
	await expect.poll(() => told()).toEqual(['@staging: No such file.']);
	desk.showAll();
	expect(told()).toEqual(['']);
});

it('shows what was chosen last, however late an earlier choice opens or fails', async () => {
	const {desk, sessions, opening, titles} = deskOf('prod', 'dev');
	desk.show('dev');
	desk.show('other');
	desk.show('prod');
	opening.get('other')!.resolve(watched('other'));
	await expect
		.poll(() => desk.current())
		.toMatchObject({
			shown: 'prod',
			open: [{name: 'prod'}, {name: 'dev'}, {name: 'other'}],
		});
	desk.show('staging');
	desk.showAll();
	opening.get('staging')!.reject(new Error('No such file.'));
	await expect.poll(() => sessions[0]!.warnings.current()).toBe('@staging: No such file.');
	expect(desk.current().shown).toBeUndefined();
	expect(titles).toEqual(['clusters', 'the dev', 'the prod', 'clusters']);
});

it('shows the last of two that are being opened, also when the first one is ready later', async () => {
	const {desk, sessions, opening} = deskOf('prod');
	desk.show('staging');
	desk.show('other');
	expect(sessions[0]!.warnings.current()).toBe('Opening staging… Opening other…');
	opening.get('other')!.resolve(watched('other'));
	await expect.poll(() => desk.current().shown).toBe('other');
	opening.get('staging')!.resolve(watched('staging'));
	await expect.poll(() => desk.current().open).toHaveLength(3);
	expect(desk.current().shown).toBe('other');
	expect(sessions[0]!.warnings.current()).toBe('');
	desk.show('prod');
	desk.show('staging');
	expect(desk.current().shown).toBe('staging');
});

it('draws every cluster again, and ends every one, also one that is open only after the end', async () => {
	const {desk, sessions, opening} = deskOf('prod', 'staging');
	const late = watched('other');
	desk.show('other');
	await desk.viewAgain();
	await desk.stop();
	opening.get('other')!.resolve(late);
	await expect.poll(() => late.done).toEqual(['stopped']);
	expect(sessions.map(({done}) => done)).toEqual([
		['drawn again', 'stopped'],
		['drawn again', 'stopped'],
	]);
	expect(desk.current().open.map(({name}) => name)).toEqual(['prod', 'staging']);
});

afterEach(async () => {
	await speakLanguage('en');
});

it('the title of the table of clusters is in the language of the screen', async () => {
	const titles: string[] = [];
	const desk = startDesk({
		sessions: [],
		names: [],
		async open(name) {
			throw new Error(`there is no cluster ${name}`);
		},
		onShown(title) {
			titles.push(title);
		},
	});
	await speakLanguage('zh');
	await desk.viewAgain();
	await speakLanguage('en');
	desk.showAll();
	expect(titles).toEqual(['clusters', '集群', 'clusters']);
});
