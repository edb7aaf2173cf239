/**
 * The preview of the selected master or worker: its problems, its identity, its work.
 */
import {lastKnownMark} from '../../cells/cells.js';
import {type Line, span} from '../../../components/line.js';
import {formatRoughly} from '../../../components/quantity.js';
import {wrapLine} from '../../../components/wrap.js';
import {worstFirst} from '../../../findings/ordering/worst-first.js';
import type {StageSince} from '../../../monitor/since/stage-since.js';
import type {SourceView} from '../../../monitor/view.js';
import {findingsLines, sinceText} from '../../cells/finding-lines.js';
import type {Drawing} from '../../drawing.js';
import {columnsOnWorker} from '../columns/subtask-columns.js';
import type {Member} from '../member.js';
import {say} from '../../../language/say.js';
import {spaceAbovePlots, spaceForFindings, subtaskTable} from './subtask-table.js';

/** The number of a worker's subtasks for which findings leave space. */
const mostRows = 6;

/** How many masters must be alive for one to lead. */
const majority = (masters: number): number => Math.floor(masters / 2) + 1;

const sinceOf = (since: StageSince | undefined, stage: string, now: number): string =>
	since?.stage === stage ? `  ${sinceText({since: since.at, isSinceAtLeast: !since.isSeen}, now)}` : '';

/** Since when it leads, or does not answer; a follower may have led before. */
const sinceOfMaster = ({memberSinces, now}: Drawing['cluster'], {name, stage}: Member): string => {
	switch (stage) {
		case 'leader': {
			return sinceOf(memberSinces.get(''), name, now);
		}

		case 'offline': {
			return sinceOf(memberSinces.get(`master ${name}`), 'down', now);
		}

		default: {
			return '';
		}
	}
};

/** Its stage, with ? after it when that is only the last known. */
const stageSpans = (stage: string, isLastKnown: boolean): Line => [
	span(`  ${stage}`),
	...lastKnownMark(isLastKnown),
];

const masterLines = (cluster: Drawing['cluster'], member: Member): readonly Line[] => {
	const {masters, isOld} = cluster;
	const alive = masters.filter(master => master.alive).length;
	return [
		[
			span(`${say('master')} `, 'dim'),
			span(member.name, 'strong'),
			...stageSpans(member.stage, isOld),
			span(sinceOfMaster(cluster, member), 'dim'),
			span(`  ${member.address}`, 'dim'),
		],
		[
			span(`${say('quorum')} `, 'dim'),
			span(
				say(
					isOld
						? '{alive} of {count} masters were up at the last answer; a leader needs {majority}'
						: '{alive} of {count} masters are up; a leader needs {majority}',
					{alive, count: masters.length, majority: majority(masters.length)},
				),
			),
		],
	];
};

/** What it does; a worker without a source waits for one. */
const dutyText = ({stage, source, relay, isRelayOld}: Member): string => {
	if (source === '') {
		return stage === 'offline'
			? say('serves no source')
			: say('serves no source: it takes over when the worker of a source goes offline');
	}

	return relay === '' || relay === 'off'
		? say('serves {source}', {source})
		: say('serves {source}, its relay: {relay}', {
				source,
				relay: (relay === 'unknown' ? say('unknown') : relay) + (isRelayOld ? '?' : ''),
			});
};

const heardText = ({at, stale}: SourceView, now: number): string =>
	stale === '' || at === 0
		? ''
		: `  ${say('last answer {age} ago', {age: formatRoughly(Math.max(0, now - at) / 1000)})}`;

/** At most `height` lines of `width` columns. */
export const memberPreview = (
	member: Member,
	width: number,
	height: number,
	drawing: Drawing,
): readonly Line[] => {
	const {cluster} = drawing;
	const {findings, serving, name, kind} = member;
	const subtasks = serving?.subtasks ?? [];
	// Below them are two lines about the worker, and the table of its subtasks.
	const most = spaceForFindings(height, subtasks.length === 0 ? 2 : 3 + Math.min(mostRows, subtasks.length));
	const found = findingsLines(
		findings,
		drawing,
		kind === 'worker' ? {worker: name, source: serving?.source} : {},
		{width, most},
	).flatMap(line => wrapLine(line, width, 6));
	if (kind === 'master') {
		return [...found, ...masterLines(cluster, member)].slice(0, height);
	}

	const who: Line = [
		span(`${say('worker')} `, 'dim'),
		span(name, 'strong'),
		...stageSpans(member.stage, cluster.isOld),
		span(sinceOf(cluster.memberSinces.get(`worker ${name}`), member.stage, cluster.now), 'dim'),
		span(`  ${member.address}`, 'dim'),
	];
	const duty: Line = [
		span(`${say('source')} `, 'dim'),
		span(dutyText(member)),
		span(serving ? heardText(serving, cluster.now) : '', 'warn'),
	];
	const rows = subtasks.toSorted(
		worstFirst(row => ({
			findings: cluster.diagnosis.ofSubtask(row.subtask.task, row.subtask.source),
			health: cluster.diagnosis.health(row),
			lag: row.lag,
			name: row.subtask.task,
		})),
	);
	const space = spaceAbovePlots(height) - found.length - 2;
	return [...found, who, duty, ...subtaskTable(rows, columnsOnWorker, drawing, {width, height: space})].slice(
		0,
		height,
	);
};
