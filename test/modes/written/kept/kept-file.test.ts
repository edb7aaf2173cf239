/** What is kept survives two dm-tops, a broken file and a disk that takes nothing. */
import {execFileSync} from 'node:child_process';
import {chmod, mkdir, readFile, readdir, rm, stat, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {beforeEach, expect, test} from 'vitest';
import {speakLanguage, spokenLanguage} from '../../../../source/language/choose.js';
import {say} from '../../../../source/language/say.js';
import {startLanguage} from '../../../../source/modes/written/kept/keep-language.js';
import {readKept, writeKept} from '../../../../source/modes/written/kept/kept-file.js';
import {startKeeper} from '../../../../source/modes/written/kept/keeper.js';
import {startLook} from '../../../../source/modes/written/kept/keep-look.js';
import {keptFile} from '../../../../source/modes/written/kept/places.js';
import type {GivenValue} from '../../../../source/settings/resolve.js';
import {keptOf, withKept} from '../../../../source/screens/state/store/kept.js';
import {initialState, listAt, withList} from '../../../../source/screens/state/state.js';
import {makeFolder} from '../../../folder.js';

let folder: string;
let file: string;

beforeEach(() => {
	folder = makeFolder().path;
	file = path.join(folder, 'dm-top', 'screens', 'x.json');
});

const problems: string[] = [];
beforeEach(() => {
	problems.length = 0;
});
const complain = (text: string): void => {
	problems.push(text);
};

test('nothing that is kept commands the terminal in which the file is read', async () => {
	const filter = 'a\u{9B}31m\u{202E}b';
	writeKept(file, new Map([['filter', filter]]));
	expect(await readFile(file, 'utf8')).not.toMatch(/[\u{9B}\u{202E}]/v);
	expect(readKept(file).kept.get('filter')).toBe(filter);
});

test('a pipe or an endless device in its place is not waited for, and is replaced', async () => {
	await mkdir(path.dirname(file), {recursive: true});
	for (const make of [
		async () => {
			execFileSync('mkfifo', [file]);
		},
		async () => symlink('/dev/zero', file),
	]) {
		await make();
		expect(readKept(file)).toStrictEqual({
			kept: new Map(),
			problem: 'What was set before cannot be read: it is a pipe or a device.',
		});
		writeKept(file, new Map([['span', 1]]));
		expect([...readKept(file).kept]).toStrictEqual([['span', 1]]);
		await rm(file);
	}
});

test('a link in the place of the new file is not followed', async () => {
	await mkdir(path.dirname(file), {recursive: true});
	const elsewhere = path.join(folder, 'elsewhere');
	await writeFile(elsewhere, 'theirs');
	await symlink(elsewhere, `${file}.${process.pid}.new`);
	writeKept(file, new Map([['span', 1]]));
	expect(await readFile(elsewhere, 'utf8')).toBe('theirs');
	expect([...readKept(file).kept]).toStrictEqual([['span', 1]]);
	const {mode} = await stat(file);
	expect(mode % 0o1000).toBe(0o600);
});

test('a setting made on a screen is restored', () => {
	const first = startKeeper(2000, file, complain);
	const columns = [{id: 'lag', title: 'LAG', shown: 'always', extra: 3}] as const;
	first.store.change(state => ({
		...withList(
			withList(state, {kind: 'tasks'}, {filter: 'orders', sort: {column: 'lag', descending: true}}),
			{kind: 'workers'},
			{filter: 'dm'},
		),
		plotSpan: 3_600_000,
		columns: new Map([['tasks', columns]]),
	}));
	first.stop();
	const again = startKeeper(5000, file, complain).store.current();
	expect(again.plotSpan).toBe(3_600_000);
	expect(again.interval).toBe(5000);
	expect(again.columns).toStrictEqual(new Map([['tasks', columns]]));
	expect(listAt(again, {kind: 'tasks'})).toMatchObject({
		filter: 'orders',
		sort: {column: 'lag', descending: true},
	});
	expect(listAt(again, {kind: 'workers'}).filter).toBe('dm');
	expect(problems).toStrictEqual([]);
});

test('two instances each keep their own changes, and removals stay removed', () => {
	const one = startKeeper(2000, file, complain);
	const other = startKeeper(2000, file, complain);
	one.store.change(state => ({...state, plotSpan: 3_600_000}));
	other.store.change(state => withList(state, {kind: 'tasks'}, {filter: 'orders'}));
	one.stop();
	other.stop();
	expect([...readKept(file).kept]).toStrictEqual([
		['span', 3_600_000],
		['filter tasks', 'orders'],
	]);
	const third = startKeeper(2000, file, complain);
	third.store.change(state => withList(state, {kind: 'tasks'}, {filter: ''}));
	third.stop();
	expect([...readKept(file).kept]).toStrictEqual([['span', 3_600_000]]);
});

test('only the user can read the file, and nothing else is left beside it', async () => {
	writeKept(file, new Map([['a', 1]]));
	const {mode} = await stat(file);
	expect(mode.toString(8).slice(-3)).toBe('600');
	const {mode: folderMode} = await stat(path.dirname(file));
	expect(folderMode.toString(8).slice(-3)).toBe('700');
	expect(await readdir(path.dirname(file))).toStrictEqual(['x.json']);
	expect(await readFile(file, 'utf8')).toBe('{\n\t"a": 1\n}\n');
});

test.each(['', '{"a": ', '[1]', '\u{0}\u{1}'])('a file of %j is set aside with a message', async text => {
	await mkdir(path.dirname(file), {recursive: true});
	await writeFile(file, text);
	const keeper = startKeeper(2000, file, complain);
	expect(problems).toStrictEqual([`What was set before could not be understood; it is now in ${file}.bad.`]);
	expect(keeper.store.current()).toStrictEqual(initialState);
	expect(await readFile(`${file}.bad`, 'utf8')).toBe(text);
	keeper.store.change(state => ({...state, plotSpan: 3_600_000}));
	keeper.stop();
	expect([...readKept(file).kept]).toStrictEqual([['span', 3_600_000]]);
});

test('impossible values are ignored', () => {
	const strange = new Map<string, unknown>([
		['span', 7],
		['columns tasks', [{id: 'lag', title: 'LAG', shown: 'sometimes', extra: 0}]],
		['columns sources', 'x'],
		['columns workers', [{id: 'a', title: 'A', shown: 'never', extra: 1e9}]],
		['sort tasks', {column: 3, descending: true}],
		['filter tasks', {}],
		['filter sources', 'x'.repeat(1001)],
		['__proto__', {}],
	]);
	expect(withKept(initialState, strange)).toStrictEqual(initialState);
	expect(keptOf(initialState)).toStrictEqual(new Map());
});

test('an unwritable location causes a message, and the screen goes on', async () => {
	await writeFile(path.join(folder, 'dm-top'), 'a file where a folder would be');
	const keeper = startKeeper(2000, file, complain);
	keeper.store.change(state => ({...state, plotSpan: 3_600_000}));
	keeper.stop();
	expect(problems).toHaveLength(1);
	expect(problems[0]).toMatch(
		/^What is set on the screen is not kept: (?:a part of its path is a file, not a folder|it already exists)\.$/v,
	);
});

test('a stale lock does not last', async () => {
	await mkdir(path.dirname(file), {recursive: true});
	await writeFile(`${file}.lock`, '');
	writeKept(file, new Map([['a', 1]]));
	expect(readKept(file).kept.get('a')).toBe(1);
	await chmod(file, 0o600);
});

/** A value of the settings file, '' for none, or of a flag or the environment as `by` says. */
const saying = (value: string, by: GivenValue['by'] = 'file'): GivenValue | undefined =>
	value === '' ? undefined : {by, value, where: ''};

test('the chosen theme stays until the settings file sets another one', () => {
	const look = (inSettings: '' | 'dark' | 'light', by: GivenValue['by'] = 'file') =>
		startLook(inSettings === '' ? undefined : inSettings, {
			file,
			said: saying(inSettings, by),
			onProblem: complain,
		});
	look('dark').set('high-contrast');
	expect(look('dark').current()).toBe('high-contrast');
	expect(look('light').current()).toBe('light');
	expect(look('dark', 'cluster').current()).toBe('high-contrast');
	expect(look('dark', 'flag').current()).toBe('dark');
	expect(look('dark', 'environment').current()).toBe('dark');
	look('dark').set(undefined);
	expect(look('dark').current()).toBeUndefined();
	writeKept(file, new Map([['theme', {theme: 'pink', over: 'dark'}]]));
	expect(look('dark').current()).toBe('dark');
	writeKept(file, new Map([['theme', 'dark']]));
	expect(look('light').current()).toBe('light');
	expect(problems).toStrictEqual([]);
});

test('the chosen language is used at the next start, until a flag or the settings set another one', async () => {
	const options = (inSettings: string, by: GivenValue['by'] = 'file') => ({
		file,
		said: saying(inSettings, by),
		onProblem: complain,
	});
	try {
		const {choose} = await startLanguage(options(''));
		expect(say('quit')).toBe('quit');
		await choose('zh');
		expect(say('quit')).toBe('退出');
		expect(readKept(file).kept.get('lang')).toStrictEqual({lang: 'zh', over: ''});
		await speakLanguage('en');
		await startLanguage(options('en', 'flag'));
		expect(spokenLanguage()).toBe('en');
		await startLanguage(options('en'));
		expect(spokenLanguage()).toBe('en');
		await startLanguage(options(''));
		expect(spokenLanguage()).toBe('zh');
		writeKept(file, new Map([['lang', {lang: 'xx', over: ''}]]));
		await startLanguage(options(''));
		expect(spokenLanguage()).toBe('zh');
		await speakLanguage('en');
		const {choose: forNow} = await startLanguage({...options(''), file: ''});
		await forNow('zh');
		expect(say('quit')).toBe('退出');
		expect(readKept(file).kept.get('lang')).toStrictEqual({lang: 'xx', over: ''});
	} finally {
		await speakLanguage('en');
	}

	expect(problems).toStrictEqual([]);
});

test('each cluster has its own file, whatever it is called', () => {
	const nameOf = (cluster: string): string =>
		path.relative('/s/dm-top/screens', keptFile(cluster, {XDG_STATE_HOME: '/s'}));
	expect(nameOf('')).toBe('all.json');
	expect(nameOf('@prod')).toBe('cluster-prod.json');
	expect(nameOf('prod')).toBe('seen-prod.json');
	const names = [
		'../../x',
		'.._.._x',
		'10.0.1.11:8261',
		'10.0.1.11_8261',
		'a'.repeat(300),
		'@../x',
		'库',
	].map(name => nameOf(name));
	expect(names.every(name => /^(?:seen|cluster)-[\w\-.]{1,70}\.json$/v.test(name))).toBe(true);
	expect(new Set(names).size).toBe(names.length);
});
