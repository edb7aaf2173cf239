import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LenientJson} from '../../source/dm/reading/json/lenient-json.js';
import {parseStatus, StatusFormatError} from '../../source/index.js';
import type {Status} from '../../source/dm/status.js';
import {rounds, runs} from '../rounds.js';
import {anyCharacter} from '../any-character.js';
import {findFixtures, readFixture} from './recorded.js';

/** The status, or undefined where the text is refused; anything else that is thrown fails the test. */
const read = (text: string): Status | undefined => {
	try {
		return parseStatus(text);
	} catch (error) {
		expect(error).toBeInstanceOf(StatusFormatError);
		expect((error as Error).message).toMatch(/^Expected .+, found .+$/v);
		return undefined;
	}
};

const expectSound = (status: Status | undefined): void => {
	for (const task of status?.tasks ?? []) {
		expect(task.name).not.toBe('');
		expect(task.incomplete).toBe(task.missing.length > 0);
		expect(task.sources.every(({task: name}) => name === task.name)).toBe(true);
		expect(task.statusText.startsWith(task.status)).toBe(true);
	}

	for (const {source, subtasks} of status?.sources ?? []) {
		expect(subtasks.every(subtask => subtask.source === source)).toBe(true);
	}
};

const fixtures = findFixtures('dm-v7.5/**/*.{json,txt}').map(file => [file, readFixture(file)] as const);
const smallOnes = fixtures.filter(([, text]) => text.length < 6000).map(([, text]) => text);

describe('any text', () => {
	test('it is read or refused', () => {
		fc.assert(
			fc.property(fc.string({unit: anyCharacter, maxLength: 200}), text => {
				expectSound(read(text));
			}),
		);
	});

	test('JSON of any kind is read or refused', () => {
		fc.assert(
			fc.property(fc.json(), text => {
				expectSound(read(text));
			}),
		);
	});

	test('a list of anything under the known keys is read or refused', () => {
		const key = fc.constantFrom(
			'tasks',
			'sources',
			'data',
			'status_list',
			'result',
			'msg',
			'workers',
			'op',
			'code',
			'error',
		);
		fc.assert(
			fc.property(fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()))), document => {
				expectSound(read(JSON.stringify(document)));
			}),
		);
	});

	test('a recorded answer with anything in any place is read or refused', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...smallOnes),
				fc.nat(),
				fc.jsonValue({maxDepth: 2}),
				(text, place, value) => {
					let index = 0;
					const count = text.match(/[,:\[]\s*(?=[\d"\[fnt\{])/gv)?.length ?? 1;
					const changed = text.replaceAll(
						/(?<before>[,:\[]\s*)(?:"[^"\\]*"|\d+|true|false|null)(?!\s*:)/gv,
						(whole, before: string) => {
							index++;
							return index === place % count ? before + JSON.stringify(value) : whole;
						},
					);
					expectSound(read(changed));
				},
			),
			runs(150),
		);
	});

	test('a recorded answer with any characters put in or taken out is read or refused', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...smallOnes),
				fc.nat(),
				fc.nat(20),
				fc.string({maxLength: 10}),
				(text, place, length, put) => {
					const start = place % text.length;
					expectSound(read(text.slice(0, start) + put + text.slice(start + length)));
				},
			),
			runs(150),
		);
	});
});

test.each(fixtures)('%s, broken off anywhere, is refused as broken off', (_file, text) => {
	const whole = text.trimEnd().length;
	const step = Math.ceil(text.length / (rounds * 40));
	for (let length = 0; length < whole; length += step) {
		const broken = text.slice(0, length);
		let refusal: unknown;
		try {
			parseStatus(broken);
		} catch (error) {
			refusal = error;
		}

		expect(refusal).toBeInstanceOf(StatusFormatError);
		if (broken.trimStart().startsWith('{')) {
			expect((refusal as Error).message).toMatch(/ends at line \d+, column \d+, inside \$/v);
		}
	}
});

const hasUnsafeInteger = (value: unknown): boolean =>
	typeof value === 'number'
		? Math.abs(value) >= 2 ** 53
		: typeof value === 'object' && value !== null && Object.values(value).some(one => hasUnsafeInteger(one));

test('the lenient reader reads every JSON as JSON.parse does', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom(undefined, '\t', '  \r\n'), (value, indent) => {
			fc.pre(!hasUnsafeInteger(value));
			const text = JSON.stringify(value, undefined, indent);
			const json = new LenientJson(text);
			expect(JSON.stringify(json.read())).toBe(JSON.stringify(value));
			expect(json.offset).toBe(text.length);
		}),
	);
});

test('the lenient reader keeps any 64-bit number exact', () => {
	fc.assert(
		fc.property(fc.bigInt({min: -(2n ** 63n), max: 2n ** 64n}), value => {
			expect(BigInt(new LenientJson(` ${value} `).read() as number)).toBe(value);
		}),
	);
});

test('comments, missing commas at line ends and trailing commas change no value', () => {
	const remark = fc.constantFrom('', ' # x', '\t# "{[,:]}" \\');
	fc.assert(
		fc.property(fc.array(fc.string()), remark, fc.boolean(), (list, text, hasComma) => {
			const lines = list.map(entry => `${JSON.stringify(entry)}${hasComma ? ',' : ''}${text}\n`);
			expect(new LenientJson(`[${text}\n${lines.join('')}]`).read()).toEqual(list);
		}),
	);
});
