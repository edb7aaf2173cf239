import type {Context} from '../keys/action.js';
import type {ReadScreen, ScreenContext} from '../state/moving.js';
import type {State} from '../state/state.js';
import type {OperateContext} from './operations.js';

/** What operations are made with, of what the app is given. */
const operateContextOf = ({cluster, operating, access, desk}: Context['props']): OperateContext => ({
	cluster: cluster.current(),
	capabilities: operating.capabilities,
	access,
	...(desk && {clusters: desk.names}),
	now: performance.now(),
	newId: () => crypto.randomUUID(),
	inquiries: operating.inquiries.current(),
});

/** What actions act on in a state; what the screen holds and operations need is found out when it is asked for. */
export const contextOf = (
	state: State,
	given: Pick<Context, 'props' | 'symbols' | 'exit'> & {readonly look: ReadScreen},
): Context => {
	let screen: ScreenContext | undefined;
	let operateContext: OperateContext | undefined;
	return {
		...given,
		state,
		get screen() {
			screen ??= given.look(state);
			return screen;
		},
		get operateContext() {
			operateContext ??= operateContextOf(given.props);
			return operateContext;
		},
	};
};
