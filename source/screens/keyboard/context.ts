import type {Context} from '../keys/action.js';
import type {Look, Surroundings} from '../state/moving.js';
import type {State} from '../state/state.js';
import type {Workbench} from './operations.js';

/** What operations are made with, of what the app is given. */
const benchOf = ({cluster, operating, access}: Context['props']): Workbench => ({
	cluster: cluster.current(),
	means: operating.means,
	access,
	now: performance.now(),
	newId: () => crypto.randomUUID(),
	inquiries: operating.inquiries.current(),
});

/** What actions act on in a state; what the screen holds and operations need is found out when it is asked for. */
export const contextOf = (
	state: State,
	given: Pick<Context, 'props' | 'ascii' | 'exit'> & {readonly look: Look},
): Context => {
	let around: Surroundings | undefined;
	let bench: Workbench | undefined;
	return {
		...given,
		state,
		get around() {
			around ??= given.look(state);
			return around;
		},
		get bench() {
			bench ??= benchOf(given.props);
			return bench;
		},
	};
};
