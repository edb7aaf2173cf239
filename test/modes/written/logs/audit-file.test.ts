import {appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openAuditFile} from '../../../../source/modes/written/logs/audit-file.js';
import {makeFolder} from '../../../folder.js';

const opened = () => {
	const root = makeFolder().path;
	const folder = path.join(root, 'logs');
	const file = path.join(folder, 'audit.log');
	mkdirSync(folder);
	const problems: string[] = [];
	const log = openAuditFile(file, text => {
		problems.push(text);
	})!;
	return {folder, file, problems, log};
};

test('lines go on in a new file where the log was moved away or removed', () => {
	const {file, problems, log} = opened();
	log('one');
	renameSync(file, `${file}.1`);
	log('two');
	rmSync(file);
	log('three');
	appendFileSync(file, 'of another\n');
	log('four');
	expect(readFileSync(`${file}.1`, 'utf8')).toBe('one\n');
	expect(readFileSync(file, 'utf8')).toBe('three\nof another\nfour\n');
	expect(problems).toEqual([]);
});

test('a path below a file is refused with the reason and what to do', () => {
	const {file, log} = opened();
	log('one');
	const below = path.join(file, 'audit.log');
	expect(() => openAuditFile(below, () => undefined)).toThrow(
		`--audit-log ${below} cannot be written: a part of its path is a file, not a folder. Give a file in a folder that is yours.`,
	);
});

test('a line that nobody will find is reported, and the next ones are written once that is possible', () => {
	const {folder, file, problems, log} = opened();
	log('one');
	rmSync(folder, {recursive: true});
	writeFileSync(folder, '');
	log('two');
	expect(problems).toEqual([
		`Not logged to ${file}: a part of its path is a file, not a folder. Make it writable: what is done next is logged again then.`,
	]);
	rmSync(folder);
	mkdirSync(folder);
	log('three');
	expect(readFileSync(file, 'utf8')).toBe('three\n');
	expect(problems).toHaveLength(1);
});
