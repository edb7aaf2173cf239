/** The page that `dm-top --help` prints, made from the tables of commands and flags. */
import {wrapLine} from '../../../components/wrap.js';
import {span} from '../../../components/line.js';
import {textWidth} from '../../../terminal/width.js';
import {say} from '../../../language/say.js';
import {commands, type Form, forms} from './commands.js';
import {flagForm} from './flag-form.js';
import {type Option, optionGroups} from './options.js';

/** Columns of the whole page. */
const width = 100;

/** A label with its text beside it, or below if the label is too long. */
const entry = (label: string, description: string, column: number): string[] => {
	const lines = wrapLine([span(description)], width - column).map(line =>
		line
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
	const isBeside = textWidth(label) + 4 <= column;
	const indent = ' '.repeat(column);
	return isBeside
		? lines.map((line, index) => (index === 0 ? `  ${label}`.padEnd(column) : indent) + line)
		: [`  ${label}`, ...lines.map(line => indent + line)];
};

const formLines = (rows: readonly Form[], before: string): string[] =>
	rows.flatMap(({form, description}) => entry(`${before}${form}`, say(description), 43));

const optionLines = ({flags, description}: Option): string[] =>
	entry(flags.map(flag => flagForm(flag)).join(', '), say(description), 27);

const section = (heading: string, lines: readonly string[]): string => `${heading}\n${lines.join('\n')}\n`;

/** The whole text, lines of at most 100 columns. */
export const helpPage = (): string =>
	[
		`${say('htop for TiDB Data Migration: every task of a DM cluster, live.')}\n`,
		section(say('Usage'), formLines(forms, 'dm-top ')),
		section(say('Commands'), formLines(commands, '')),
		...optionGroups.map(({heading, options}) =>
			section(
				say(heading),
				options.flatMap(option => optionLines(option)),
			),
		),
		section(say('Keys'), [
			`  ${say('? shows them all: arrows and Enter navigate, / filters, s sorts, q quits.')}`,
		]),
	].join('\n');
