/**
 * How the text of a dialog is fitted into the space for it.
 */
import {type Line, span} from '../../components/line.js';
import {say} from '../../language/say.js';
import {labelText} from '../../language/sentences.js';
import {textWidth} from '../../terminal/width.js';

/** A note beside the text, such as how much of it is left out. */
export const noteLine = (text: string): Line => [span(text, 'dim')];

/** The parts of a dialog: information, which may be shortened, and the question, which never is. */
export type DialogText = {
	/** One line each, of `targetCount`. */
	readonly targets: readonly Line[];
	readonly targetCount: number;
	/** The DDL that it is about, or the changes of a table. */
	readonly sql: readonly Line[];
	readonly consequence: readonly Line[];
	/** Wrapped, most general first, of `warningCount`. */
	readonly warnings: ReadonlyArray<readonly Line[]>;
	readonly warningCount: number;
	/** What has changed in the meantime, and why it cannot be done. */
	readonly news: readonly Line[];
	/** Wrapped, of `commandCount`. */
	readonly commands: ReadonlyArray<readonly Line[]>;
	readonly commandCount: number;
	readonly asked: readonly Line[];
};

/** How much is shown of the parts that may be shortened. */
type Share = {
	readonly targets: number;
	readonly sql: number;
	readonly warnings: number;
	readonly commands: number;
	readonly gap: number;
};

const linesOf = (text: DialogText, share: Share): readonly Line[] => {
	const targets = text.targets.slice(0, share.targets);
	const sql = text.sql.slice(0, share.sql);
	const warnings = text.warnings.slice(0, share.warnings);
	const commands = text.commands.slice(0, share.commands);
	const hidden = {
		targets: text.targetCount - targets.length,
		sql: text.sql.length - sql.length,
		warnings: text.warningCount - warnings.length,
		commands: text.commandCount - commands.length,
	};
	return [
		...targets,
		...(hidden.targets > 0 ? [noteLine(say('and {count} more: PgDn', {count: hidden.targets}))] : []),
		...sql,
		...(hidden.sql > 0
			? [noteLine(`  ${say('… {count} more {count|line|lines}: PgDn', {count: hidden.sql})}`)]
			: []),
		...text.consequence,
		...warnings.flat(),
		...(hidden.warnings > 0
			? [[span(say('and {count} more {count|warning|warnings}: PgDn', {count: hidden.warnings}), 'warn')]]
			: []),
		...text.news,
		...commands.flat(),
		...(hidden.commands > 0
			? [
					noteLine(
						`${' '.repeat(textWidth(labelText(say('same as:'))))}${say('and {count} more: PgDn', {count: hidden.commands})}`,
					),
				]
			: []),
		...(share.gap > 0 ? [[]] : []),
		...text.asked,
	];
};

/** All that is told before the question. */
export const wholeLines = ({
	targets,
	sql,
	consequence,
	warnings,
	news,
	commands,
}: DialogText): readonly Line[] => [
	...targets,
	...sql,
	...consequence,
	...warnings.flat(),
	...news,
	...commands.flat(),
];

/** The parts that are shortened, in this order, and their least number of lines. */
const giving: ReadonlyArray<readonly [part: keyof Share, least: number]> = [
	['gap', 0],
	['commands', 1],
	['targets', 3],
	['sql', 3],
	['warnings', 1],
	['targets', 1],
	['warnings', 0],
	['sql', 1],
];

/**
 * A dialog's lines, in `height` of them: if there is too little space, the names of many targets and then their
 * warnings are shortened, in favour of the consequence, the command and the question, each with a note on how much is
 * left out.
 */
export const fitDialog = (text: DialogText, height: number): readonly Line[] => {
	let share: Share = {
		targets: Math.min(height, text.targets.length),
		sql: text.sql.length,
		warnings: Math.min(height, text.warnings.length),
		commands: Math.min(height, text.commands.length),
		gap: 1,
	};
	let lines = linesOf(text, share);
	for (const [part, least] of giving) {
		while (lines.length > height && share[part] > least) {
			share = {...share, [part]: share[part] - 1};
			lines = linesOf(text, share);
		}
	}

	if (lines.length <= height) {
		return lines;
	}

	const told = lines.slice(0, lines.length - text.asked.length);
	const shown = told.slice(0, Math.max(0, height - text.asked.length - 1));
	return [
		...shown,
		noteLine(say('… {count} more {count|line|lines}: PgDn', {count: told.length - shown.length})),
		...text.asked,
	];
};
