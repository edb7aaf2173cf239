/** A source's `enable`, over OpenAPI only: without it, nothing runs. */
import {pauseRelay, resumeRelay} from '../../cluster/relay.js';
import type {Simulation} from '../../model/model.js';
import {pauseSubtask, resumeSubtask} from '../../subtask/transition.js';
import {messageAtOnce, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';

/** A source that is to be enabled or disabled. */
export type SourceSwitchRequest = {
	readonly kind: 'enable-source' | 'disable-source';
	readonly source: string;
};

/** Pauses or resumes all tasks of a source; DM passes it to the worker and does not wait. */
export const switchSource = (simulation: Simulation, request: SourceSwitchRequest): Underway => {
	const source = simulation.sources.get(request.source);
	if (source === undefined) {
		return messageAtOnce(refusals.noSource(request.source));
	}

	if (source.worker === '') {
		return messageAtOnce(refusals.noWorkerStarted());
	}

	const {now} = simulation;
	source.isEnabled = request.kind === 'enable-source';
	for (const subtask of source.subtasks) {
		(source.isEnabled ? resumeSubtask : pauseSubtask)(subtask, now);
	}

	for (const relay of source.relays.values()) {
		if (source.isEnabled) {
			resumeRelay(relay, now);
		} else {
			pauseRelay(relay);
		}
	}

	return messageAtOnce();
};
