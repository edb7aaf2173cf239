import {describe, expect, it} from 'vitest';
import {helpText} from '../../../../source/modes/without-cluster/manual/help.js';
import {documentedFlags} from '../../../../source/modes/without-cluster/manual/options.js';
import {flagTable} from '../../../../source/settings/flags/flags.js';
import {textWidth} from '../../../../source/terminal/width.js';

/** Read, and no longer told. */
const oldNames = new Set(['log']);

describe('the table of flags', () => {
	it('has each flag that is read, as it is read', () => {
		const told = documentedFlags.map(
			({name, short, value}) => `${name} ${short ?? '-'} ${value === '' ? 'boolean' : 'string'}`,
		);
		const read = [...flagTable].map(
			([name, {kind, short}]) => `${name} ${short ?? '-'} ${kind.type === 'boolean' ? 'boolean' : 'string'}`,
		);
		expect(new Set(told)).toStrictEqual(new Set(read.filter(flag => !oldNames.has(flag.split(' ', 1)[0]!))));
		expect(told.length).toBe(new Set(told).size);
	});

	it('names the value of a flag', () => {
		expect(
			documentedFlags.filter(({value, takes}) => (value === '') !== (takes === undefined)),
		).toStrictEqual([]);
	});
});

describe('dm-top --help', () => {
	const page = helpText();

	it('lists each flag once', () => {
		const labels = page.match(/^ {4}-.+?(?= {2}|$)/gmv) ?? [];
		const names = labels.flatMap(label => label.match(/--[\w\-]+/gv) ?? []);
		expect(names).toStrictEqual(documentedFlags.map(({name}) => `--${name}`));
	});

	it('puts the description of a flag beside it, or below it if there is no space', () => {
		expect(page).toContain('\n    --replay FILE            a recording\n');
		expect(page).toContain(
			'\n    --ssl-ca FILE, --ssl-cert FILE, --ssl-key FILE\n                             files for mutual TLS, as dmctl takes them\n',
		);
	});

	it('is no wider than 102 columns', () => {
		expect(page.split('\n').filter(line => textWidth(line) > 102)).toStrictEqual([]);
	});
});
