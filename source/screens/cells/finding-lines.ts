/**
 * How a finding is shown: its sign, since when, and the lines of what, why and what to do. The same on every screen.
 */
import {type Line, type Style, span} from '../../components/line.js';
import {formatMoment, formatRoughly} from '../../components/quantity.js';
import {wrapLine} from '../../components/wrap.js';
import type {Symbols} from '../../components/symbols.js';
import type {Finding, Severity} from '../../findings/finding.js';
import {kindWords} from '../../operations/kinds.js';
import {pageNameOf} from '../../operations/offering/pages.js';
import {textWidth, padTo} from '../../terminal/width.js';
import type {Drawing} from '../drawing.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {labelText, listNames, namesText} from '../../language/sentences.js';
import {cutError} from './telling-cut.js';

const looks: Record<Severity, {readonly sign: string; readonly ascii: string; readonly style: Style}> = {
	critical: {sign: '✗', ascii: 'x', style: 'bad'},
	warning: {sign: '!', ascii: '!', style: 'warn'},
	notice: {sign: '·', ascii: '.', style: 'info'},
};

/** What the severities mean, for the help screen. */
export const severityMeanings: ReadonlyArray<readonly [Severity, Phrase]> = [
	['critical', 'replication has stopped, or data differ'],
	['warning', 'needs attention'],
	['notice', 'worth knowing'],
];

/** The style of a severity's sign. */
export const severityStyle = (severity: Severity): Style => looks[severity].style;

/** The sign alone, one column wide. */
export const severitySign = (severity: Severity, {isAscii}: Symbols): Line => {
	const look = looks[severity];
	return [span(isAscii ? look.ascii : look.sign, look.style)];
};

/** "since 21:51:38 (4m)"; "seen since 21:51:38, maybe longer" where the beginning was not seen; '' when it is not known. */
export const sinceText = (
	{since, isSinceAtLeast}: Pick<Finding, 'since' | 'isSinceAtLeast'>,
	now: number,
): string => {
	if (since === undefined) {
		return '';
	}

	const moment = formatMoment(since, now);
	return isSinceAtLeast
		? say('seen since {moment}, maybe longer', {moment})
		: say('since {moment} ({age})', {moment, age: formatRoughly(Math.max(0, now - since) / 1000)});
};

/** Where it is, except for what is already clear: "mysql-01 on worker-1", "master-2"; '' for the cluster. */
export const placeText = (
	{task, source, worker, master}: Finding,
	known: {readonly task?: string; readonly source?: string; readonly worker?: string} = {},
): string =>
	[
		task === known.task ? undefined : task,
		source === known.source ? undefined : source,
		source === undefined && worker !== known.worker ? worker : undefined,
		master,
	]
		.filter(name => name !== undefined)
		.join(' › ');

/** What is wrong, and since when, in one line. */
export const findingLine = (
	finding: Finding,
	{cluster, symbols}: Pick<Drawing, 'cluster' | 'symbols'>,
	known: Parameters<typeof placeText>[1] = {},
): Line => {
	const place = placeText(finding, known);
	const since = sinceText(finding, cluster.now);
	return [
		...severitySign(finding.severity, symbols),
		span(' '),
		...(place === '' ? [] : [span(labelText(say('{place}:', {place})), 'strong')]),
		span(finding.what, severityStyle(finding.severity)),
		...(since === '' ? [] : [span(`   ${since}`, 'dim')]),
	];
};

/** The column of labels under what is wrong. */
const labelWidth = 6;

const labelled = (label: Phrase, texts: readonly string[], style: Style = 'plain'): Line[] =>
	texts.map((text, index) => [
		span(padTo(index === 0 ? say(label) : '', labelWidth), 'dim'),
		span(text, style),
	]);

/** Whether DM continues by itself: it retries what failed, and continues from where it only waits. [] where that is not known. */
export const retryText = ({retries, error}: Finding): readonly string[] => {
	switch (retries) {
		case 'yes': {
			return [error ? say('DM tries again by itself') : say('DM continues by itself when that is done')];
		}

		case 'no': {
			return [error ? say('DM does not try again by itself') : say('DM does not continue by itself')];
		}

		default: {
			return [];
		}
	}
};

/** The operations that get past it, as their key offers them, with the page that has them; [] where nothing can be operated. */
export const cureText = ({operations}: Finding, canOperate: boolean): readonly string[] => {
	if (!canOperate || operations.length === 0) {
		return [];
	}

	const texts = Map.groupBy(operations, kind => pageNameOf(kind) ?? '')
		.entries()
		.map(([page, kinds]) => {
			const names = namesText(kinds.map(kind => say(kindWords[kind].name)));
			return page === '' ? names : say('{page} (there: {names})', {page, names});
		})
		.toArray();
	return [`o  ${namesText(texts)}`];
};

