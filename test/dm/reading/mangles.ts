/** What happens to a status on its way from a terminal to the text that somebody saves or pastes. */

/** The signs of a JSON text: texts whole, so that what is inside them can be told from what is between them. */
const sign = /"(?:[^"\\]|\\.)*"|[,:\[\]\{\}]|-?\d[\d+\-.Ee]*|true|false|null/gv;

const between = (text: string, change: (sign: string) => string): string =>
	text.replaceAll(sign, found => (found.startsWith('"') ? found : change(found)));

const texts = (text: string, change: (content: string, isKey: boolean) => string): string =>
	text.replaceAll(
		/(?<content>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?/gv,
		(_whole, content: string, colon?: string) =>
			change(content.slice(1, -1), colon !== undefined) + (colon ?? ''),
	);

const lines = (text: string, change: (line: string, index: number) => string): string =>
	text
		.split('\n')
		.map((line, index) => change(line, index))
		.join('\n');

const cellsOf = (character: string): number => (character >= '\u{1100}' ? 2 : 1);

/** As a terminal of this width breaks lines that are longer, which is how a copy of them looks. */
export const wrap = (text: string, width: number): string =>
	lines(text, line => {
		let cells = 0;
		let wrapped = '';
		for (const character of line) {
			if (cells + cellsOf(character) > width) {
				wrapped += '\n';
				cells = 0;
			}

			wrapped += character;
			cells += cellsOf(character);
		}

		return wrapped;
	});

const coloured =
	(escape: string) =>
	(text: string): string =>
		text.replaceAll(
			/(?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<value>"(?:[^"\\]|\\.)*"|-?\d[\d+\-.Ee]*|true|false|null)|[,:\[\]\{\}]/gv,
			(found, key: string | undefined, value: string | undefined) => {
				const colour = key === undefined ? (value === undefined ? '1;39' : '0;39') : '34;1';
				return `${escape}[${colour}m${found}${escape}[0m`;
			},
		);

const framed =
	(frame: (line: string, index: number) => string) =>
	(text: string): string =>
		lines(text, frame);

const inPython = (text: string): string =>
	between(
		texts(text, content =>
			content.includes("'") || content.includes('\\') ? `"${content}"` : `'${content}'`,
		),
		found => found,
	)
		.replaceAll(/(?<=: )true/gv, 'True')
		.replaceAll(/(?<=: )false/gv, 'False')
		.replaceAll(/(?<=: )null/gv, 'None');

const stamp = (index: number): string => `2026-08-01T02:${String(index % 60).padStart(2, '0')}:15.${index}Z`;

