/** Why a lag is not known: some of these a screen, or the lag of a whole task, has to tell apart. */
import type {Lag} from '../view.js';

/** The question does not arise. */
export const none: Lag = {kind: 'none'};

export const unknown = (why: string): Lag => ({kind: 'unknown', why});

export const unreachable = 'upstream not reachable';
export const waitsForDDL = 'waits for shard DDL';
export const beyondEnd = 'the checkpoint lies beyond the end of the upstream’s binlog';
export const notTold = 'not told by this version of DM';
export const noDetails = 'a list of tasks has no details';
export const notListed = 'not in this document';
export const noJob = 'no job in flight';
export const relayDown = 'its relay has stopped';
export const noWorker = 'no worker';
export const noAnswer = 'no answer';
export const notReplicating = 'nothing replicated since it was resumed';
export const sinceUnknown = 'nobody saw since when';

/** Nothing was said of the subtask: the lag begins to be known with the first answer that does. */
export const isNotListed = (why: string): boolean => why === notListed || why === noDetails;

/** An unknown that is no sign of trouble: the document or the version of DM has no number. */
export const isHarmless = (why: string): boolean => why === notTold || isNotListed(why);