/** What this dm-top last tried against an error that is still there, and when it failed; [] where nothing was. */
const triedText = (
	{task, source, since = 0, error}: Finding,
	{cluster: {events, now}}: Pick<Drawing, 'cluster'>,
): readonly string[] => {
	const last =
		error &&
		events.find(
			event =>
				event.isOperation === true &&
				event.at >= since &&
				event.task === task &&
				(event.source === undefined || event.source === source),
		);
	return last?.health === 'error' ? [`${formatMoment(last.at, now)}  ${last.text}`] : [];
};

/** Everything about it: what, what to do, what was tried, why, and whether DM continues by itself. */
export const findingLines = (
	finding: Finding,
	drawing: Pick<Drawing, 'cluster' | 'symbols' | 'canOperate'>,
	known: Parameters<typeof placeText>[1] = {},
): Line[] => [
	findingLine(finding, drawing, known),
	...labelled('do', finding.fix),
	...labelled('key', cureText(finding, drawing.canOperate)),
	...labelled('tried', triedText(finding, drawing), 'warn'),
	...labelled('why', finding.why),
	...labelled('DM', retryText(finding)),
];

/** The number of further steps; an error has a page with all of them. */
const moreText = ({error}: Finding, count: number): string =>
	error ? say('(? shows {count} more)', {count}) : say('({count} more)', {count});

/** The same with only the first step and the first reason: the error's own page has the others. */
const briefLines = (
	finding: Finding,
	drawing: Pick<Drawing, 'cluster' | 'symbols' | 'canOperate'>,
	known: Parameters<typeof placeText>[1],
): Line[] => {
	const {fix, why} = finding;
	const more = fix.length - 1;
	return [
		findingLine(finding, drawing, known),
		...labelled('do', fix.slice(0, 1)).map((line): Line =>
			more < 1 ? line : [...line, span(`  ${moreText(finding, more)}`, 'dim')],
		),
		...labelled('key', cureText(finding, drawing.canOperate)),
		...labelled('tried', triedText(finding, drawing), 'warn'),
		...labelled('why', why.slice(0, 1)),
	];
};

/** The same problem at several places: the first of them, and the others. */
type Group = {readonly finding: Finding; readonly others: readonly Finding[]};

/** Groups of equal findings at several places, in the order of their first. */
const groupFindings = (findings: readonly Finding[]): readonly Group[] =>
	Map.groupBy(findings, ({severity, kind, what}) => JSON.stringify([severity, kind, what]))
		.values()
		.map(([finding, ...others]) => ({finding: finding!, others}))
		.toArray();

/** What is wrong at one place or at several, in one line; since when, of the first of them. */
const groupLine = (
	{finding, others}: Group,
	drawing: Pick<Drawing, 'cluster' | 'symbols'>,
	known: Parameters<typeof placeText>[1],
): Line => {
	const line = findingLine(finding, drawing, known);
	const names = [finding, ...others].map(one => placeText(one, known));
	const [sign, blank, place, ...rest] = line;
	return others.length === 0 || names.includes('') || !sign || !blank || !place
		? line
		: [sign, blank, span(labelText(say('{place}:', {place: listNames(names)})), 'strong'), ...rest];
};

/** One line for each problem. */
export const groupedLines = (
	findings: readonly Finding[],
	drawing: Pick<Drawing, 'cluster' | 'symbols'>,
	known: Parameters<typeof placeText>[1] = {},
): Line[] => groupFindings(findings).map(group => groupLine(group, drawing, known));

/**
 * Several findings: the worst in full, each of the others in one line. Where that is more than `box` has space for, the
 * worst is shortened.
 */
export const findingsLines = (
	findings: readonly Finding[],
	drawing: Pick<Drawing, 'cluster' | 'symbols' | 'canOperate'>,
	known: Parameters<typeof placeText>[1] = {},
	box?: {readonly width: number; readonly most: number},
): Line[] => {
	const [worst] = findings;
	if (worst === undefined) {
		return [];
	}

	const [first, ...further] = groupedLines(findings, drawing, known);
	const whole = [first!, ...findingLines(worst, drawing, known).slice(1), ...further];
	const isTooLong =
		box && whole.flatMap(line => wrapLine(line, box.width, 6, box.most + 1)).length > box.most;
	return isTooLong ? [first!, ...briefLines(worst, drawing, known).slice(1), ...further] : whole;
};

/** The worst finding in a few words, with its source where there are several. */
export const whyCell = (worst: Finding | undefined, width: number, isOneOfSeveral = false): Line => {
	if (worst === undefined) {
		return [];
	}

	const style = severityStyle(worst.severity);
	const {source} = worst;
	const brief = span(cutError(span(worst.brief).text, width), style);
	const whose =
		isOneOfSeveral && source !== undefined && !worst.brief.includes(source)
			? say(' ({reasons})', {reasons: source})
			: '';
	return whose !== '' && textWidth(brief.text) + textWidth(whose) <= width
		? [brief, span(whose, 'dim')]
		: [brief];
};
