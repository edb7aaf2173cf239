/**
 * What goes through texts of a server takes a time that is linear in their length, and no stack: it is tried by how the
 * time grows, since a time by itself says nothing.
 */
import {describe, expect, test} from 'vitest';
import {highlight, wordsPattern} from '../../source/components/highlight.js';
import {span} from '../../source/components/line.js';
import {wrapLine} from '../../source/components/wrap.js';
import {causeOf, explainError, foldErrors, headline, readErrors} from '../../source/dm/errors.js';
import {binlogText, takeApart} from '../../source/dm/errors/parsing/parts.js';
import {innerErrors, plainError} from '../../source/dm/errors/parsing/read.js';
import {foldStatement} from '../../source/dm/errors/parsing/statement.js';
import {parseGtidSet, gtidGaps, shortGtidText} from '../../source/dm/positions/gtid.js';
import type {ProcessError} from '../../source/dm/status.js';
import {layOutTable, tableDiff} from '../../source/operations/planning/table.js';
import {splitStatements} from '../../source/operations/planning/statements.js';
import {stripSecrets} from '../../source/dm/secrets/passwords.js';
import {Redactor} from '../../source/providers/recording/redact/redactor.js';
import {escapeJson, sanitize} from '../../source/terminal/sanitize.js';
import {cutEnd, textWidth} from '../../source/terminal/width.js';
import {isLong} from '../rounds.js';
import {growth, growthOf, mostGrowth} from './growth.js';
import {hostileTexts} from './hostile-texts.js';

const failed = (text: string): ProcessError => ({...plainError(text), code: 10_006, rawCause: text});

/** Everything that is done with text of an answer. */
const uses: ReadonlyArray<readonly [name: string, use: (text: string) => unknown]> = [
	['takeApart', text => takeApart(failed(text))],
	['binlogText', text => binlogText({message: text})],
	['foldErrors', text => foldErrors([failed(text), failed(`${text}1`)])],
	['causeOf', text => causeOf([failed(text), {...failed(text), code: 38_032}])],
	['innerErrors', text => innerErrors({...failed(text), code: 38_032})],
	['explainError', text => explainError(failed(text))],
	['headline', text => headline(text)],
	['readErrors', text => readErrors(text)],
	['foldStatement', text => foldStatement(text, 100)],
	['splitStatements', splitStatements],
	['layOutTable', layOutTable],
	['tableDiff', text => tableDiff(text, `${text},`)],
	['shortGtidText', text => shortGtidText(text)],
	[
		'gtidGaps',
		text => {
			const set = parseGtidSet(text);
			return set && gtidGaps(set, set);
		},
	],
	['sanitize', sanitize],
	['escapeJson', text => escapeJson(JSON.stringify(text))],
	['textWidth', textWidth],
	['cutEnd', text => cutEnd(text, 20)],
	['wrapLine', text => wrapLine([span(text)], 80)],
	['wrapLine for a preview', text => wrapLine([span(text)], 80, 6, 40)],
	['highlight', text => highlight([span(text)], wordsPattern(['aab'])!, 'accent')],
	['stripSecrets', stripSecrets],
	...[true, false].flatMap(hidesNames =>
		['message', 'masterBinlogGtid', 'DDLs', 'target', 'name', 'address'].map(
			(key): readonly [string, (text: string) => unknown] => [
				`a recording ${hidesNames ? 'with --redact' : ''} of ${key}`,
				text => new Redactor({hidesNames}).record({[key]: text}),
			],
		),
	),
];

/** UTF-16 units; the long one has so many times as many: `growth`. */
const shortLength = isLong ? 2000 : 1000;

/** Those that a careless pattern has stumbled over; `npm run chaos` tries all. */
const shortList = new Set([
	'a value that is not closed',
	'quotes behind backslashes',
	'backticks',
	'users at hosts',
	'intervals of a GTID set',
	'secrets',
	'numbers',
	'joiners',
]);
const chosenTexts = hostileTexts.filter(([kind]) => isLong || shortList.has(kind));

describe.each(uses)('%s', (_, use) => {
	test.each(chosenTexts)('takes a time that is linear in %s', (_kind, make) => {
		const [short, long] = [make(shortLength), make(shortLength * growth)];
		expect(growthOf(use, short, long)).toBeLessThan(mostGrowth);
	});
});

/** Where V8's stack for patterns ends, there are more than ten million characters in a string. */
const beyond = 17_000_000;

describe.each(
	isLong ? uses : uses.filter(([name]) => ['foldErrors', 'escapeJson', 'shortGtidText'].includes(name)),
)('%s', (_, use) => {
	test.each(hostileTexts.slice(0, isLong ? undefined : 3))(
		'withstands many megabytes of %s',
		{timeout: 120_000},
		(_kind, make) => {
			use(make(beyond));
		},
	);
});
