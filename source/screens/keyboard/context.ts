import type {Context} from '../keys/action.js';
import type {ReadScreen, ScreenContext} from '../state/moving.js';
import type {State} from '../state/state.js';
import type {OperateContext} from './operations.js';

/** The context for operations, from the app's props. */
const operateContextOf = ({cluster, operating, access, desk}: Context['props']): OperateContext => ({
	cluster: cluster.current(),
	capabilities: operating.capabilities,
	access,
	...(desk && {clusters: desk.names}),
	now: performance.now(),
	newId: () => crypto.randomUUID(),
	confirm: operating.confirm,
	inquiries: operating.inquiries.current(),
});

/** The context of actions in a state; the screen and the context of operations are computed on demand. */
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
