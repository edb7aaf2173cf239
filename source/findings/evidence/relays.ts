/** Relays that do not run, and who reads them. */
import {goesOn} from '../../dm/derived/stage.js';
import type {ProcessResult} from '../../dm/status.js';
import type {RelayView, SourceView, SubtaskView} from '../../monitor/view.js';
import type {Finding} from '../finding.js';
import {fixed} from '../thresholds.js';
import {say} from '../../language/say.js';

/** A relay that should run and does not. */
export type RelayDown = {
	readonly down: RelayView;
	/** Why; undefined where DM does not say. */
	readonly result?: ProcessResult;
	/** Whether a running subtask reads it, as dmctl assumes for the status of a task. */
	readonly isRead: boolean;
	/** True when all running subtasks say that they read the upstream themselves. */
	readonly areRemote: boolean;
};

/** A dump or a load reads the upstream directly, and a subtask that does not run has its own problem. */
const isReader = ({subtask}: SubtaskView, worker: string | undefined): boolean =>
	subtask.unit === 'Sync' &&
	subtask.stage === 'Running' &&
	(worker === undefined || subtask.worker === '' || subtask.worker === worker);

/** DM is retrying: that does not end the error. */
const isBetweenTries = ({relay, setbacks}: RelayView, at: number): boolean =>
	(relay.stage === 'Running' || relay.stage === 'Resuming') &&
	setbacks !== undefined &&
	at - setbacks.lastAt <= fixed.retried;

/**
 * The relays of a source that are Paused, Stopped or in a stage that does not say what they do, or being restarted by
 * DM; none while the data about the source is old.
 */
export const relaysDown = ({relays = [], subtasks, condition, at}: SourceView): readonly RelayDown[] =>
	(condition.kind === 'fresh' ? relays : []).flatMap(down => {
		const readers = subtasks.filter(view => isReader(view, down.worker || undefined));
		const read = {
			isRead: readers.length > 0,
			areRemote: readers.every(({subtask}) => subtask.sync?.binlogType === 'remote'),
		};
		if (!goesOn.has(down.relay.stage)) {
			return {down, result: down.relay.result, ...read};
		}

		return isBetweenTries(down, at) ? {down, result: down.setbacks?.result, ...read} : [];
	});

/** Whether somebody has paused or stopped it. */
export const isHalted = ({relay}: RelayView): boolean =>
	relay.stage === 'Paused' || relay.stage === 'Stopped';

/** A finding about a relay concerns the subtasks that read it. */
export const concernsReader = (view: SubtaskView, {worker}: Finding): boolean => isReader(view, worker);

/** What a relay that does not run means for the tasks. */
export const whoReads = ({isRead, areRemote}: Pick<RelayDown, 'isRead' | 'areRemote'>): string => {
	if (!isRead) {
		return say('No running subtask reads from this relay: replication continues without it');
	}

	return areRemote
		? say(
				'DM counts the tasks of the source as failed while its relay does not run, but their subtasks say that they read the upstream themselves (binlogType remote)',
			)
		: say('The subtasks of the source read from this relay and receive nothing new');
};
