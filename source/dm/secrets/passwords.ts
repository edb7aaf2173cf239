/** Passwords, keys and tokens in any text: they are neither shown nor recorded. Everything here takes linear time. */
import {isOfColumn} from './columns.js';
import {offsetsInDisguised, undisguised} from './disguises.js';
import {HiddenRanges, type Range, withHidden} from './hidden-ranges.js';
import {valueEnd, wideEnds} from './secret-value.js';
import {isHarmlessWord} from './vocabulary.js';

const secretWords = [
	'passwor[dt]|passwd',
	'passphrase',
	'(?<![a-z])(?:pass|pwd)(?![a-z])',
	'secret',
	'credential',
	'token',
	'signature',
	String.raw`(?:api|access|account|private|session|encryption)[ \-_]?key`,
	String.raw`(?<![a-z])j?sess(?:ion)?[\-_]?id(?![a-z])`,
	'(?<![a-z])(?:sig|hmac|csrf)(?![a-z])',
	'密码|口令|パスワード|비밀번호|пароль',
	'senha|contrase[nñ]a|mot de passe',
].join('|');

const secretKey = new RegExp(secretWords, 'iv');

/** True when the value of this key is a secret. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);

/** A parser's "next token: EOF" */
const noToken = String.raw`(?<!\btoken:\s{1,3}(?=<?eof>?["'\),.;\]\}]{0,3}(?:\s|$)))`;

/** Between a key and its value; "(using password: YES)" has none. */
const separator = String.raw`(?:\\{0,3}["']|%2[27])?\s{0,20}(?::=|[\-:=]>|[:=：]|%3[ad])\s{0,20}(?!(?:yes|no)\b)${noToken}`;

const gap = String.raw`(?:\s|\/\*[^*]{0,200}\*\/){1,20}`;
const noGap = String.raw`(?:\s|\/\*[^*]{0,200}\*\/){0,20}`;

/** A key of TLS or for signatures, which is no secret where its file is named. */
const otherKey = String.raw`(?<![a-z])(?:ssl|tls|client|server|shared|master|signing|storage|license|ssh|pgp|gpg|rsa|aes|auth|webhook)[_\-]?key(?:[_\-]?(?:data|pem|bytes|base64|content|text))?`;

const noFile = String.raw`(?!\\{0,3}["']?(?:\.{0,2}~?\/|[a-z]:[\\\/]|[^\s"',;${wideEnds}]{1,200}\.(?:pem|key|crt|der|p12)\b))`;

/** Each matches the text before a value. */
const before: readonly RegExp[] = [
	// `password = "x"`, `"password": "x"`, `MASTER_PASSWORD='x'`, `token=x`, `password%3Dx`
	String.raw`(?:${secretWords})[\w\-]{0,40}${separator}`,
	`${otherKey}${separator}${noFile}`,
	// `{"name": "password", "value": "x"}`
	String.raw`(?:${secretWords})[\w\-]{0,40}\\{0,3}["']?[,，\s]{1,20}\\{0,3}["']?value${separator}`,
	String.raw`\\{0,3}["']auth\\{0,3}["']\s{0,9}[:：]\s{0,9}`,
	String.raw`\bbearer\s{1,9}(?=\S{8})`,
	String.raw`--(?:pass(?:word|phrase)?|token|secret|(?:api|access|private)-key)\s{1,9}`,
	String.raw`\bsshpass\s{1,9}-p\s{0,9}`,
	String.raw`\blogin\s{1,9}\S{1,99}\s{1,9}password\s{1,9}`,
	String.raw`\bidentified${gap}(?:(?:with|via)${gap}\S{1,64}${gap})?(?:by|as|using)${gap}(?:password${noGap})?(?:\(${noGap})?`,
	String.raw`\bset${gap}password${gap}for${gap}\S{1,200}${noGap}=${noGap}(?:password${noGap}\(${noGap})?`,
	// Not an index or a table of that name, nor the first characters of a column in an index.
	String.raw`(?<!\b(?:key|index|unique|fulltext|into|table)\s{1,9})\b(?:old_)?password${noGap}[\(（](?!(?<=[\(,]\s{0,9}password\s{0,9}\()\d{1,3}\))${noGap}`,
	// `OPTIONS (PASSWORD 'x')`, `REPLACE 'x'`
	String.raw`\b(?:password|replace)${gap}(?=["'])`,
].map(text => new RegExp(text, 'giv'));

