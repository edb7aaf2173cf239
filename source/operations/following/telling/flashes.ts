/**
 * What the screens show about operations: the line at the bottom, and a word instead of the state of a row.
 */
import {isOf} from '../../../providers/operation.js';
import type {Health} from '../../../monitor/health.js';
import {kindWords} from '../../kinds.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import {type Follow, confirmationOf} from '../follow.js';
import {type Followed, type Phase, isFinal, isUnchanged} from '../followed.js';
import {because, describe} from './describe.js';
import {healthOf, endedBadly} from './operation-health.js';

/** How long an ended operation stays in the line at the bottom, ms: longer for problems. */
const shownFor = (followed: Followed): number => (endedBadly(followed) ? 30_000 : 8000);

/** The line at the bottom, and the health whose colour it has. */
export type Flash = {readonly text: string; readonly health: Health};

const phaseWords: ReadonlyArray<readonly [Phase, Phrase]> = [
	['done', 'done'],
	['accepted', 'accepted'],
	['failed-again', 'failed again'],
	['refused', 'refused'],
	['partly', 'done in part'],
	['stored', 'stored by DM'],
	['not-sent', 'not sent'],
	['timed-out', 'not confirmed'],
	['superseded', 'superseded'],
	['unknown', 'not known yet'],
];

/** Several operations of one confirmation: "pause of 4 tasks: 3 done, 1 refused (orders: DM's words)". */
const summaryOf = (group: readonly Followed[]): Flash => {
	const [{operation}] = group as readonly [Followed, ...Followed[]];
	const {name, doing} = kindWords[operation.kind];
	const count = group.length;
	const isOver = group.every(followed => isFinal(followed));
	const target = isOf(operation.kind, 'task')
		? say('{count} {count|task|tasks}', {count})
		: say('{count} {count|subtask|subtasks}', {count});
	const told = isOver
		? say('{name} of {target}', {name: say(name), target})
		: say('{doing} {target}', {doing: say(doing), target});
	const unchanged = group.filter(followed => isUnchanged(followed)).length;
	const counts = phaseWords.flatMap(([phase, words]) => {
		const all = group.filter(followed => followed.phase === phase).length;
		const before = phase === 'done' ? unchanged : 0;
		return [
			...(all > before ? [`${all - before} ${say(words)}`] : []),
			...(before > 0 ? [`${before} ${say('already so')}`] : []),
		];
	});
	const bad = group.filter(followed => endedBadly(followed));
	const reasons = bad.slice(0, 2).map(followed => describe(followed));
	const more = bad.length > 2 ? [say('and {count} more', {count: bad.length - 2})] : [];
	const worst = bad[0] ?? group.find(followed => !isFinal(followed)) ?? group[0]!;
	return {
		text: `${told}${because(counts.join(say(', ')))}${bad.length === 0 ? (isOver || counts.length > 0 ? '' : '…') : say(' ({reasons})', {reasons: [...reasons, ...more].join(say('; '))})}`,
		health: healthOf(worst),
	};
};

/** The messages about operations at `now`, newest first; [] when none is under way or has just ended. */
export const flashes = ({operations}: Follow, now: number): readonly Flash[] =>
	Map.groupBy(operations, ({id}) => confirmationOf(id))
		.values()
		.filter(group =>
			group.some(followed => !isFinal(followed) || now - (followed.endedAt ?? 0) < shownFor(followed)),
		)
		.map(group =>
			group.length === 1 ? {text: describe(group[0]!), health: healthOf(group[0]!)} : summaryOf(group),
		)
		.toArray()
		.toReversed();

/** The same as `overlayOf` when nothing is under way, without looking at rows. */
export const noOverlay = (): undefined => undefined;

/**
 * What the column of states shows for a task (or one of its sources) instead of its state: "Pausing…" until that is
 * confirmed; undefined when nothing is under way.
 */
export const overlayOf = ({operations}: Follow, task: string, source?: string): string | undefined => {
	const newest = operations.findLast(followed => {
		const {operation, places} = followed;
		return (
			!isFinal(followed) &&
			!followed.isSuperseded &&
			followed.isSeen &&
			'task' in operation &&
			operation.task === task &&
			(source === undefined
				? true
				: places.some(({place, phase}) => place === source && (phase === 'waiting' || phase === 'stored')))
		);
	});
	return newest && say(kindWords[newest.operation.kind].overlay);
};
