/** Which operations have an effect at the moment. */
import {autoResumable} from '../../dm/errors.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {SourceView, SubtaskView} from '../../monitor/view.js';
import {isOf, type KindOf, type OperationKind, type TaskTarget} from '../../providers/operation.js';
import {refusal} from '../refusing/refusal.js';
import {findSource, subtasksOfTarget} from '../target.js';
import type {Cure} from './cures.js';
import type {OfferContext} from './subject.js';

const isPausable = ({subtask: {stage, result}}: SubtaskView): boolean =>
	// Pausing a subtask that an error has stopped only ends DM's retries, if any.
	stage === 'Paused'
		? (result?.errors.length ?? 0) > 0 && autoResumable(result)
		: !['Stopped', 'Finished'].includes(stage);

/** Whether it would change anything on one of the targets. */
const isOfUse = (kind: KindOf<'task'>, targets: readonly TaskTarget[], cluster: DiagnosedView): boolean => {
	const subtasks = targets.flatMap(target => subtasksOfTarget(cluster, target));
	switch (kind) {
		case 'pause': {
			return subtasks.some(view => isPausable(view));
		}

		case 'resume': {
			return subtasks.some(({subtask: {stage}}) => stage === 'Paused');
		}

		case 'start': {
			return subtasks.some(({subtask: {stage}}) => stage === 'Stopped');
		}

		case 'stop': {
			return subtasks.length > 0;
		}
	}
};

/** The stages of a relay at which an operation on it does something; undefined for a relay that is off. */
const relayStages: ReadonlyMap<OperationKind, ReadonlyArray<string | undefined>> = new Map([
	['enable-relay', [undefined]],
	['disable-relay', ['Running', 'Paused', 'Stopped', 'New']],
	['pause-relay', ['Running']],
	['resume-relay', ['Paused', 'Stopped']],
]);

const relayOf = ({relay, relays}: SourceView) => relay ?? relays?.[0]?.relay;

/** Whether DM would carry it out, and something would be different then. */
export const isPossible = (
	{choice}: Pick<Cure, 'choice'>,
	{cluster, capabilities}: OfferContext,
): boolean => {
	if (refusal(choice, cluster, capabilities) !== undefined) {
		return false;
	}

	if ('targets' in choice) {
		return !isOf(choice.kind, 'task') || isOfUse(choice.kind, choice.targets, cluster);
	}

	const stages = relayStages.get(choice.kind);
	const source = 'source' in choice ? findSource(cluster, choice.source) : undefined;
	// Where nothing is known about relays, DM decides.
	return !stages || source?.relays === undefined || stages.includes(relayOf(source)?.stage);
};