/** Every way in which a pretty-printed document is still read as the same status. */
export const mangles: ReadonlyArray<readonly [name: string, mangle: (pretty: string) => string]> = [
	['nothing', text => text],
	['a byte order mark', text => `\u{FEFF}${text}`],
	['line ends of Windows', text => text.replaceAll('\n', '\r\n')],
	['line ends of an old Mac', text => text.replaceAll('\n', '\r')],
	['blank lines in between', text => text.replaceAll('\n', '\n\n')],
	['U+00A0 for every blank', text => text.replaceAll(' ', '\u{A0}')],
	['U+00A0 for every other blank', text => text.replaceAll('  ', '\u{A0} ')],
	['U+3000 before the lines', text => text.replaceAll(/^ +/gmv, blanks => '\u{3000}'.repeat(blanks.length))],
	['U+200B behind every sign', text => between(text, found => `${found}\u{200B}`)],
	[
		'U+200B inside the keys',
		text =>
			texts(text, (content, isKey) => `"${isKey ? content.replace(/(?=[A-Z])/v, '\u{200B}') : content}"`),
	],
	['U+200E and U+FEFF around texts', text => text.replaceAll(/"(?:[^"\\]|\\.)*"/gv, '\u{200E}$&\u{FEFF}')],
	['the colours of jq', coloured('\u{1B}')],
	['the colours of jq as cat -v shows them', coloured('^[')],
	['the colours of jq without their escape', coloured('')],
	[
		'titles and cursor movements',
		text => `\u{1B}]0;dmctl\u{7}${text.replaceAll('\n', '\u{1B}[K\n\u{1B}[?25h')}`,
	],
	['quotes of a word processor', text => texts(text, content => `“${content}”`)],
	['quotes of German', text => texts(text, content => `„${content}“`)],
	['full-width quotes', text => texts(text, content => `＂${content}＂`)],
	[
		'full-width signs',
		text =>
			between(
				text,
				found => ({'{': '｛', '}': '｝', '[': '［', ']': '］', ':': '：', ',': '，'})[found] ?? found,
			),
	],
	['Python', inPython],
	[
		'JavaScript',
		text => texts(text, (content, isKey) => (isKey && /^\w+$/v.test(content) ? content : `"${content}"`)),
	],
	['commas at the end of every list', text => text.replaceAll(/(?<=[^\s\[\{])\n(?=\s*[\]\}])/gv, ',\n')],
	['no commas at the ends of lines', text => text.replaceAll(',\n', '\n')],
	['comments of a shell', text => text.replaceAll('\n', ' # "why" {[\n')],
	['comments of JavaScript', text => text.replaceAll('\n', ' // "why" {[\n')],
	['comments of C', text => text.replaceAll('\n', ' /* why, how */\n')],
	['a fence of Markdown', text => `Here it is:\n\n\`\`\`json\n${text}\n\`\`\`\nThanks!\n`],
	[
		'signs that Markdown escapes',
		text => between(text, found => (/[\[\]\{\}]/v.test(found) ? `\\${found}` : found)),
	],
	['a macro of Jira', text => ['{code:json}', text, '{code}'].join('\n')],
	[
		'the source of a page',
		text =>
			text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
	],
	['numbered entities', text => text.replaceAll('&', '&#38;').replaceAll('"', '&#34;')],
	['tags of a page', text => `<pre><code>${text}</code></pre>`],
	['a text within JSON', text => JSON.stringify(text)],
	['a log in JSON', text => `${JSON.stringify({log: text, stream: 'stdout'})}\n`],
	['a message of a log', text => `time=12:00 msg=${JSON.stringify(text)} level=info`],
	['an echo of a shell', text => `$ echo ${JSON.stringify(text)}`],
	['the prompt of dmctl', text => `» query-status\n${text}\n» `],
	['the prompt of dmctl on its own line', text => `» ${text}\n» exit`],
	['a prompt before it', text => `[root@dm-1 ~]# ${text}`],
	['a prompt of root alone before it', text => `# ${text}\n# `],
	['a prompt behind it', text => `$ curl -s 10.0.1.11:8261/apis/v1alpha1/status/\n${text}[root@dm-1 ~]# `],
	['a command line with JSON', text => `$ curl -X PUT -d '{"op": 2}' 10.0.1.11:8261/x\n${text}\n`],
	[
		'words of tiup',
		text =>
			`tiup is checking updates for component dmctl ...\nStarting component dmctl: /root/.tiup/components/dmctl/v7.5.5/dmctl/dmctl query-status {}\n${text}\n`,
	],
	['words of kubectl', text => `Defaulted container "dm-master" out of: dm-master, init (init)\n${text}`],
	['the head of an HTTP answer', text => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${text}`],
	['a label before it', text => `status = ${text};`],
	['times of a log', framed((line, index) => `[${stamp(index)}] ${line}`)],
	[
		'times and names of a log',
		framed((line, index) => `Aug  1 02:${index % 60}:15 dm-1 dmctl[${index}]: ${line}`),
	],
	[
		'the head of a log of DM',
		framed((line, index) => `[2026/08/01 02:51:${index % 60}.758 +08:00] [INFO] [main.go:12] ${line}`),
	],
	['the signs of a mail', framed(line => `> ${line}`)],
	['the signs of a mail to a mail', framed(line => `>> ${line}`)],
	['the signs of a mail without a blank', framed(line => `>${line}`)],
	['docker compose', framed(line => `dm-master-0  | ${line}`)],
	['bars', framed(line => `| ${line}`)],
	['the border of a pane', framed(line => `│${line}`)],
	['a pane between two', framed((line, index) => `top ${index} (│ ${line.padEnd(300)} │ $ ls "${index}`)],
	['line numbers of cat', framed((line, index) => `${String(index + 1).padStart(6)}\t${line}`)],
	['line numbers of grep', framed((line, index) => `${index + 1}:${line}`)],
	['line numbers of an editor', framed((line, index) => ` ${index + 1}  ${line}`)],
	['plus signs of a diff', framed(line => `+${line}`)],
	['the names of pods', framed(line => `[pod/dm-1/dm-master] ${line}`)],
	['the ends of cat -A', framed(line => `${line}$`)],
	['backslashes at the ends', framed(line => `${line} \\`)],
	[
		'a frame, and words before and behind',
		text => `log follows\n${framed(line => `out| ${line}`)(text)}\nbye\n`,
	],
	[
		'a frame and lines of another program',
		text => `x| start\n${framed(line => `out| ${line}`)(text)}\n{"level": "info"}\n`,
	],
	['colours in a frame', text => framed(line => `\u{1B}[32mdm-1 |\u{1B}[0m ${line}`)(text)],
	['blanks to the width of the terminal', framed(line => line.padEnd(150))],
	['a terminal of 80 columns', text => wrap(text, 80)],
	['a terminal of 80 columns within a mail', text => framed(line => `> ${line}`)(wrap(text, 80))],
	['a terminal of Windows', text => wrap(text, 120).replaceAll('\n', '\r\n')],
	['an earlier run before it', text => `${text.replaceAll('"name": "', '"name": "old-')}\n${text}`],
	['an earlier run on its line', text => `${JSON.stringify(JSON.parse(text))}${text}`],
	[
		'a list before it',
		text =>
			`» query-status\n{"result":true,"msg":"","tasks":[{"taskName":"x","taskStatus":"Running","sources":["y"]}]}\n» query-status x\n${text}`,
	],
	[
		'the end of an earlier run before it',
		text => `${text.slice(text.length / 3).replace(/^.*\n/v, '')}\n$ dmctl query-status\n${text}`,
	],
	['an earlier run that was cut off', text => `${text.slice(0, text.length / 2)}\n${text}`],
	[
		'an earlier run that was cut off, and a prompt',
		text => `${text.slice(0, text.length / 2)}^C\n[root@dm-1 ~]# dmctl query-status\n${text}`,
	],
	[
		'an operation behind it',
		text => `${text}\n» pause-task x\n{"op": "Pause", "result": true, "msg": "", "sources": []}\n`,
	],
	['a check behind it', text => `${text}\n» check-task x\n{"result": true, "msg": "check pass!!!"}\n`],
	['several runs in a list', text => `[${text.replaceAll('"name": "', '"name": "old-')}, ${text}]`],
];

/** Those after which a blank inside a string may be missing. */
export const losingMangles: typeof mangles = [
	[
		'a terminal of 100 columns, copied without blanks at the ends',
		text => lines(wrap(text, 100), line => line.trimEnd()),
	],
	[
		'a mail of 72 columns',
		text => text.replaceAll(/^.{72,}$/gmv, line => line.replaceAll(/(?<start>.{50,72}) /gv, '$<start>\n')),
	],
];

/** Those that take a document on one line, too: what `jq -c` and dm-master print. */
export const compactMangles: typeof mangles = [
	['a terminal of 80 columns', text => wrap(text, 80)],
	['a terminal of 211 columns', text => wrap(text, 211)],
	['a prompt behind it', text => `${text}[root@dm-1 ~]# `],
	['times of a log', text => `2026-08-01T02:51:15.758Z stdout F ${text}`],
	['several runs, a line each', text => `${text.replaceAll('"name":"', '"name":"old-')}\n${text}\n`],
	['the colours of jq', coloured('\u{1B}')],
	['U+200B behind every sign', text => between(text, found => `${found}\u{200B}`)],
	['quotes of a word processor', text => texts(text, content => `“${content}”`)],
	['a text within JSON', text => JSON.stringify({log: text}).slice(7, -1)],
	['a command before it', text => `$ curl -s 10.0.1.11:8261/apis/v1alpha1/status/ ${text}`],
];
