/**
 * A complete ticket about a spot, in Markdown: what, since when, the evidence, positions, DM's error, what was tried,
 * what to do. Pure.
 */
import {
	formatDate,
	formatDuration,
	formatRoughly,
	formatTime,
	formatZone,
} from '../../../components/quantity.js';
import {explainError, foldErrors} from '../../../dm/errors.js';
import {findBadDdl} from '../../../dm/derived/bad-ddl.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Finding} from '../../../findings/finding.js';
import type {ClusterEvent, Lag, SubtaskView} from '../../../monitor/view.js';
import {subtasksOfTarget} from '../../../operations/target.js';
import {shortDistance} from '../../cells/cells.js';
import {eventText} from '../../cells/event-text.js';
import {placeText, retryText} from '../../cells/finding-lines.js';
import {shortPosition} from '../../lists/columns/subtask-columns.js';
import {namesText} from '../../../language/sentences.js';
import {say} from '../../../language/say.js';
import {greatest} from '../../../dm/values/extremes.js';
import {cleanText, errorText} from './copyables.js';
import type {Spot} from './spot.js';

/** What a ticket says about the cluster and dm-top. */
export type TicketFacts = {
	readonly cluster: DiagnosedView;
	/** The cluster's name. */
	readonly title: string;
	/** Dm-top's own version; '' where it is not known. */
	readonly version: string;
	/** The commands of the first operation against it. */
	readonly commands: string;
};

/** The most events in a ticket. */
const eventsTold = 30;

const momentText = (at: number): string => `${formatDate(at)} ${formatTime(at)} ${formatZone(at)}`;

