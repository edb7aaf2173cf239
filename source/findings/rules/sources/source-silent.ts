import {shellQuote} from '../../../dm/values/shell-quote.js';
import type {SourceView} from '../../../monitor/view.js';
import {errorsInMessage} from '../../evidence/process-errors.js';
import type {Found, Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** A timeout: of dm-master, or of dm-top. */
const timedOut = /DeadlineExceeded|deadline exceeded|did not answer within/v;

/** "w1 (10.0.1.21:8262)", with what is known of it; '' when nothing is. */
const workerText = ({bound, worker}: SourceView): string => {
	const name = bound?.name ?? worker;
	return bound === undefined || bound.address === '' ? name : `${name} (${bound.address})`;
};

type Said = Pick<Found, 'what' | 'why' | 'fix' | 'operations' | 'error'>;

/** The message about a source that does not answer, taken apart when it comes from DM. */
const said = ({source, worker}: SourceView, why: string): Said =>
	errorsInMessage(why, {source, worker}) ?? {what: why, why: [], fix: [], operations: []};

/** A frozen upstream and a hung worker look alike: in both cases the worker does not answer. */
const withTimeout = (source: SourceView, {why, fix, ...rest}: Said): Said => {
	const worker = workerText(source);
	return {
		...rest,
		why: [
			...why,
			say(
				'Either its dm-worker hangs, or its upstream hangs and the worker is waiting for it: dm-top cannot distinguish the two',
			),
		],
		fix: [
			say('First check whether the upstream of {source} answers: connect to it and run SHOW MASTER STATUS.', {
				source: source.source,
			}),
			say('If it does, check the dm-worker{worker}: its log, its disk, its CPU usage.', {
				worker: worker === '' ? '' : ` ${worker}`,
			}),
			...fix,
		],
	};
};

const words = (source: SourceView, why: string): Said => {
	const found = said(source, why);
	if (timedOut.test(why)) {
		return withTimeout(source, found);
	}

	const worker = workerText(source);
	return {
		...found,
		fix:
			found.fix.length > 0
				? found.fix
				: [
						worker === ''
							? say('Check which dm-worker has {source}, and whether it runs: dmctl list-member --worker.', {
									source: source.source,
								})
							: say('Check the dm-worker {worker}.', {worker}),
					],
	};
};

/** DM's answer leaves out the tasks of a source that does not answer. */
const tasksLeftOut = 'A task that is on this source alone is not shown';

export const rule: Rule = {
	kind: 'source-silent',
	order: 110,
	title: 'A source does not answer',
	reportedWhen:
		'The source was queried and did not answer, or its answer could not be read. Its last known state is shown. If only one subtask could not be queried, only that subtask is reported.',
	silentWhen:
		'The source has not been queried yet, or its first answer has not arrived. Or it is known to have no worker: this is reported as `source-unbound`. Or the whole cluster is silent: that is one finding, until the source is asked in vain after the cluster answers again.',
	needs: ['details'],
	health: 'silent',
	over: 'answers again',
	ofSource(source) {
		const {condition, worker, bound, at} = source;
		if (condition.kind !== 'silent') {
			return [];
		}

		const name = bound?.name ?? worker;
		const found = words(source, condition.why);
		// "mysql-01 did not answer within 5 s" is all of it.
		const what = found.what.startsWith(`${source.source} `)
			? found.what
			: say('The source did not answer: {what}', {what: found.what});
		const areTasksUnknown = source.listedAt === 0;
		return [
			{
				severity: 'warning',
				...(name !== '' && {worker: name}),
				since: condition.since,
				isSinceAtLeast: at === 0,
				brief: say('no answer'),
				...found,
				what: areTasksUnknown ? say('{what}; its tasks are not known', {what}) : what,
				why: areTasksUnknown ? [...found.why, tasksLeftOut] : found.why,
				retries: 'unknown',
			},
		];
	},
	ofSubtask({subtask: {task}, stale, sourceIs, at}) {
		return stale === '' || sourceIs !== 'fresh'
			? undefined
			: {
					severity: 'warning',
					since: at,
					isSinceAtLeast: true,
					brief: say('no answer'),
					what: say('The subtask could not be queried'),
					why: [stale],
					fix: [say('Show its full status: dmctl query-status {name}', {name: shellQuote(task)})],
					operations: [],
					retries: 'unknown',
				};
	},
	concerns: 'all',
};
