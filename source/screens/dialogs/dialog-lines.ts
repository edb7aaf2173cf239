/**
 * What stands in the dialog that asks before anything is sent, and in the menu before it.
 */
import {type Line, fitLine, span, spread} from '../../components/line.js';
import type {Symbols} from '../../components/theme.js';
import {wrapLine} from '../../components/wrap.js';
import {type Dialog, isEnabled} from '../../commands/operations/dialog.js';
import type {Offer} from '../../commands/operations/offers.js';
import {confirmText} from '../../commands/operations/planning/confirm.js';
import {graphemes} from '../../commands/line/edit.js';
import {lagCell} from '../cells.js';
import {healthStyle} from '../health.js';

/** Targets shown before "and N more". */
const targetsShown = 8;

const button = (label: string, isFocused: boolean, isDim: boolean): Line => [
	isFocused ? span(`[${label}]`, 'marker') : span(` ${label} `, isDim ? 'dim' : 'plain'),
];

const targetLines = ({plan}: Dialog, symbols: Symbols, width: number): Line[] => {
	const shown = plan.targets.slice(0, targetsShown);
	const left = plan.targets.length - shown.length;
	return [
		...shown.map(({name, scope, state, health, lag}): Line => {
			const tail: Line = [
				span(state, healthStyle(health)),
				...(lag.kind === 'none' ? [] : [span('  lag ', 'dim'), ...lagCell(lag, symbols)]),
			];
			return spread([span(name, 'strong'), span(scope === '' ? '' : `  ${scope}`, 'dim')], tail, width);
		}),
		...(left > 0 ? [[span(`and ${left} more`, 'dim')]] : []),
	];
};

const typedLine = (label: string, text: string, cursor: number, ascii: boolean): Line => {
	const characters = graphemes(text);
	return [
		span(`${label} `, 'plain'),
		span(characters.slice(0, cursor).join(''), 'strong'),
		span(ascii ? '_' : '▏', 'marker'),
		span(characters.slice(cursor).join(''), 'strong'),
	];
};

/** What a dialog tells, which may be cut short, and what it asks, which never is. */
export type DialogText = {readonly told: readonly Line[]; readonly asked: readonly Line[]};

/** As many of a dialog's lines as fit in `height`: what it tells gives way, with a word on how much. */
export const fitDialog = ({told, asked}: DialogText, height: number): readonly Line[] => {
	const room = Math.max(0, height - asked.length);
	if (told.length <= room) {
		return [...told, ...asked];
	}

	const shown = told.slice(0, Math.max(0, room - 1));
	return [
		...shown,
		[span(`… ${told.length - shown.length} more lines in a taller terminal`, 'dim')],
		...asked,
	];
};

/** The dialog's lines, at most `width` columns each. */
export const dialogText = (dialog: Dialog, symbols: Symbols, ascii: boolean, width: number): DialogText => {
	const {plan, step, sql, typed, focus, notice} = dialog;
	const wrap = (line: Line) => wrapLine(line, width, 2);
	const lines: Line[] = [
		...targetLines(dialog, symbols, width),
		...(plan.ddl === '' ? [] : wrap([span('DDL ', 'dim'), span(plan.ddl, 'warn')])),
		...wrap([span(plan.consequence)]),
		...plan.warnings.flatMap(warning => wrap([span(warning, 'warn')])),
		...plan.changes.flatMap(change => wrap([span('changed meanwhile: ', 'bad'), span(change)])),
		...(plan.obstacle === '' ? [] : wrap([span(plan.obstacle, 'bad')])),
		...plan.dmctl
			.slice(0, 3)
			.flatMap((command, index) =>
				wrap([span(index === 0 ? 'same as: ' : ' '.repeat(9), 'dim'), span(command, 'dim')]),
			),
		...(plan.dmctl.length > 3 ? [[span(`         and ${plan.dmctl.length - 3} more`, 'dim')]] : []),
		[],
	];
	if (step === 'sql') {
		return {
			told: lines,
			asked: [
				...wrap(typedLine('SQL in its place:', sql.text, sql.cursor, ascii)),
				[span('Enter goes on, Esc cancels', 'dim')],
				...(notice === '' ? [] : wrap([span(notice, 'warn')])),
			],
		};
	}

	const asks = confirmText(plan.confirm);
	const next = focus === 'action' ? 'Enter does it' : 'move, then Enter';
	return {
		told: lines,
		asked: [
			...(asks === '' ? [] : wrap(typedLine(asks, typed, graphemes(typed).length, ascii))),
			fitLine(
				[
					...button('Cancel', focus === 'cancel', false),
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

/** The menu of operations, the chosen one marked. */
export const menuLines = (offers: readonly Offer[], index: number, symbols: Symbols): Line[] =>
	offers.map(({text}, row) => [
		span(row === index ? `${symbols.marker} ` : '  ', 'marker'),
		span(text, row === index ? 'strong' : 'plain'),
	]);