/** The value of a header goes to the end of its line. */
const header = new RegExp(String.raw`\b(?:authorization|cookie)${separator}`, 'giv');

/** `<password>x`, `<entry key="password">x` */
const element = new RegExp(
	String.raw`(?<before><(?!\/)[^<>]{0,100}(?:${secretWords})[^<>]{0,200}>)[^<]*`,
	'giv',
);

/** `-px`, `-p'x'`: only in a command of MySQL, and with nothing between. */
const shortFlag = /(?:^|(?<=[\s"']))-p(?![\s=]|$)/gv;
/** `curl -u user:x` */
const userFlag = /(?:^|(?<=\s))(?:-u|--user)[ =]?[^\s"':：]{1,99}[:：]/gv;
const isCommand = /mysql|maria|dump|(?:^|\s)-u/iv;

/** Tokens by their form: of AWS, GitHub, Slack, a JWT, hashes of passwords. */
const shape =
	/\b(?:AKIA|ASIA)[\dA-Z]{16}\b|\beyJ[\w\-]{8,4000}\.[\w\-]{4,8000}(?:\.[\w\-]{0,4000})?|\bgh[oprsu]_\w{20,255}|\bxox[abprs]-[\w\-]{8,255}|\$2[aby]\$\d{2}\$[\w.\/]{20,60}|\*[\dA-F]{40}\b|\$A\$\d{3}\$\S{20,200}/gv;

/** "password hunter2": followed by a word that is not DM's or MySQL's, unless it is the name of a column. */
const behindPassword = new RegExp(
	String.raw`(?<before>(?<!\bcolumn\s{1,9})\bpassw(?:or)?d\s{1,9}(?:is\s{1,9})?)[^\s"'\(\),.:;=\x60${wideEnds}]{1,200}`,
	'giv',
);

const suspicious =
	/passw|passphrase|pass\b|pwd|sess|sig|hmac|csrf|senha|contrase|mot de|парол|パスワ|비밀|%40|secret|credential|key|token|identified|auth|bearer|cookie|mysql|maria|dump|-u|@|密码|口令|akia|asia|eyj|gh[oprsu]_|xox|\$2|\$a|\*[\da-f]{8}|begin/iv;

/** What is between each match and its `end`. */
const rangesBehind = (
	text: string,
	pattern: RegExp,
	endOf: (text: string, start: number) => number,
): Range[] => {
	const ranges: Range[] = [];
	pattern.lastIndex = 0;
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
		const start = found.index + found[0].length;
		const end = endOf(text, start);
		if (end > start) {
			ranges.push({start, end});
		}

		pattern.lastIndex = Math.max(end, start);
	}

	return ranges;
};

/** What each match has behind its group `before`. */
const rangesOf = (text: string, pattern: RegExp): Range[] =>
	text
		.matchAll(pattern)
		.map(({0: whole, index, groups}) => ({
			start: index + (groups?.['before']?.length ?? 0),
			end: index + whole.length,
		}))
		.filter(({start, end}) => end > start)
		.toArray();

const lineEnd = (text: string, start: number): number => {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end;
};

const privateKey = /-----BEGIN [ A-Z]{0,40}PRIVATE KEY(?: BLOCK)?-----/gv;

const keyEnd = (text: string, start: number): number => {
	const end = text.indexOf('-----END ', start);
	return end === -1 ? text.length : end;
};

/** `root%3Ax%40host`: a user, a password and a host in a query. */
const encoded = /(?<before>(?:(?:%2f){2}|^|[\s"'=])[\w\-.]{0,64}%3a)[^\s"']{1,200}?(?=%40)/giv;

/** The end of a piece of text that may contain a user, a password and a host. */
const endsPiece = /^[\s"'<>`]/v;
const pieceEnd = /[\s"'<>`]/gv;

/** `root:x@(db1:3306)/shop`, `mysql://root:x@host`: what is between user and host. */
const rangeInPiece = (piece: string): Range | undefined => {
	const at = piece.lastIndexOf('@');
	if (at === -1 || !/[\w%\(\/\[（［]/v.test(piece[at + 1] ?? '')) {
		return undefined;
	}

	const scheme = piece.lastIndexOf('://', at);
	const start = scheme === -1 ? 0 : scheme + 3;
	const colon = start + piece.slice(start).search(/[:：]/v);
	if (colon < start || colon >= at - 1) {
		return undefined;
	}

	// After the first slash of a URL comes its path.
	return start > 0 && piece.slice(start, at).includes('/') && !piece.slice(colon, at).includes('/')
		? undefined
		: {start: colon + 1, end: at};
};

const rangesInPieces = (text: string): Range[] => {
	const ranges: Range[] = [];
	let done = 0;
	for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', done)) {
		let start = at;
		while (start > done && !endsPiece.test(text[start - 1]!)) {
			start -= 1;
		}

		pieceEnd.lastIndex = at;
		const end = pieceEnd.exec(text)?.index ?? text.length;
		const range = rangeInPiece(text.slice(start, end));
		if (range) {
			ranges.push({start: start + range.start, end: start + range.end});
		}

		done = end;
	}

	return ranges;
};

const network = /@(?:tcp|unix)?[\(（]/gv;
const userColon = /(?:^|[\s"'\(=（])[^\s"'\(\/:@（：]{0,64}[:：](?=\S)/v;

/** The longest user and password of a DSN whose password contains blanks or quotes. */
const longestUser = 256;

/** `root:x y"z@tcp(10.0.0.1:3306)/`: the password of a Go DSN may contain anything. */
const rangesInDsn = (text: string): Range[] => {
	const ranges: Range[] = [];
	let done = 0;
	for (const {index} of text.matchAll(network)) {
		const lead = text.slice(Math.max(done, index - longestUser), index);
		const near = lead.slice(lead.lastIndexOf('\n') + 1);
		const sentence = near.lastIndexOf(': ');
		const begin = sentence === -1 ? 0 : sentence + 1;
		const user = userColon.exec(near.slice(begin));
		if (!user) {
			continue;
		}

		ranges.push({start: index - near.length + begin + user.index + user[0].length, end: index});
		done = index;
	}

	return ranges;
};

const isSecretWord = (text: string, {start, end}: Range): boolean => {
	const word = text.slice(start, end);
	return !/^\*+$/v.test(word) && !isHarmlessWord(word) && !isOfColumn(text, start, end);
};

/** The secrets in a text without disguises. */
const secretsIn = (text: string): readonly Range[] => {
	const hidden = new HiddenRanges(text);
	const hideBehind = (pattern: RegExp, endOf: (text: string, start: number) => number): void => {
		hidden.hide(rangesBehind(hidden.text, pattern, endOf));
	};

	hideBehind(privateKey, keyEnd);
	for (const pattern of before) {
		hideBehind(pattern, valueEnd);
	}

	hideBehind(header, lineEnd);
	for (const pattern of [element, encoded, shape]) {
		hidden.hide(rangesOf(hidden.text, pattern));
	}

	hidden.hide(rangesOf(hidden.text, behindPassword).filter(range => isSecretWord(hidden.text, range)));
	if (isCommand.test(hidden.text)) {
		hideBehind(shortFlag, valueEnd);
	}

	hideBehind(userFlag, valueEnd);
	if (hidden.text.includes('@')) {
		hidden.hide(rangesInDsn(hidden.text));
		hidden.hide(rangesInPieces(hidden.text));
	}

	return hidden.ranges;
};

/** The text without the passwords, keys and tokens in it. All else is as it was, however it is written. */
export const stripSecrets = (text: string): string => {
	const plain = undisguised(text);
	const secrets = suspicious.test(plain) ? secretsIn(plain) : [];
	if (secrets.length === 0 || plain === text) {
		return withHidden(text, secrets);
	}

	const inText = offsetsInDisguised(text);
	return withHidden(
		text,
		secrets.map(({start, end}) => ({start: inText(start), end: inText(end)})),
	);
};
