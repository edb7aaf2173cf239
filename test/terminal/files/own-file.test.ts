/** A file that was there before, with other permissions or as a link, gives nothing of what is written to it away. */
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	closeSync,
	constants,
	openSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {openOwnFile, type OwnFileUse} from '../../../source/terminal/files/own-file.js';
import {saveFile} from '../../../source/terminal/files/save-file.js';
import {makeFolder} from '../../folder.js';

let folder = '';

beforeEach(() => {
	folder = makeFolder().path;
});

const permissions = (file: string): number => statSync(file).mode % 0o1000;

const write = (file: string, use: OwnFileUse): void => {
	const descriptor = openOwnFile(file, use);
	writeSync(descriptor, 'new');
	closeSync(descriptor);
};

describe('a pipe', () => {
	// To open it would stop the program, and no key would end it.
	it.each(['append', 'replace'] as const)('that nobody reads is not opened to %s', use => {
		const pipe = path.join(folder, 'pipe');
		execFileSync('mkfifo', [pipe]);
		expect(() => openOwnFile(pipe, use)).toThrow('it is a pipe that nobody reads');
		expect(saveFile(pipe, 'new', true)).toEqual({kind: 'failed', reason: 'it is a pipe that nobody reads'});
	});

	it('that somebody reads gets what is written', () => {
		const pipe = path.join(folder, 'pipe');
		execFileSync('mkfifo', [pipe]);
		const reader = openSync(pipe, constants.O_RDONLY + constants.O_NONBLOCK);
		write(pipe, 'append');
		expect(readFileSync(reader, 'utf8')).toBe('new');
		closeSync(reader);
	});
});

describe('a file that others may read', () => {
	const readable = (): string => {
		const file = path.join(folder, 'readable');
		writeFileSync(file, 'before, ');
		chmodSync(file, 0o644);
		return file;
	};

	it.each([
		['append', 'before, new'],
		['replace', 'new'],
	] as const)('becomes private when it is opened to %s', (use, content) => {
		const file = readable();
		write(file, use);
		expect(readFileSync(file, 'utf8')).toBe(content);
		expect(permissions(file)).toBe(0o600);
	});

	it('stays as it is if a new one is requested', () => {
		const file = readable();
		expect(() => openOwnFile(file, 'create')).toThrow('EEXIST');
		expect(permissions(file)).toBe(0o644);
	});
});

describe('a link', () => {
	const linkTo = (target: string): string => {
		const link = path.join(folder, 'link');
		symlinkSync(target, link);
		return link;
	};

	it.each(['append', 'replace'] as const)('to a file, existing or not, is not followed to %s', use => {
		const file = path.join(folder, 'file');
		const link = linkTo(file);
		expect(() => openOwnFile(link, use)).toThrow('it is a link; give the path of the file itself');
		writeFileSync(file, 'before');
		expect(() => openOwnFile(link, use)).toThrow('it is a link; give the path of the file itself');
		expect(readFileSync(file, 'utf8')).toBe('before');
	});

	it('to a device is followed', () => {
		write(linkTo('/dev/null'), 'append');
		expect(permissions('/dev/null')).not.toBe(0o600);
	});

	it('is an existing file for the dialog that saves, and is refused when it is to be replaced', () => {
		const link = linkTo(path.join(folder, 'file'));
		expect(saveFile(link, 'secret', false)).toEqual({kind: 'exists'});
		expect(saveFile(link, 'secret', true)).toEqual({
			kind: 'failed',
			reason: 'it is a link; give the path of the file itself',
		});
	});
});
