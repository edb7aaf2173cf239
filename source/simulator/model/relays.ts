/** The relay logs of a source: which of them its tasks read. */
import type {RelayModel, SourceModel} from './model.js';

/** The relay log that the tasks of a source replicate from: that of the worker that serves it; undefined without one. */
export const relayOf = ({relays, worker}: SourceModel): RelayModel | undefined => relays.get(worker);

/** Whether a relay is level with the upstream. */
export const hasCaughtUp = ({upstream}: SourceModel, relay: RelayModel): boolean =>
	upstream.isReachable && Math.floor(relay.transaction) >= Math.floor(upstream.transaction);
