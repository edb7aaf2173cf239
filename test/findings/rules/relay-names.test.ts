/** How findings name a relay: as DM names its worker, and in the chosen language. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../../source/language/choose.js';
import {readFixture} from '../../dm/recorded.js';
import {Watched} from '../../monitor/watched.js';

afterEach(async () => {
	await speakLanguage('en');
});

const told = (text: string): readonly string[] =>
	new Watched()
		.document(text)
		.view()
		.diagnosis.findings.filter(({kind}) => kind.startsWith('relay-'))
		.map(({what}) => what);

const paused = (): string =>
	readFixture('field/relay-of-second-worker.json').replaceAll(/"errors":\s*\[[^\]]*\]/gv, '"errors": []');

test('the name of a worker at the beginning of a sentence stays as it is', async () => {
	expect(told(readFixture('field/relay-of-second-worker.json'))).toEqual([
		expect.stringMatching(/^The relay of w2 stopped: /v),
	]);
	await speakLanguage('zh');
	expect(told(readFixture('field/relay-of-second-worker.json'))).toEqual([
		expect.stringMatching(/^w2 的 relay /v),
	]);
});

test('a relay that is paused is so in each language', async () => {
	expect(told(paused())).toEqual(['The relay of w2 is paused']);
	await speakLanguage('zh');
	expect(told(paused())).toEqual(['w2 的 relay 已暂停']);
});