/** Text in a code fence that is longer than any in it. */
const fenced = (text: string, language = ''): readonly string[] => {
	const longest = greatest(
		text.matchAll(/`+/gv).map(([ticks]) => ticks.length),
		2,
	);
	const fence = '`'.repeat(longest + 1);
	return [fence + language, text, fence];
};

/** Text within a table's cell or a line of Markdown: escaped so that it does not end the cell. */
const cell = (text: string): string => (text === '' ? '-' : text.replaceAll('|', String.raw`\|`));

const lagText = (lag: Lag): string => {
	switch (lag.kind) {
		case 'seconds': {
			return formatDuration(lag.seconds);
		}

		case 'at-least': {
			return say('at least {age}', {age: formatRoughly(lag.seconds)});
		}

		case 'unknown': {
			return say('unknown');
		}

		case 'none': {
			return '';
		}
	}
};

const sinceOf = ({since, isSinceAtLeast}: Finding): string =>
	since === undefined
		? ''
		: isSinceAtLeast
			? say('Seen since {moment}, maybe longer.', {moment: momentText(since)})
			: say('Since {moment}.', {moment: momentText(since)});

const findingPart = (finding: Finding, known: Parameters<typeof placeText>[1]): readonly string[] => {
	const place = placeText(finding, known);
	return [
		`- **${place === '' ? '' : `${place}: `}${finding.what}** (${say(finding.severity)}, \`${finding.kind}\`)`,
		...[sinceOf(finding), ...retryText(finding), ...finding.why]
			.filter(line => line !== '')
			.map(line => `  - ${line.replaceAll(/\r?\n/gv, ' ')}`),
	];
};

const positionRow = ({subtask, lag, distance}: SubtaskView): string => {
	const {sync, relay} = subtask;
	const cells = [
		subtask.source,
		subtask.worker,
		subtask.stage,
		subtask.unit,
		lagText(lag),
		distance ? shortDistance(distance) : '',
		shortPosition(sync?.masterBinlog ?? ''),
		shortPosition(sync?.syncerBinlog ?? ''),
		sync?.syncerBinlogGtid ?? '',
		relay ? `${relay.stage} ${shortPosition(relay.relayBinlog)}` : '',
	];
	return `| ${cells.map(text => cell(text)).join(' | ')} |`;
};

const positions = (views: readonly SubtaskView[]): readonly string[] =>
	views.length === 0
		? []
		: [
				`## ${say('Positions')}`,
				'',
				say(
					'| source | worker | stage | unit | lag | behind | upstream | checkpoint | checkpoint GTID | relay |',
				),
				'|---|---|---|---|---|---|---|---|---|---|',
				...views.map(view => positionRow(view)),
				'',
			];

const errorParts = ({subtask}: SubtaskView): readonly string[] =>
	foldErrors([
		...(subtask.result?.errors ?? []),
		...(subtask.relay?.result?.errors ?? []),
		...(subtask.validation?.result?.errors ?? []),
	]).flatMap(({error, count}) => [
		`### ${say('{task} on {source}', {task: subtask.task, source: subtask.source})}${count > 1 ? say(', {count} times', {count}) : ''}`,
		'',
		[
			error.class,
			error.scope === '' ? '' : say('{scope} scope', {scope: error.scope}),
			error.level === '' ? '' : say('{level} level', {level: error.level}),
		]
			.filter(Boolean)
			.join(', '),
		'',
		...fenced(errorText(error)),
		'',
		...(explainError(error).dmWords === ''
			? []
			: [say("DM's advice: {advice}", {advice: explainError(error).dmWords}), '']),
	]);

const isAbout = ({task, source}: ClusterEvent, spot: Spot): boolean =>
	spot.task === undefined
		? spot.source !== undefined && source === spot.source
		: task === spot.task && (spot.source === undefined || source === undefined || source === spot.source);

const eventSection = (spot: Spot, {events, now}: DiagnosedView): readonly string[] => {
	const told = events.filter(event => isAbout(event, spot)).slice(0, eventsTold);
	return told.length === 0
		? []
		: [
				`## ${say('What happened and what was tried, newest first')}`,
				'',
				...told.map(event => `- ${momentText(event.at)}  ${eventText(event, now)}`),
				'',
			];
};

const section = (heading: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, ''];

/** The ticket about a spot, without passwords, in lines of Markdown. */
export const ticketOf = (spot: Spot, {cluster, title, version, commands}: TicketFacts): string => {
	const {name, task, source, findings, lock, event} = spot;
	const views =
		task === undefined
			? source === undefined
				? []
				: cluster.tasks.flatMap(({subtasks}) => subtasks.filter(({subtask}) => subtask.source === source))
			: subtasksOfTarget(cluster, {task, sources: source === undefined ? [] : [source]});
	const errors = views.flatMap(view => errorParts(view));
	const ddls = views.flatMap(({subtask}) => findBadDdl(subtask)?.sql ?? []);
	const known = {...(task !== undefined && {task}), ...(source !== undefined && {source})};
	const lines = [
		`# ${name}: ${findings[0]?.what ?? event?.text ?? say('no finding')}`,
		'',
		say('Cluster {cluster}, seen at {moment} by {program}.', {
			cluster: [title, cluster.version === '' ? '' : `DM ${cluster.version}`, cluster.endpoint]
				.filter(text => text !== '')
				.join(', '),
			moment: momentText(cluster.now),
			program: `dm-top ${version}`.trimEnd(),
		}),
		'',
		...section(
			say('What is wrong'),
			findings.flatMap(finding => findingPart(finding, known)),
		),
		...(event?.detail
			? section(
					'Event',
					event.detail.map(line => `- ${line}`),
				)
			: []),
		...(lock
			? section(say('DDL lock'), [
					`- ID \`${lock.id}\`, ${lock.mode}, owner ${cell(lock.owner)}`,
					`- ${say('done: {shards}', {shards: cell(namesText(lock.synced))})}`,
					`- ${say('waiting for: {shards}', {shards: cell(namesText(lock.waiting))})}`,
					...fenced(lock.ddls.join(';\n'), 'sql'),
				])
			: []),
		...positions(views),
		...section(
			'DDL',
			ddls.flatMap(sql => fenced(sql, 'sql')),
		),
		...(errors.length === 0 ? [] : [`## ${say('Errors in DM’s words')}`, '', ...errors]),
		...eventSection(spot, cluster),
		...section(
			say('What to do'),
			findings.flatMap(({fix}) => fix).map(line => `1. ${line.replaceAll(/\r?\n/gv, ' ')}`),
		),
		...(commands === '' ? [] : section(say('As a command'), fenced(commands, 'sh'))),
		say('Passwords are left out; names, addresses and values are as DM reports them.'),
	];
	return `${cleanText(lines.join('\n'))}\n`;
};
