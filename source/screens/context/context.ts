/** The context of what a person does at the screen. */
import type {Symbols} from '../../components/symbols.js';
import type {ReadScreen, ScreenContext} from '../state/moving.js';
import type {State} from '../state/state.js';
import type {AppProps} from './app-props.js';
import type {OperateContext} from './operate-context.js';

/** The context of an action: the screens' state, what they show, and effects beyond them. */
export type Context = {
	readonly state: State;
	/** The content of the screen, computed on demand. */
	readonly screen: ScreenContext;
	/** The same for another state. */
	readonly look: ReadScreen;
	readonly props: AppProps;
	/** The context of operations. */
	readonly operateContext: OperateContext;
	/** The symbols of the screen. */
	readonly symbols: Symbols;
	/** Ends the program. */
	readonly exit: () => void;
};

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
