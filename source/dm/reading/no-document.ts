/** Texts without a document: what they are instead. */
import {say} from '../../language/say.js';
import {quote, statusDocument, StatusFormatError} from './status-format-error.js';

type Words = {readonly found: string; readonly fix?: string};

const title = /<title[^>]{0,200}>(?<title>[^<]{0,200})/iv;
const yaml = /^(?:- )?(?:result|sources|tasks|data):(?:$|[\r ])/mv;
const base64 = /^e(?:wo|w0K|yJ|yA|yAg)[\w\n\r+\/=]{20,}$/v;

/** Recognised by their beginning; the first match counts. */
const describe = (words: string): Words => {
	if (words.startsWith('<')) {
		const heading = title.exec(words.slice(0, 10_000))?.groups?.['title']?.trim() ?? '';
		return {
			found: heading === '' ? say('an HTML page') : say('an HTML page, {heading}', {heading: quote(heading)}),
		};
	}

	const start = words.slice(0, 1000);
	if (start.includes('\0')) {
		return {
			found: say('UTF-16 text that was read as another encoding, or no text at all'),
			fix: say('Read or save it as UTF-16 or UTF-8: PowerShell’s > writes UTF-16.'),
		};
	}

	if (yaml.test(start)) {
		return {found: 'YAML', fix: say('Give the JSON that dmctl prints, as it is.')};
	}

	if (base64.test(start)) {
		return {found: 'base64', fix: say('Decode it first: base64 -d.')};
	}

	if (/^%(?:7b|5b)(?:%|\w)/iv.test(start)) {
		return {found: say('URL-encoded text'), fix: say('Decode it first.')};
	}

	const lines = words.split('\n', 50);
	return lines.length > 1 && lines.every(line => /^\s*(?:#|\/\/|$)/v.test(line))
		? {
				found: say('nothing but comments'),
				fix: say('Take the # or // off the beginning of each line.'),
			}
		: {found: say('text that begins with {text}', {text: quote(words.split('\n', 1)[0]!.trimEnd())})};
};

/** Describes a text without a document. */
export const noDocument = (text: string): StatusFormatError => {
	const words = text.trim();
	if (words === '') {
		return new StatusFormatError({
			expected: statusDocument(),
			found: text === '' ? say('an empty string') : say('nothing but blanks'),
			where: say('line {line}, column {column}', {line: 1, column: 1}),
		});
	}

	const before = text.slice(0, text.indexOf(words[0]!));
	const line = before.split('\n').length;
	return new StatusFormatError({
		expected: statusDocument(),
		...describe(words),
		where: say('line {line}, column {column}', {line, column: before.length - before.lastIndexOf('\n')}),
		line,
	});
};
