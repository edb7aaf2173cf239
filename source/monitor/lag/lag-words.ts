/** Why a lag is not known, in words. */
import type {Lag} from '../view.js';
import {say} from '../../language/say.js';

/** It does not apply. */
export const noLag: Lag = {kind: 'none'};

/** A lag that is not known, with the reason, a text of the catalogue. */
export const unknownLag = (why: string): Lag => ({kind: 'unknown', why});

/** This version of DM reports no lag. */
export const notTold = (): Lag => ({
	kind: 'unknown',
	why: say('not reported by this version of DM'),
	untold: 'version',
});

/** Nothing was reported about the subtask: its lag is known from the first answer that does. */
export const noDetails = (): Lag => ({
	kind: 'unknown',
	why: say('a list of tasks has no details'),
	untold: 'subtask',
});

/** The answers do not name the subtask. */
export const notListed = (): Lag => ({kind: 'unknown', why: say('not in this document'), untold: 'subtask'});

export const upstreamUnreachable = 'upstream not reachable';
export const waitsForDDL = 'waits for shard DDL';
export const beyondEnd = 'the checkpoint is past the end of the upstream’s binlog';
export const positionUnreadable = 'position unreadable';
export const noCheckpoint = 'no checkpoint reported';
export const negative = 'DM reports a negative lag';
export const noJob = 'no job in flight';
export const relayDown = 'its relay has stopped';
export const noWorker = 'no worker';
export const notReplicating = 'nothing replicated since it was resumed';
export const stageUnknown = 'stage unknown';
export const unitUnknown = 'unit unknown';
export const sinceUnknown = 'start not observed';

/** True when nothing was reported about the subtask. */
export const isNotListed = (lag: Lag): boolean => lag.kind === 'unknown' && lag.untold === 'subtask';
