/** Warnings that stay on the screen, in one line. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {createWarnings} from '../../source/session/warnings.js';

afterEach(async () => {
	await speakLanguage('en');
});

test('several warnings read as sentences, whether or not each ends with a full stop', async () => {
	const warnings = createWarnings();
	warnings.say('past', 'The last hours are not kept: the disk is full');
	expect(warnings.current()).toBe('The last hours are not kept: the disk is full');
	warnings.say('kept', 'What is set on the screen is not kept: the disk is full.');
	expect(warnings.current()).toBe(
		'The last hours are not kept: the disk is full. What is set on the screen is not kept: the disk is full.',
	);
	warnings.say('kept', '');
	expect(warnings.current()).toBe('The last hours are not kept: the disk is full');
	await speakLanguage('zh');
	warnings.say('kept', '未保存：磁盘已满。');
	warnings.say('past', '最近几小时的数据未保存：磁盘已满');
	expect(warnings.current()).toBe('最近几小时的数据未保存：磁盘已满。未保存：磁盘已满。');
});
