/**
 * The lines of the dialog that asks before anything is sent.
 */
import {type Line, fitLine, span, spread} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {wrapLine} from '../../components/wrap.js';
import {confirmText} from '../../operations/planning/confirm.js';
import type {Plan} from '../../operations/planning/plan.js';
import {graphemes} from '../command-line/edit.js';
import {lagCell} from '../cells/cells.js';
import {healthStyle} from '../cells/health.js';
import {say} from '../../language/say.js';
import {labelText} from '../../language/sentences.js';
import {textWidth} from '../../terminal/width.js';
import {isEnabled} from './dialog.js';
import type {Dialog} from './dialog-state.js';
import {type DialogText, noteLine} from './fit-dialog.js';

const button = (label: string, isFocused: boolean, isDim: boolean): Line => [
	isFocused ? span(`[${label}]`, 'marker') : span(` ${label} `, isDim ? 'dim' : 'plain'),
];

const targetLines = ({plan}: Dialog, symbols: Symbols, width: number, most: number): Line[] =>
	plan.targets.slice(0, most).map(({name, scope, state, health, lag}): Line => {
		const tail: Line = [
			span(state, healthStyle(health)),
			...(lag.kind === 'none' ? [] : [span(`  ${say('lag')} `, 'dim'), ...lagCell(lag, symbols)]),
		];
		return spread([span(name, 'strong'), span(scope === '' ? '' : `  ${scope}`, 'dim')], tail, width);
	});

const typedLine = (label: string, text: string, cursor: number, symbols: Symbols): Line => {
	const characters = graphemes(text);
	return [
		span(labelText(label), 'plain'),
		span(characters.slice(0, cursor).join(''), 'strong'),
		span(symbols.cursor, 'marker'),
		span(characters.slice(cursor).join(''), 'strong'),
	];
};

/** The lines around the cursor of a text that is longer than the space for it. */
const aroundCursor = (lines: readonly Line[], most: number): readonly Line[] => {
	if (lines.length <= most) {
		return lines;
	}

	const cursor = lines.findIndex(line => line.some(({style}) => style === 'marker'));
	const space = Math.max(1, most - 2);
	const from = Math.max(0, Math.min(cursor - Math.floor(space / 2), lines.length - space));
	const below = lines.length - from - space;
	return [
		...(from > 0 ? [noteLine(say('… {count} {count|line|lines} before', {count: from}))] : []),
		...lines.slice(from, from + space),
		...(below > 0 ? [noteLine(say('… {count} {count|line|lines} after', {count: below}))] : []),
	];
};

/** The space for a dialog. */
export type DialogSpace = {readonly width: number; readonly height?: number; readonly most?: number};

const questionOf = ({choice, asks}: Plan): string => {
	if (asks === 'start-time') {
		return say('Start time, as 2026-11-27 01:02:03:');
	}

	switch (choice.kind) {
		case 'schema-set': {
			return say('The new columns:');
		}

		case 'binlog-inject': {
			return say('SQL before this DDL:');
		}

		default: {
			return say('SQL in its place:');
		}
	}
};

const diffStyles = {'+': 'good', '-': 'bad', ' ': 'dim'} as const;

/** The changed lines, and the number of unchanged ones. */
const diffLines = ({diff}: Plan, wrap: (line: Line) => readonly Line[]): readonly Line[] => {
	const changes = diff.filter(({sign}) => sign !== ' ');
	const same = diff.length - changes.length;
	return [
		...changes.flatMap(({sign, text}) => wrap([span(`${sign} ${text}`, diffStyles[sign])])),
		...(diff.length === 0
			? []
			: [
					noteLine(
						changes.length === 0
							? `  ${say('the same columns as DM has')}`
							: `  ${say('{same} {same|line stays|lines stay} as in what DM has', {same})}`,
					),
				]),
	];
};

/**
 * The content of a dialog, in lines of at most `width` columns; of what there may be many of, at most `most`. A text that
 * is entered has half of `height`.
 */
export const dialogText = (
	dialog: Dialog,
	symbols: Symbols,
	{width, height = Infinity, most = Infinity}: DialogSpace,
): DialogText => {
	const {plan, step, text, typed, focus, notice} = dialog;
	const wrap = (line: Line) => wrapLine(line, width, 2);
	const sameAs = labelText(say('same as:'));
	const told: Omit<DialogText, 'asked'> = {
		targets: targetLines(dialog, symbols, width, most),
		targetCount: plan.targets.length,
		sql: [
			...(plan.ddl === '' ? [] : wrap([span(`${say('DDL')} `, 'dim'), span(plan.ddl, 'warn')])),
			...diffLines(plan, wrap),
		],
		consequence: wrap([span(plan.consequence)]),
		warnings: plan.warnings.slice(0, most).map(warning => wrap([span(warning, 'warn')])),
		warningCount: plan.warnings.length,
		news: [
			...plan.changes.flatMap(change =>
				wrap([span(labelText(say('changed meanwhile:')), 'bad'), span(change)]),
			),
			...(plan.obstacle === '' ? [] : wrap([span(plan.obstacle, 'bad')])),
		],
		commands: plan.dmctl
			.slice(0, most)
			.map((command, index) =>
				wrap([span(index === 0 ? sameAs : ' '.repeat(textWidth(sameAs)), 'dim'), span(command, 'dim')]),
			),
		commandCount: plan.dmctl.length,
	};
	if (step === 'text') {
		return {
			...told,
			asked: [
				...aroundCursor(
					wrap(typedLine(questionOf(plan), text.text, text.cursor, symbols)),
					Math.max(3, Math.floor(height / 2)),
				),
				[
					span(
						plan.asks === 'sql'
							? say('Enter continues, Ctrl-O opens $EDITOR, Esc cancels')
							: say('Enter continues, Esc cancels'),
						'dim',
					),
				],
				...(notice === '' ? [] : wrap([span(notice, 'warn')])),
			],
		};
	}

	const asks = confirmText(plan.confirm);
	const next =
		focus === 'action'
			? say('Enter does it')
			: plan.obstacle === ''
				? say('move, then Enter')
				: say('Enter closes');
	return {
		...told,
		asked: [
			...(asks === '' ? [] : wrap(typedLine(asks, typed, graphemes(typed).length, symbols))),
			fitLine(
				[
					...button(say('Cancel'), focus === 'cancel', false),
					span(' '.repeat(3)),
					...button(plan.action, focus === 'action', !isEnabled(dialog)),
					span(`   ${next}`, 'dim'),
				],
				width,
			),
			...(notice === '' ? [] : wrap([span(notice, 'warn')])),
		],
	};
};
