/** The man page dm-top(1), made from the tables of commands, flags and keys. */
import type {Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';
import {asciiSymbols} from '../../../components/symbols.js';
import {showKey} from '../../../screens/keys/keys.js';
import {actions, modeNames} from '../../../screens/keys/table.js';
import {commands, type Form, forms} from './commands.js';
import {flagForm} from './flag-form.js';
import {optionGroups} from './options.js';

/** When the page last changed, apart from the tables. */
const date = '2026-11-28';

const notAscii = /\P{ASCII}/gv;

/** A line may end after each of these characters, which are written without blanks, but not next to punctuation. */
const wide = /[\p{Script=Han}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/v;
const opens = /[“《「（]/v;
const closes = /[\n ”…、。》」！），：；？]/v;

const characterName = (character: string, offset: number, text: string): string => {
	const name = String.raw`\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
	const next = text[offset + character.length] ?? ' ';
	return wide.test(character) && !opens.test(character) && !closes.test(next) ? String.raw`${name}\:` : name;
};

/** Text with roff's requests and escapes escaped, and with dashes that can be copied. */
export const roff = (text: string): string =>
	text
		.replaceAll('\\', String.raw`\e`)
		.replaceAll('-', String.raw`\-`)
		.replaceAll(notAscii, (character, offset: number, whole: string) =>
			characterName(character, offset, whole),
		)
		.replaceAll(/^(?=['.])/gmv, String.raw`\&`);

/** Lines of some 70 characters, as roff's tools recommend; roff breaks filled text itself. */
const filled = (text: string): string => roff(text.replaceAll(/(?<line>.{40,70}?) (?=.{10})/gv, '$<line>\n'));

/** Words in the argument of a macro. */
const quoted = (text: string): string => `"${roff(text).replaceAll('"', String.raw`\(dq`)}"`;

const entry = (label: string, description: string): string =>
	`.TP\n.B ${quoted(label)}\n${filled(description)}`;

const section = (heading: Phrase, ...lines: readonly string[]): string =>
	[`.SH ${quoted(say(heading).toUpperCase())}`, ...lines].join('\n');

const subsection = (heading: Phrase, ...lines: readonly string[]): string =>
	[`.SS ${quoted(say(heading))}`, ...lines].join('\n');

const formEntries = (rows: readonly Form[], before: string): string[] =>
	rows.map(({form, description}) => entry(`${before}${form}`, say(description)));

/** Keys of one mode each, in the order of the help page. */
const keySections = (): string[] =>
	[...modeNames].map(([mode, {heading}]) =>
		subsection(
			heading,
			...actions
				.filter(({modes}) => modes.includes(mode))
				.map(({keys, help}) => entry(keys.map(key => showKey(key, asciiSymbols)).join(' '), say(help))),
		),
	);

const environment: readonly Form[] = [
	{form: 'DM_MASTER_ADDR', description: 'the dm-masters, where --master-addr is not given'},
	{
		form: 'DM_TOP_THEME, DM_TOP_LANG, DM_TOP_PROMETHEUS',
		description: 'what --theme, --lang and --prometheus say',
	},
	{form: 'NO_COLOR', description: 'no colours'},
	{form: 'COLORFGBG, COLORTERM, TERM', description: 'what the terminal can show'},
	{
		form: 'LC_ALL, LC_MESSAGES, LANG',
		description: 'the language, and whether text other than ASCII can be shown',
	},
	{form: 'VISUAL, EDITOR', description: 'what opens where SQL is asked for'},
	{
		form: 'DM_TOP_KIND, DM_TOP_SEVERITY, DM_TOP_TASK, DM_TOP_SOURCE, DM_TOP_WHAT, DM_TOP_FIX …',
		description: 'given to the command of --on-finding',
	},
];

const files: readonly Form[] = [
	{
		form: '$XDG_CACHE_HOME/dm-top',
		description: 'compiled code, and names for completion; ~/.cache/dm-top by default',
	},
	{
		form: '$XDG_STATE_HOME/dm-top',
		description: 'the log of a crash, and what was set on the screen; ~/.local/state/dm-top by default',
	},
];

const exitCodes: readonly Form[] = [
	{
		form: '0',
		description: 'the screen was left; with --once nothing is worse than a notice; a command is done',
	},
	{
		form: '1',
		description: 'with --once something is a warning or worse; a command was refused or failed; a crash',
	},
	{form: '2', description: 'the command line has a mistake, or nothing could be reached'},
	{form: '3', description: 'a command is not confirmed; check: not known'},
];

const examples: ReadonlyArray<readonly [command: string, description: Phrase]> = [
	['dm-top --master-addr 10.0.1.11:8261', 'Watches a cluster.'],
	['dm-top --simulate shop', 'Shows a simulated one, to try dm-top out.'],
	['dm-top --once --json --simulate calm', 'Prints everything that is known, for a script.'],
	['dm-top explain 36069', 'Explains what an error means and what to do.'],
];

/** The whole page in the current language, as roff with the man macros. */
export const manPage = (): string =>
	[
		`.TH ${roff('DM-TOP')} 1 ${date} ${roff('dm-top')} ${quoted(say('User Commands'))}`,
		'.nh',
		'.ad l',
		section('Name', roff(`dm-top - ${say('htop for TiDB Data Migration')}`)),
		section(
			'Synopsis',
			...forms.flatMap(({form}) => [String.raw`.B dm\-top`, roff(form), '.br']).slice(0, -1),
		),
		section(
			'Description',
			filled(
				say(
					'dm-top shows every task of a cluster of TiDB Data Migration (DM), live in the terminal: what runs, how far, how fast, what is wrong and why, and what to do about it.',
				),
			),
			...formEntries(forms, 'dm-top '),
		),
		section('Commands', ...formEntries(commands, '')),
		section(
			'Options',
			...optionGroups.map(({heading, options}) =>
				subsection(
					heading,
					...options.map(({flags, description}) =>
						entry(flags.map(flag => flagForm(flag)).join(', '), say(description)),
					),
				),
			),
		),
		section('Keys', filled(say('? shows them on the screen, the most relevant first.')), ...keySections()),
		section('Environment', ...formEntries(environment, '')),
		section('Files', ...formEntries(files, '')),
		section('Exit status', ...formEntries(exitCodes, '')),
		section('Examples', ...examples.map(([command, description]) => entry(command, say(description)))),
		section('See also', roff('https://docs.pingcap.com/tidb/stable/dm-overview')),
		'',
	].join('\n');
